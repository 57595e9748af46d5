import { accessibilityFlags } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { unavailableReason, type CommandForm } from "@tsunagari/portal";
import { Button, CheckboxGroup, RadioGroup, TextField } from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import { EditorSection, More } from "./editor-section.tsx";
import type { EditorValues } from "./editor-values.ts";
import type { Organization } from "./queries.ts";

const { accessibility, fields, sections } = activityMessages;

type WhereSectionProps = {
  readonly form: CommandForm<EditorValues>;
  readonly organization: Organization;
  readonly onAddPlace: () => void;
};

const Accessibility = ({ form }: Pick<WhereSectionProps, "form">) => {
  const chosen = useWatch({ control: form.form.control, name: "content.accessibility" });
  const hasError = form.form.formState.errors.content?.accessibilityNote !== undefined;
  const count = chosen.length === 0 ? "" : `（${chosen.length}つ選んでいます）`;
  return (
    <More label={`施設・設備${count}`} isOpen={hasError}>
      <CheckboxGroup
        {...form.field("content.accessibility", fields.accessibility)}
        requirement="optional"
        layout="row"
        options={accessibilityFlags.map((value) => ({ value, label: accessibility[value] }))}
      />
      <TextField
        {...form.field("content.accessibilityNote", fields.accessibilityNote)}
        requirement="optional"
        width="full"
        autoComplete="off"
      />
    </More>
  );
};

export const WhereSection = ({ form, organization, onAddPlace }: WhereSectionProps) => (
  <EditorSection id="where" number={3} title={sections.where}>
    {organization.places.length === 0 ? (
      <p>場所がまだありません。「新しい場所を追加する」を押して、場所を書いてください。</p>
    ) : null}
    <RadioGroup
      {...form.field("content.placeId", fields.placeId)}
      requirement="required"
      options={organization.places.map(({ id, name, address }) => ({ value: id, label: name, description: address }))}
    />
    <div>
      <Button icon="plus" unavailableReason={unavailableReason(organization.abilities.addPlace)} onClick={onAddPlace}>
        新しい場所を追加する
      </Button>
    </div>
    <Accessibility form={form} />
  </EditorSection>
);
