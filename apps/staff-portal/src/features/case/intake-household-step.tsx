import { householdRelations } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { FormDateField } from "@tsunagari/portal";
import { Button, Card, Checkbox, Select } from "@tsunagari/ui";
import { useFieldArray } from "react-hook-form";
import { AgenciesField, IdentityFields } from "./person-fields.tsx";
import { emptyMember, type IntakeForm } from "./use-intake-form.ts";

const { fields, hints, personFields } = caseMessages;

type MemberProps = { readonly form: IntakeForm; readonly index: number; readonly onRemove: () => void };

const MemberCard = ({ form, index, onRemove }: MemberProps) => (
  <Card
    level={3}
    title={`世帯員${index + 1}`}
    aside={
      <Button size="small" onClick={onRemove}>
        取り消す<span className="sr-only">（世帯員{index + 1}）</span>
      </Button>
    }
  >
    <div className="flex flex-col gap-6">
      <Select
        {...form.field(`members.${index}.relation`, fields.relation)}
        requirement="required"
        options={householdRelations.map((value) => ({ value, label: caseMessages.relations[value] }))}
      />
      <IdentityFields
        bind={(path, label) => form.field(`members.${index}.person.${path}`, label)}
        withPreferredName={false}
        birthday={
          <FormDateField
            form={form}
            name={`members.${index}.person.identity.birthOn`}
            label={personFields.birthOn}
            requirement="optional"
            support="18歳以上の人には、のちに本人の同意も得ます。"
            isBirthday
          />
        }
      />
      <AgenciesField
        binding={form.field(`members.${index}.person.living.involvedAgencies`, personFields.involvedAgencies)}
      />
      <Checkbox {...form.field(`members.${index}.isProtected`, "支援措置の対象にする")} support={hints.isProtected} />
    </div>
  </Card>
);

/** Who lives there too, and which agencies are in already. */
export const HouseholdStep = ({ form }: { readonly form: IntakeForm }) => {
  const { fields: members, append, remove } = useFieldArray({ control: form.form.control, name: "members" });
  return (
    <>
      <AgenciesField binding={form.field("person.living.involvedAgencies", `本人に${personFields.involvedAgencies}`)} />
      {members.length === 0 ? (
        <p className="text-solid-gray-700">ひとり暮らしのときや、まだわからないときは、そのまま次へ進みます。</p>
      ) : null}
      {members.map((member, index) => (
        <MemberCard key={member.id} form={form} index={index} onRemove={() => remove(index)} />
      ))}
      <div>
        <Button icon="plus" onClick={() => append(emptyMember, { focusName: `members.${members.length}.relation` })}>
          世帯員を加える
        </Button>
      </div>
    </>
  );
};
