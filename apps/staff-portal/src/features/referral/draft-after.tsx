import { referencedPacketFieldNames, type ReferencedPacketField } from "@tsunagari/domain/referral";
import { reasonText, referralMessages } from "@tsunagari/messages";
import { Card, CheckboxGroup, type ChoiceOption } from "@tsunagari/ui";
import { useController } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";
import { useVerdicts, type Verdicts } from "./use-verdicts.ts";
import { WrittenField } from "./written-field.tsx";

const { fields, hints, packetFields } = referralMessages;

type FieldsProps = { readonly form: DraftCommandForm; readonly draft: Draft };

type OptionFacts = Pick<Verdicts, "verdictOf"> & {
  readonly isStated: (field: ReferencedPacketField) => boolean;
  readonly isChosen: (field: ReferencedPacketField) => boolean;
};

const optionOf = (field: ReferencedPacketField, { verdictOf, isStated, isChosen }: OptionFacts): ChoiceOption => {
  const verdict = verdictOf(field);
  const reason =
    verdict !== true ? reasonText(verdict) : isStated(field) ? undefined : "本人の記録に書かれていません。";
  const option = { value: field, label: packetFields[field] };
  if (reason === undefined) return option;
  // What was chosen under another consent must remain possible to take out.
  return isChosen(field) ? { ...option, description: reason } : { ...option, unavailableReason: reason };
};

const PersonFields = ({ form, draft }: FieldsProps) => {
  const { field } = useController({ control: form.form.control, name: "packet.personFields" });
  const { error, id } = form.field("packet.personFields", fields.personFields);
  const { verdictOf } = useVerdicts(form, draft);
  const chosen: readonly string[] = field.value ?? [];
  const facts: OptionFacts = {
    verdictOf,
    isStated: (name) => draft.choices.statedPersonFields.includes(name),
    isChosen: (name) => chosen.includes(name),
  };
  return (
    <CheckboxGroup
      id={id}
      name={field.name}
      label="本人の記録から伝えること"
      requirement="optional"
      support="ここで選んだものだけが、受け入れのあとに相手に見えます。選ばなければ伝わりません。"
      error={error}
      value={chosen}
      onBlur={field.onBlur}
      onChange={({ target }) =>
        field.onChange(target.checked ? [...chosen, target.value] : chosen.filter((name) => name !== target.value))
      }
      layout="row"
      options={referencedPacketFieldNames.map((name) => optionOf(name, facts))}
    />
  );
};

/** Step 2: what opens on acceptance, field by field, and only where the person agreed to the group (D-10). */
export const AfterFields = ({ form, draft }: FieldsProps) => {
  const { verdictOf } = useVerdicts(form, draft);
  return (
    <Card title={fields.personFields} id="after" lead={hints.afterAcceptance}>
      <p className="max-w-prose">{hints.minimal}</p>
      <PersonFields form={form} draft={draft} />
      {(["cautions", "living", "household", "health"] as const).map((name) => (
        <WrittenField key={name} form={form} name={name} verdict={verdictOf(name)} limit={1000} />
      ))}
    </Card>
  );
};
