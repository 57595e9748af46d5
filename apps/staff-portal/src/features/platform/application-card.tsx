import { Link } from "@tanstack/react-router";
import { ApproveMembership, DeclineMembership } from "@tsunagari/domain/platform";
import { organizationMessages, platformMessages } from "@tsunagari/messages";
import { FormDateField, FormDialog, instantText } from "@tsunagari/portal";
import { ButtonRow, Card, DescriptionList, linkStyle, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Membership } from "./queries.ts";

const { actions, fields, effects } = platformMessages;

type Props = { readonly application: Membership };

const ApproveDialog = ({ application }: Props) => (
  <FormDialog
    ability={application.abilities.approve}
    label={actions.approve}
    variant="primary"
    title={`${application.organizationName}の参加を認めますか`}
    effect={effects.approve}
    schema={ApproveMembership}
    defaultValues={{ membershipId: application.id, version: application.version, sinceOn: "" }}
    send={(input) => client.platform.approve.mutate(input)}
    submitLabel={actions.approve}
    done={`${application.organizationName}の参加を認めました`}
  >
    {(form) => (
      <FormDateField
        form={form}
        name="sinceOn"
        label="参加の開始日"
        requirement="optional"
        support="空けておくと、今日からになります。まだ始まっていないプラットフォームは、始まる日からになります。"
      />
    )}
  </FormDialog>
);

const DeclineDialog = ({ application }: Props) => (
  <FormDialog
    ability={application.abilities.decline}
    label={actions.decline}
    title={`${application.organizationName}の参加をお断りしますか`}
    effect={effects.decline}
    schema={DeclineMembership}
    defaultValues={{ membershipId: application.id, version: application.version, reason: "" }}
    send={(input) => client.platform.decline.mutate(input)}
    draft={{ api: drafts, form: "membershipRefusal", subject: application.id }}
    submitLabel={actions.decline}
    isDangerous
    done={`${application.organizationName}の申込みをお断りしました`}
  >
    {(form) => (
      <TextArea
        {...form.field("reason", fields.reason)}
        requirement="required"
        limit={500}
        support="団体の担当者がそのまま読みます。"
      />
    )}
  </FormDialog>
);

/** One application with what the organization writes, and the answer. */
export const ApplicationCard = ({ application }: Props) => (
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
      <ApproveDialog application={application} />
      <DeclineDialog application={application} />
    </ButtonRow>
  </Card>
);
