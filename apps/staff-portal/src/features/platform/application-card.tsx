import { Link } from "@tanstack/react-router";
import { ApproveMembership, DeclineMembership } from "@tsunagari/domain/platform";
import { organizationMessages, platformMessages } from "@tsunagari/messages";
import {
  announce,
  CommandDialog,
  CommandFormShell,
  FormDateField,
  instantText,
  useCommandForm,
} from "@tsunagari/portal";
import { Button, ButtonRow, Card, DescriptionList, linkStyle, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Membership } from "./queries.ts";

const { actions, fields, effects } = platformMessages;

type FormProps = { readonly application: Membership; readonly close: () => void };

const GiveUp = ({ close }: Pick<FormProps, "close">) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

const ApproveForm = ({ application, close }: FormProps) => {
  const form = useCommandForm({
    schema: ApproveMembership,
    defaultValues: { membershipId: application.id, version: application.version, sinceOn: "" },
    send: (input) => client.platform.approve.mutate(input),
    onDone: () => {
      close();
      announce(`${application.organizationName}の参加を認めました`);
    },
  });
  return (
    <CommandFormShell form={form} submitLabel={actions.approve} cancel={<GiveUp close={close} />}>
      <FormDateField
        form={form}
        name="sinceOn"
        label="参加の開始日"
        requirement="optional"
        support="空けておくと、今日からになります。まだ始まっていないプラットフォームは、始まる日からになります。"
      />
    </CommandFormShell>
  );
};

const DeclineForm = ({ application, close }: FormProps) => {
  const form = useCommandForm({
    schema: DeclineMembership,
    defaultValues: { membershipId: application.id, version: application.version, reason: "" },
    send: (input) => client.platform.decline.mutate(input),
    draft: { api: drafts, form: "membershipRefusal", subject: application.id },
    onDone: () => {
      close();
      announce(`${application.organizationName}の申込みをお断りしました`);
    },
  });
  return (
    <CommandFormShell form={form} submitLabel={actions.decline} variant="danger" cancel={<GiveUp close={close} />}>
      <TextArea
        {...form.field("reason", fields.reason)}
        requirement="required"
        limit={500}
        support="団体の担当者がそのまま読みます。"
      />
    </CommandFormShell>
  );
};

/** One application with what the organization writes, and the answer. */
export const ApplicationCard = ({ application }: { readonly application: Membership }) => (
  <Card
    title={
      <Link
        to="/organizations/$organizationId"
        params={{ organizationId: application.organizationId }}
        className={linkStyle}
      >
        {application.organizationName}
      </Link>
    }
  >
    <DescriptionList
      isDense
      items={[
        { term: "参加したい先", detail: application.platformName },
        { term: "団体の種別", detail: organizationMessages.kinds[application.organizationKind] },
        { term: "申し込まれた日時", detail: instantText(application.appliedAt) },
        {
          term: "団体からのひとこと",
          detail: application.message === null ? null : <p className="whitespace-pre-line">{application.message}</p>,
        },
      ]}
    />
    <ButtonRow>
      <CommandDialog
        ability={application.abilities.approve}
        label={actions.approve}
        variant="primary"
        title={`${application.organizationName}の参加を認めますか`}
        effect={effects.approve}
      >
        {(close) => <ApproveForm application={application} close={close} />}
      </CommandDialog>
      <CommandDialog
        ability={application.abilities.decline}
        label={actions.decline}
        title={`${application.organizationName}の参加をお断りしますか`}
        effect={effects.decline}
      >
        {(close) => <DeclineForm application={application} close={close} />}
      </CommandDialog>
    </ButtonRow>
  </Card>
);
