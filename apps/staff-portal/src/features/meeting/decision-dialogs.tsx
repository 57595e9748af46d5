import { RecordDecision, ReverseDecision } from "@tsunagari/domain/meeting";
import { meetingMessages } from "@tsunagari/messages";
import { FormDialog } from "@tsunagari/portal";
import { TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { AgendaItem, Decision } from "./queries.ts";

const { actions, decisions, effects, fields, hints } = meetingMessages;

const nameOf = ({ name }: AgendaItem): string => name ?? "この人";

/** Records 「参加支援が必要」, saying what that opens. */
export const RecordDialog = ({ item }: { readonly item: AgendaItem }) => (
  <FormDialog
    ability={item.abilities.recordDecision}
    label={`決定「${decisions.participationNeeded}」を記録する`}
    variant="primary"
    title={`${nameOf(item)}さんについて「${decisions.participationNeeded}」と決まりましたか`}
    effect={<p>{effects.participationNeeded}</p>}
    schema={RecordDecision}
    defaultValues={{ agendaItemId: item.id, kind: "participationNeeded", note: "" }}
    send={(input) => client.meeting.recordDecision.mutate(input)}
    draft={{ api: drafts, form: "meetingDecision", subject: item.id, personId: item.personId }}
    submitLabel={actions.recordDecision}
    pendingLabel="記録しています…"
    done={`決定「${decisions.participationNeeded}」を記録しました`}
  >
    {(form) => (
      <TextArea
        {...form.field("note", fields.note)}
        requirement="optional"
        support={hints.note}
        limit={2000}
        rows={5}
      />
    )}
  </FormDialog>
);

/** Takes a decision back, with a reason that stays on record. */
export const ReverseDialog = ({ item, decision }: { readonly item: AgendaItem; readonly decision: Decision }) => (
  <FormDialog
    ability={item.abilities.reverseDecision}
    label={actions.reverseDecision}
    size="small"
    title={`${nameOf(item)}さんについての決定を取り消しますか`}
    effect={<p>{effects.reverseDecision}</p>}
    schema={ReverseDecision}
    defaultValues={{ decisionId: decision.id, reason: "" }}
    send={(input) => client.meeting.reverseDecision.mutate(input)}
    draft={{ api: drafts, form: "decisionReversal", subject: decision.id, personId: decision.personId }}
    submitLabel={actions.reverseDecision}
    pendingLabel="取り消しています…"
    isDangerous
    done="決定を取り消しました"
  >
    {(form) => <TextArea {...form.field("reason", fields.reason)} requirement="required" limit={1000} rows={4} />}
  </FormDialog>
);
