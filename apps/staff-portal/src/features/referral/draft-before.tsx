import { referralMessages } from "@tsunagari/messages";
import { Card, Select, TextArea } from "@tsunagari/ui";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";
import { useVerdicts, withheldReason } from "./use-verdicts.ts";
import { WithheldList } from "./withheld-list.tsx";
import { useWrittenFields, WrittenField } from "./written-field.tsx";

const { fields, hints, packetFields } = referralMessages;
const grouped = ["wishes", "needs"] as const;

/** Step 1: what the other side reads to decide; nothing in it may tell who the person is (D-10). */
export const BeforeFields = ({ form, draft }: { readonly form: DraftCommandForm; readonly draft: Draft }) => {
  const { open, withheld } = useWrittenFields(form, draft, grouped);
  const noArea = withheldReason("area", useVerdicts(form, draft)("area"));
  return (
    <Card title="受け入れる前に相手が読むこと" id="before" lead={hints.beforeAcceptance}>
      <p className="max-w-prose">氏名・住所・電話番号など、本人がわかることは書かないでください。</p>
      {open.map((name) => (
        <WrittenField
          key={name}
          form={form}
          draft={draft}
          name={name}
          support={
            open.length === 2 && name === "wishes"
              ? "「その場で必要なこと」と、どちらか一方は書いてください。"
              : undefined
          }
        />
      ))}
      <TextArea {...form.field("packet.times", packetFields.times)} requirement="optional" rows={2} limit={500} />
      <TextArea
        {...form.field("packet.staffContact", packetFields.staffContact)}
        requirement="required"
        rows={2}
        limit={300}
        support="相手が質問するときの、あなたの所属・氏名・電話番号です。"
      />
      {noArea === undefined ? (
        <Select
          {...form.field("packet.areaId", fields.areaId)}
          requirement="optional"
          emptyLabel="伝えない"
          options={draft.choices.areas.map(({ id, name }) => ({ value: id, label: name }))}
          support="近くかどうかを知らせたいときだけ選びます。"
        />
      ) : null}
      <WithheldList
        fields={[...withheld, ...(noArea === undefined ? [] : [{ field: "area" as const, reason: noArea }])]}
      />
    </Card>
  );
};
