import { referralMessages } from "@tsunagari/messages";
import { Card, Select, TextArea } from "@tsunagari/ui";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";
import { useVerdicts } from "./use-verdicts.ts";
import { Withheld, WrittenField } from "./written-field.tsx";

const { fields, hints, packetFields } = referralMessages;

/** Step 1: what the other side reads to decide; nothing in it may tell who the person is (D-10). */
export const BeforeFields = ({ form, draft }: { readonly form: DraftCommandForm; readonly draft: Draft }) => {
  const { verdictOf } = useVerdicts(form, draft);
  const area = verdictOf("area");
  return (
    <Card title="受け入れる前に相手が読むこと" id="before" lead={hints.beforeAcceptance}>
      <p className="max-w-prose">氏名・住所・電話番号など、本人がわかることは書かないでください。</p>
      <WrittenField
        form={form}
        name="wishes"
        verdict={verdictOf("wishes")}
        limit={1000}
        support="「必要なこと」とどちらか一方は書いてください。"
      />
      <WrittenField form={form} name="needs" verdict={verdictOf("needs")} limit={1000} />
      <TextArea {...form.field("packet.times", packetFields.times)} requirement="optional" rows={2} limit={500} />
      <TextArea
        {...form.field("packet.staffContact", packetFields.staffContact)}
        requirement="required"
        rows={2}
        limit={300}
        support="相手が質問するときの、あなたの所属・氏名・電話番号です。"
      />
      {area === true ? (
        <Select
          {...form.field("packet.areaId", fields.areaId)}
          requirement="optional"
          emptyLabel="伝えない"
          options={draft.choices.areas.map(({ id, name }) => ({ value: id, label: name }))}
          support="近くかどうかを知らせたいときだけ選びます。"
        />
      ) : (
        <Withheld label={fields.areaId} reason={area} />
      )}
    </Card>
  );
};
