import { caseMessages } from "@tsunagari/messages";
import { eraDateText, FormDateField } from "@tsunagari/portal";
import { Checkbox, ChipList, DescriptionList, Fieldset, TextArea } from "@tsunagari/ui";
import { isCivilDate } from "@tsunagari/domain/kernel";
import {
  intakeLabels,
  LifeIssuesField,
  SourceDepartmentField,
  SourceField,
  SummaryField,
  UrgencyField,
} from "./intake-fields.tsx";
import { ContactFields, IdentityFields } from "./person-fields.tsx";
import type { IntakeForm } from "./use-intake-form.ts";

const { fields, hints, personFields } = caseMessages;
type StepProps = { readonly form: IntakeForm };

/** Where the case comes from, and when. */
export const OriginStep = ({ form }: StepProps) => (
  <>
    <SourceField binding={form.field("source", intakeLabels.source)} />
    <SourceDepartmentField binding={form.field("sourceDepartmentId", intakeLabels.sourceDepartmentId)} />
    <FormDateField form={form} name="receivedOn" label={intakeLabels.receivedOn} requirement="required" />
  </>
);

/** The issues as choices first, then words. */
export const TroubleStep = ({ form }: StepProps) => (
  <>
    <LifeIssuesField binding={form.field("lifeIssues", intakeLabels.lifeIssues)} />
    <SummaryField binding={form.field("summary", intakeLabels.summary)} />
    <TextArea
      {...form.field("person.wishes.wishes", personFields.wishes)}
      requirement="optional"
      support={hints.wishes}
      rows={3}
      limit={2000}
    />
  </>
);

/** The person the case is about. */
export const PersonStep = ({ form }: StepProps) => (
  <>
    <p className="text-solid-gray-700">
      見られるのは、このケースの担当者と担当部署の所属長だけです。健康や暮らしのようすは、受け付けたあとにケースの「世帯」で書けます。
    </p>
    <IdentityFields
      bind={(path, label) => form.field(`person.${path}`, label)}
      birthday={
        <FormDateField
          form={form}
          name="person.identity.birthOn"
          label={personFields.birthOn}
          requirement="optional"
          support={hints.birthOn}
          isBirthday
        />
      }
    />
    <Fieldset legend={caseMessages.dataGroups.contact}>
      <ContactFields bind={(path, label) => form.field(`person.${path}`, label)} />
    </Fieldset>
    <Checkbox {...form.field("isProtected", "支援措置の対象にする")} support={hints.isProtected} />
  </>
);

const dateOf = (text: string | undefined) => (text !== undefined && isCivilDate(text) ? eraDateText(text) : "");

/** What was written, once more before it is sent, with the urgency. */
export const ReviewStep = ({ form }: StepProps) => {
  const { source, receivedOn, lifeIssues, person, isProtected, members } = form.form.watch();
  const others = (members ?? []).map((member) => member.person.identity.name).filter((name) => name !== "");
  return (
    <>
      <UrgencyField binding={form.field("urgency", intakeLabels.urgency)} />
      <div className="flex flex-col gap-2">
        <h3 className="text-std-18B-160">受け付ける内容</h3>
        <DescriptionList
          items={[
            { term: fields.source, detail: caseMessages.sources[source] ?? "" },
            { term: fields.receivedOn, detail: dateOf(receivedOn) },
            {
              term: fields.lifeIssues,
              detail:
                lifeIssues.length === 0 ? (
                  ""
                ) : (
                  <ChipList
                    label={fields.lifeIssues}
                    items={lifeIssues.map((issue) => caseMessages.lifeIssues[issue])}
                  />
                ),
            },
            { term: "本人", detail: person.identity.name },
            { term: fields.members, detail: others.length === 0 ? "なし（ひとり暮らし）" : others.join("、") },
            { term: fields.isProtected, detail: isProtected === true ? "対象にする" : "対象にしない" },
          ]}
        />
      </div>
      <p className="text-solid-gray-700">
        受け付けると、ケース番号がつき、あなたが主担当になります。ほかの担当者は、あとから「担当」で加えられます。
      </p>
    </>
  );
};
