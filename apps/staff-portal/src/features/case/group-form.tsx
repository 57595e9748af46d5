import { UpdatePerson, type DataGroup, type PersonField } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { FormDateField, FormDialog, type CommandForm } from "@tsunagari/portal";
import { TextArea } from "@tsunagari/ui";
import type { z } from "zod";
import { client, drafts } from "../../client.ts";
import { ContactFields, IdentityFields } from "./person-fields.tsx";
import type { Member, SupportCase } from "./queries.ts";

const { personFields: labels, hints, dataGroups } = caseMessages;
type Values = z.input<typeof UpdatePerson>;
type Changes = Values["changes"];

/** What a group holds now, as the form types it: the group that is sent replaces all its fields. */
const changesOf = (group: DataGroup, { data }: Member): Changes => {
  switch (group) {
    case "identity": {
      const { name, kana, birthOn, preferredName } = data.identity;
      return {
        identity: { name: name ?? "", kana: kana ?? "", birthOn: birthOn ?? "", preferredName: preferredName ?? "" },
      };
    }
    case "contact": {
      const { address, phone, mail } = data.contact;
      return { contact: { address: address ?? "", phone: phone ?? "", mail: mail ?? "" } };
    }
    case "household":
      return { household: { householdSituation: data.household.householdSituation ?? "" } };
    case "living": {
      const { livingSituation, involvedAgencies } = data.living;
      return { living: { livingSituation: livingSituation ?? "", involvedAgencies: involvedAgencies ?? "" } };
    }
    case "health":
      return { health: { healthSituation: data.health.healthSituation ?? "" } };
    case "needs":
      return { needs: { supportNeeds: data.needs.supportNeeds ?? "" } };
    case "wishes":
      return { wishes: { wishes: data.wishes.wishes ?? "" } };
    case "cautions":
      return { cautions: { cautions: data.cautions.cautions ?? "" } };
  }
};

const supports: Partial<Record<PersonField, string>> = {
  involvedAgencies: hints.involvedAgencies,
  wishes: hints.wishes,
};

/** The groups of free text, with the path of each of their fields. */
const paragraphs = {
  household: ["changes.household.householdSituation"],
  living: ["changes.living.involvedAgencies", "changes.living.livingSituation"],
  health: ["changes.health.healthSituation"],
  needs: ["changes.needs.supportNeeds"],
  wishes: ["changes.wishes.wishes"],
  cautions: ["changes.cautions.cautions"],
} as const;

const fieldOf = (path: (typeof paragraphs)[keyof typeof paragraphs][number]): PersonField => {
  const name = path.slice(path.lastIndexOf(".") + 1);
  // The runtime fact: every path above ends in a field's name.
  return name as PersonField;
};

const GroupFields = ({ form, group }: { readonly form: CommandForm<Values>; readonly group: DataGroup }) => {
  if (group === "identity") {
    return (
      <IdentityFields
        bind={(path, label) => form.field(`changes.${path}`, label)}
        birthday={
          <FormDateField
            form={form}
            name="changes.identity.birthOn"
            label={labels.birthOn}
            requirement="optional"
            support={hints.birthOn}
            isBirthday
          />
        }
      />
    );
  }
  if (group === "contact") return <ContactFields bind={(path, label) => form.field(`changes.${path}`, label)} />;
  return paragraphs[group].map((path) => {
    const field = fieldOf(path);
    return (
      <TextArea
        {...form.field(path, labels[field])}
        key={path}
        requirement="optional"
        support={supports[field]}
        rows={field === "involvedAgencies" ? 2 : 5}
        limit={field === "involvedAgencies" ? 1000 : 2000}
      />
    );
  });
};

type GroupProps = { readonly member: Member; readonly group: DataGroup };

/** Changing one group of what is stored about a person. */
export const GroupDialog = ({ data, member, group }: GroupProps & { readonly data: SupportCase }) => (
  <FormDialog
    ability={data.abilities.updatePerson}
    size="small"
    label={
      <>
        直す<span className="sr-only">（{`${member.data.identity.name ?? ""}の${dataGroups[group]}`}）</span>
      </>
    }
    title={`${dataGroups[group]}を直す`}
    schema={UpdatePerson}
    defaultValues={{ personId: member.id, version: member.version, changes: changesOf(group, member) }}
    send={(input) => client.case.updatePerson.mutate(input)}
    draft={{ api: drafts, form: "personData", subject: `${member.id}:${group}`, personId: member.id }}
    submitLabel="保存する"
    pendingLabel="保存しています…"
    done={`${dataGroups[group]}を直しました`}
  >
    {(form) => (
      <div className="flex flex-col gap-6">
        <GroupFields form={form} group={group} />
      </div>
    )}
  </FormDialog>
);
