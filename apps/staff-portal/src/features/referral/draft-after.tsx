import { referencedPacketFieldNames, type ReferencedPacketField } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { Card, CheckboxGroup } from "@tsunagari/ui";
import { useController } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";
import { useVerdicts, withheldReason } from "./use-verdicts.ts";
import { WithheldList, type Withheld } from "./withheld-list.tsx";
import { useWrittenFields, WrittenField } from "./written-field.tsx";

const { fields, hints, packetFields } = referralMessages;
const grouped = ["cautions", "living", "household", "health"] as const;

type FieldsProps = { readonly form: DraftCommandForm; readonly draft: Draft };

const isField = (text: string): text is ReferencedPacketField =>
  referencedPacketFieldNames.some((name) => name === text);

/** The person's own fields: those that may be chosen, with a warning at those that must be taken out again. */
const usePersonFields = ({ form, draft }: FieldsProps) => {
  const { field } = useController({ control: form.form.control, name: "packet.personFields" });
  const verdictOf = useVerdicts(form, draft);
  const chosen = (field.value ?? []).filter(isField);
  const reasonOf = (name: ReferencedPacketField): string | undefined =>
    withheldReason(name, verdictOf(name)) ??
    (draft.choices.statedPersonFields.includes(name) ? undefined : "本人の記録に書かれていません。");
  const all = referencedPacketFieldNames.map((name) => ({ name, reason: reasonOf(name) }));
  return {
    field,
    chosen,
    options: all
      .filter(({ name, reason }) => reason === undefined || chosen.includes(name))
      .map(({ name, reason }) => ({
        value: name,
        label: packetFields[name],
        ...(reason === undefined ? {} : { description: reason }),
      })),
    withheld: all.flatMap(({ name, reason }): readonly Withheld[] =>
      reason === undefined || chosen.includes(name) ? [] : [{ field: name, reason }],
    ),
  };
};

const PersonFields = ({
  form,
  personFields,
}: {
  readonly form: DraftCommandForm;
  readonly personFields: ReturnType<typeof usePersonFields>;
}) => {
  const { field, chosen, options } = personFields;
  const { error, id } = form.field("packet.personFields", "本人の記録から伝えること");
  if (options.length === 0) return null;
  return (
    <CheckboxGroup
      id={id}
      name={field.name}
      label="本人の記録から伝えること"
      requirement="optional"
      support="選んだものだけが、受け入れのあとに相手に見えます。"
      error={error}
      value={chosen}
      onBlur={field.onBlur}
      onChange={({ target }) =>
        field.onChange(target.checked ? [...chosen, target.value] : chosen.filter((name) => name !== target.value))
      }
      layout="row"
      options={options}
    />
  );
};

/** Step 2: what opens on acceptance, field by field, and only where the person agreed to the group (D-10). */
export const AfterFields = ({ form, draft }: FieldsProps) => {
  const personFields = usePersonFields({ form, draft });
  const { open, withheld } = useWrittenFields(form, draft, grouped);
  return (
    <Card title={fields.personFields} id="after" lead={hints.afterAcceptance}>
      <p className="max-w-prose">{hints.minimal}</p>
      <PersonFields form={form} personFields={personFields} />
      {open.map((name) => (
        <WrittenField key={name} form={form} draft={draft} name={name} />
      ))}
      <WithheldList fields={[...personFields.withheld, ...withheld]} />
    </Card>
  );
};
