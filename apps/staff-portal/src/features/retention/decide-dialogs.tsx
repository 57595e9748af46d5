import { ConfirmRetention, postponeReasons, PostponeRetention, revocableDays } from "@tsunagari/domain/retention";
import { retentionMessages } from "@tsunagari/messages";
import {
  announce,
  CommandDialog,
  CommandFormShell,
  eraDateText,
  FormDateField,
  useCommandForm,
  type Ability,
  type CommandForm,
} from "@tsunagari/portal";
import { Button, Checkbox, CheckboxGroup, NotificationBanner, RadioGroup } from "@tsunagari/ui";
import { z } from "zod";
import { client } from "../../client.ts";
import type { WaitingRecord } from "./queries.ts";

const { actions, fields } = retentionMessages;

type Props = { readonly rows: readonly WaitingRecord[] };
type FormProps = Props & { readonly close: () => void };

/** The form holds what is ticked; the input names each record with the version that was seen. */
const chosen = { requestId: z.string(), items: z.array(z.string()).min(1, { error: "required" }) };
const ConfirmForm = z.object({ ...chosen, isUnderstood: ConfirmRetention.shape.isUnderstood });
const PostponeForm = z.object({
  ...chosen,
  untilOn: z.string().min(1, "required"),
  reason: PostponeRetention.shape.reason,
});

const seen = (rows: readonly WaitingRecord[], ids: readonly string[]) =>
  rows.filter(({ id }) => ids.includes(id)).map(({ id, version }) => ({ retentionDueId: id, version }));

const options = (rows: readonly WaitingRecord[]) =>
  rows.map(({ id, caseNumber, dueOn }) => ({
    value: id,
    label: `ケース ${caseNumber}`,
    description: `保存期間が過ぎた日：${eraDateText(dueOn)}`,
  }));

const Cancel = ({ close }: Pick<FormProps, "close">) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

const Confirming = ({ rows, close }: FormProps) => {
  const form = useCommandForm<z.input<typeof ConfirmForm>, unknown>({
    schema: ConfirmForm,
    defaultValues: { items: [] },
    send: ({ requestId, items }) =>
      client.retention.confirm.mutate({ requestId, items: seen(rows, items), isUnderstood: true }),
    onDone: (_result, { items }) => {
      close();
      announce(`${items.length}件の消去を決めました`);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.confirm}
      pendingLabel="送っています…"
      variant="danger"
      cancel={<Cancel close={close} />}
    >
      <CheckboxGroup {...form.field("items", fields.items)} requirement="required" options={options(rows)} />
      <Checkbox {...form.field("isUnderstood", fields.isUnderstood)} requirement="required" />
    </CommandFormShell>
  );
};

const Reason = ({ form }: { readonly form: CommandForm<z.input<typeof PostponeForm>> }) => (
  <RadioGroup
    {...form.field("reason", fields.reason)}
    requirement="required"
    options={postponeReasons.map((value) => ({ value, label: retentionMessages.postponeReasons[value] }))}
  />
);

const Postponing = ({ rows, close }: FormProps) => {
  const form = useCommandForm<z.input<typeof PostponeForm>, unknown>({
    schema: PostponeForm,
    defaultValues: { items: [], untilOn: "" },
    send: ({ requestId, items, untilOn, reason }) =>
      client.retention.postpone.mutate({ requestId, items: seen(rows, items), untilOn, reason }),
    onDone: (_result, { items }) => {
      close();
      announce(`${items.length}件を延ばしました`);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.postpone}
      pendingLabel="送っています…"
      cancel={<Cancel close={close} />}
    >
      <CheckboxGroup {...form.field("items", fields.items)} requirement="required" options={options(rows)} />
      <Reason form={form} />
      <FormDateField form={form} name="untilOn" label={fields.untilOn} requirement="required" />
    </CommandFormShell>
  );
};

const abilityOf = (rows: readonly WaitingRecord[], verb: "confirm" | "postpone"): Ability =>
  rows[0]?.abilities[verb] ?? true;

/** The two decisions, over as many records as are ticked. Shown where something waits for one. */
export const DecideDialogs = ({ rows }: Props) => {
  const due = rows.filter(({ status }) => status === "due");
  const open = rows.filter(({ status }) => status !== "confirmed");
  return (
    <>
      {due.length === 0 ? null : (
        <CommandDialog
          ability={abilityOf(due, "confirm")}
          label={actions.confirm}
          variant="danger"
          title="どの記録の消去を決めますか"
          effect={
            <NotificationBanner tone="warning" title="消去したものは、だれにも元に戻せません">
              選んだケースの、氏名・連絡先・相談の内容・同意・つなぎ・会議の決定の文章が、すべて読めなくなります。番号と日付、件数、見た人の記録は残ります。
              消去は{revocableDays}日後の夜です。それまでは取りやめられます。
            </NotificationBanner>
          }
        >
          {(close) => <Confirming rows={due} close={close} />}
        </CommandDialog>
      )}
      {open.length === 0 ? null : (
        <CommandDialog
          ability={abilityOf(open, "postpone")}
          label={actions.postpone}
          variant="secondary"
          title="どの記録を、いつまで延ばしますか"
          effect={<p>その日が来ると、また「確認待ち」に戻ります。理由は、選んだものだけが残ります。</p>}
        >
          {(close) => <Postponing rows={open} close={close} />}
        </CommandDialog>
      )}
    </>
  );
};
