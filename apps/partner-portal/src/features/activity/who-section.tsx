import { audiences, joinWays } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { CheckboxGroup, RadioGroup, TextArea, TextField } from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import { EditorSection } from "./editor-section.tsx";
import type { EditorValues } from "./editor-values.ts";

const { fields, sections } = activityMessages;

type Props = { readonly form: CommandForm<EditorValues> };

const Fee = ({ form }: Props) => {
  const isFree = useWatch({ control: form.form.control, name: "content.isFree" });
  return (
    <>
      <RadioGroup
        {...form.field("content.isFree", fields.isFree)}
        requirement="required"
        options={[
          { value: "free", label: "無料" },
          { value: "paid", label: "費用がかかる" },
        ]}
      />
      {isFree === "" ? null : (
        <TextField
          {...form.field("content.feeNote", fields.feeNote)}
          requirement={isFree === "paid" ? "required" : "optional"}
          width="full"
          autoComplete="off"
          support={isFree === "paid" ? "例：こども無料、大人300円" : "例：材料を持ち寄ります。"}
        />
      )}
    </>
  );
};

export const WhoSection = ({ form }: Props) => (
  <EditorSection id="who" number={4} title={sections.who}>
    <CheckboxGroup
      {...form.field("content.audiences", fields.audiences)}
      requirement="required"
      layout="row"
      support="いくつでも選べます。"
      options={audiences.map((value) => ({ value, label: activityMessages.audiences[value] }))}
    />
    <TextField
      {...form.field("content.audienceNote", fields.audienceNote)}
      requirement="optional"
      width="full"
      autoComplete="off"
      support="例：小学生。保護者もいっしょに来られます。"
    />
    <RadioGroup
      {...form.field("content.joinWay", fields.joinWay)}
      requirement="required"
      options={joinWays.map((value) => ({ value, label: activityMessages.joinWays[value] }))}
    />
    <TextArea
      {...form.field("content.joinNote", fields.joinNote)}
      requirement="optional"
      rows={3}
      limit={500}
      support="例：前の日までに電話をください。"
    />
    <Fee form={form} />
  </EditorSection>
);
