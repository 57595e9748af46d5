import { RecordDecision, ReverseDecision } from "@tsunagari/domain/meeting";
import { meetingMessages } from "@tsunagari/messages";
import { announce, CommandDialog, CommandFormShell, useCommandForm } from "@tsunagari/portal";
import { Button, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { AgendaItem, Decision } from "./queries.ts";

const { actions, decisions, effects, fields, hints } = meetingMessages;

const GiveUp = ({ close }: { readonly close: () => void }) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

const nameOf = ({ name }: AgendaItem): string => name ?? "この人";

const RecordForm = ({ item, close }: { readonly item: AgendaItem; readonly close: () => void }) => {
  const form = useCommandForm({
    schema: RecordDecision,
    defaultValues: { agendaItemId: item.id, kind: "participationNeeded", note: "" },
    send: (input) => client.meeting.recordDecision.mutate(input),
    draft: { api: drafts, form: "meetingDecision", subject: item.id, personId: item.personId },
    onDone: () => {
      close();
      announce(`決定「${decisions.participationNeeded}」を記録しました`);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.recordDecision}
      pendingLabel="記録しています…"
      cancel={<GiveUp close={close} />}
    >
      <TextArea
        {...form.field("note", fields.note)}
        requirement="optional"
        support={hints.note}
        limit={2000}
        rows={5}
      />
    </CommandFormShell>
  );
};

/** Records 「参加支援が必要」, saying what that opens. */
export const RecordDialog = ({ item }: { readonly item: AgendaItem }) => (
  <CommandDialog
    ability={item.abilities.recordDecision}
    label={`決定「${decisions.participationNeeded}」を記録する`}
    variant="primary"
    title={`${nameOf(item)}さんについて「${decisions.participationNeeded}」と決まりましたか`}
    effect={<p>{effects.participationNeeded}</p>}
  >
    {(close) => <RecordForm item={item} close={close} />}
  </CommandDialog>
);

const ReverseForm = ({ decision, close }: { readonly decision: Decision; readonly close: () => void }) => {
  const form = useCommandForm({
    schema: ReverseDecision,
    defaultValues: { decisionId: decision.id, reason: "" },
    send: (input) => client.meeting.reverseDecision.mutate(input),
    draft: { api: drafts, form: "decisionReversal", subject: decision.id, personId: decision.personId },
    onDone: () => {
      close();
      announce("決定を取り消しました");
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.reverseDecision}
      pendingLabel="取り消しています…"
      variant="danger"
      cancel={<GiveUp close={close} />}
    >
      <TextArea {...form.field("reason", fields.reason)} requirement="required" limit={1000} rows={4} />
    </CommandFormShell>
  );
};

/** Takes a decision back, with a reason that stays on record. */
export const ReverseDialog = ({ item, decision }: { readonly item: AgendaItem; readonly decision: Decision }) => (
  <CommandDialog
    ability={item.abilities.reverseDecision}
    label={actions.reverseDecision}
    size="small"
    title={`${nameOf(item)}さんについての決定を取り消しますか`}
    effect={<p>{effects.reverseDecision}</p>}
  >
    {(close) => <ReverseForm decision={decision} close={close} />}
  </CommandDialog>
);
