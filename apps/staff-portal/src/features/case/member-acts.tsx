import { RemoveMember, UnprotectPerson } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, FormDialog } from "@tsunagari/portal";
import { TextArea, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Member, SupportCase } from "./queries.ts";

const { actions, effects, fields, hints, questions } = caseMessages;

type Props = { readonly data: SupportCase; readonly member: Member };

const UnprotectDialog = ({ data, member }: Props) => (
  <FormDialog
    ability={data.abilities.unprotect}
    label={actions.unprotect}
    title={questions.unprotect}
    effect={<p>{effects.unprotect}</p>}
    schema={UnprotectPerson}
    defaultValues={{ personId: member.id, version: member.version, reason: "" }}
    send={(input) => client.case.unprotect.mutate(input)}
    draft={{ api: drafts, form: "protectionRemoval", subject: member.id, personId: member.id }}
    submitLabel={actions.unprotect}
    isDangerous
    done="支援措置を外しました"
  >
    {(form) => (
      <TextArea
        {...form.field("reason", fields.reason)}
        requirement="required"
        support={hints.unprotectReason}
        rows={3}
        limit={1000}
      />
    )}
  </FormDialog>
);

/** Raising the protection needs one confirmation and no reason; lowering it a supervisor and a reason (D-23). */
export const ProtectionAct = ({ data, member }: Props) =>
  member.isProtected ? (
    <UnprotectDialog data={data} member={member} />
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

/** Noting that somebody left the household. The person of the case stays. */
export const RemoveAct = ({ data, member }: Props) =>
  member.isSubject ? null : (
    <FormDialog
      ability={data.abilities.removeMember}
      label={actions.removeMember}
      title={questions.removeMember}
      effect={<p>{effects.removeMember}</p>}
      schema={RemoveMember}
      defaultValues={{ personId: member.id, version: member.version, reason: "" }}
      send={(input) => client.case.removeMember.mutate(input)}
      draft={{ api: drafts, form: "memberRemoval", subject: member.id, personId: member.id }}
      submitLabel={actions.removeMember}
      isDangerous
      done="世帯から外しました"
    >
      {(form) => (
        <TextField
          {...form.field("reason", fields.reason)}
          requirement="required"
          support={hints.removeReason}
          width="full"
        />
      )}
    </FormDialog>
  );
