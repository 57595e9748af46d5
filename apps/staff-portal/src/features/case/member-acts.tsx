import { RemoveMember, UnprotectPerson } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { announce, CommandDialog, CommandFormShell, ConfirmAction, useCommandForm } from "@tsunagari/portal";
import { Button, TextArea, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Member, SupportCase } from "./queries.ts";

const { actions, effects, fields, hints, questions } = caseMessages;

type Props = { readonly data: SupportCase; readonly member: Member };
type FormProps = { readonly member: Member; readonly close: () => void };

const Cancel = ({ close }: { readonly close: () => void }) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

const UnprotectForm = ({ member, close }: FormProps) => {
  const form = useCommandForm({
    schema: UnprotectPerson,
    defaultValues: { personId: member.id, version: member.version, reason: "" },
    send: (input) => client.case.unprotect.mutate(input),
    draft: { api: drafts, form: "protectionRemoval", subject: member.id, personId: member.id },
    onDone: () => {
      announce("支援措置を外しました");
      close();
    },
  });
  return (
    <CommandFormShell form={form} submitLabel={actions.unprotect} variant="danger" cancel={<Cancel close={close} />}>
      <TextArea
        {...form.field("reason", fields.reason)}
        requirement="required"
        support={hints.unprotectReason}
        rows={3}
        limit={1000}
      />
    </CommandFormShell>
  );
};

/** Raising the protection needs one confirmation and no reason; lowering it a supervisor and a reason (D-23). */
export const ProtectionAct = ({ data, member }: Props) =>
  member.isProtected ? (
    <CommandDialog
      ability={data.abilities.unprotect}
      label={actions.unprotect}
      title={questions.unprotect}
      effect={<p>{effects.unprotect}</p>}
    >
      {(close) => <UnprotectForm member={member} close={close} />}
    </CommandDialog>
  ) : (
    <ConfirmAction
      ability={data.abilities.protect}
      variant="secondary"
      icon="lock"
      label={actions.protect}
      title={questions.protect}
      effect={effects.protect}
      send={(requestId) => client.case.protect.mutate({ requestId, personId: member.id })}
      onDone={() => announce("支援措置の対象にしました")}
    />
  );

const RemoveForm = ({ member, close }: FormProps) => {
  const form = useCommandForm({
    schema: RemoveMember,
    defaultValues: { personId: member.id, version: member.version, reason: "" },
    send: (input) => client.case.removeMember.mutate(input),
    draft: { api: drafts, form: "memberRemoval", subject: member.id, personId: member.id },
    onDone: () => {
      announce("世帯から外しました");
      close();
    },
  });
  return (
    <CommandFormShell form={form} submitLabel={actions.removeMember} variant="danger" cancel={<Cancel close={close} />}>
      <TextField
        {...form.field("reason", fields.reason)}
        requirement="required"
        support={hints.removeReason}
        width="full"
      />
    </CommandFormShell>
  );
};

/** Noting that somebody left the household. The person of the case stays. */
export const RemoveAct = ({ data, member }: Props) =>
  member.isSubject ? null : (
    <CommandDialog
      ability={data.abilities.removeMember}
      label={actions.removeMember}
      title={questions.removeMember}
      effect={<p>{effects.removeMember}</p>}
    >
      {(close) => <RemoveForm member={member} close={close} />}
    </CommandDialog>
  );
