import { ConfirmRetention, postponeReasons, PostponeRetention, revocableDays } from "@tsunagari/domain/retention";
import { retentionMessages } from "@tsunagari/messages";
import { eraDateText, FormDateField, FormDialog, unavailableReason } from "@tsunagari/portal";
import { Checkbox, CheckboxGroup, NotificationBanner, RadioGroup } from "@tsunagari/ui";
import { z } from "zod";
import { client } from "../../client.ts";
import type { WaitingRecord } from "./queries.ts";

const { actions, fields } = retentionMessages;

type Props = { readonly rows: readonly WaitingRecord[] };

/** The form holds what is ticked; the input names each record with the version that was seen. */
const chosen = { requestId: z.string(), items: z.array(z.string()).min(1, { error: "not_a_choice" }) };
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

/** Destroying as many as are ticked; nothing is ticked beforehand. */
const ConfirmDialog = ({ rows }: Props) => {
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <FormDialog<z.input<typeof ConfirmForm>, unknown>
      ability={first.abilities.confirm}
      label={actions.confirm}
      variant="danger"
      title="どの記録の消去を決めますか"
      effect={
        <NotificationBanner tone="warning" title="消去したものは、だれにも元に戻せません">
          <p>
            選んだケースの、氏名・連絡先・相談の内容・同意・つなぎ・会議の決定の文章が、すべて読めなくなります。番号と日付、件数、見た人の記録は残ります。
          </p>
          <p>消去は{revocableDays}日後の未明です。それまでは取りやめられます。</p>
        </NotificationBanner>
      }
      schema={ConfirmForm}
      defaultValues={{ items: [] }}
      send={({ requestId, items }) =>
        client.retention.confirm.mutate({ requestId, items: seen(rows, items), isUnderstood: true })
      }
      submitLabel={actions.confirm}
      isDangerous
      done="消去を決めました"
    >
      {(form) => (
        <>
          <CheckboxGroup {...form.field("items", fields.items)} requirement="required" options={options(rows)} />
          <Checkbox {...form.field("isUnderstood", fields.isUnderstood)} requirement="required" />
        </>
      )}
    </FormDialog>
  );
};

const PostponeDialog = ({ rows }: Props) => {
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <FormDialog<z.input<typeof PostponeForm>, unknown>
      ability={first.abilities.postpone}
      label={actions.postpone}
      variant="secondary"
      title="どの記録を、いつまで延ばしますか"
      effect={<p>その日が来ると、また「確認待ち」に戻ります。理由は、選んだものだけが残ります。</p>}
      schema={PostponeForm}
      defaultValues={{ items: [], untilOn: "" }}
      send={({ requestId, items, untilOn, reason }) =>
        client.retention.postpone.mutate({ requestId, items: seen(rows, items), untilOn, reason })
      }
      submitLabel={actions.postpone}
      done="延ばしました"
    >
      {(form) => (
        <>
          <CheckboxGroup {...form.field("items", fields.items)} requirement="required" options={options(rows)} />
          <RadioGroup
            {...form.field("reason", fields.reason)}
            requirement="required"
            options={postponeReasons.map((value) => ({ value, label: retentionMessages.postponeReasons[value] }))}
          />
          <FormDateField form={form} name="untilOn" label={fields.untilOn} requirement="required" />
        </>
      )}
    </FormDialog>
  );
};

/** The two decisions, over as many records as are ticked. Whoever may take neither reads once who may. */
export const DecideDialogs = ({ rows }: Props) => {
  const refused = unavailableReason(rows.find(({ status }) => status !== "confirmed")?.abilities.postpone ?? true);
  return refused === undefined ? (
    <>
      <ConfirmDialog rows={rows.filter(({ status }) => status === "due")} />
      <PostponeDialog rows={rows.filter(({ status }) => status !== "confirmed")} />
    </>
  ) : (
    <p className="max-w-prose text-solid-gray-700">{refused}</p>
  );
};
