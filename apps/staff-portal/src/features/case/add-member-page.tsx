import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { AddMember, householdRelations } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  FormDateField,
  PageTitle,
  unavailableReason,
  useCommandForm,
} from "@tsunagari/portal";
import { buttonStyle, Card, Checkbox, Fieldset, Select } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { AgenciesField, ContactFields, IdentityFields } from "./person-fields.tsx";
import { caseOptions } from "./queries.ts";
import { ReadersLine } from "./readers.tsx";

const { actions, dataGroups, fields, hints, personFields } = caseMessages;

const useMemberForm = (caseId: string) => {
  const navigate = useNavigate();
  return useCommandForm({
    schema: AddMember,
    defaultValues: {
      caseId,
      relation: "spouse",
      isProtected: false,
      person: {
        identity: { name: "", kana: "", birthOn: "", preferredName: "" },
        contact: { address: "", phone: "", mail: "" },
        living: { livingSituation: "", involvedAgencies: "" },
      },
    },
    send: (input) => client.case.addMember.mutate(input),
    draft: { api: drafts, form: "householdMember", subject: caseId, caseId },
    onDone: async () => {
      announce("世帯員を加えました");
      await navigate({ to: "/cases/$caseId/household", params: { caseId } });
    },
  });
};

type MemberForm = ReturnType<typeof useMemberForm>;

const MemberFields = ({ form }: { readonly form: MemberForm }) => (
  <>
    <Select
      {...form.field("relation", fields.relation)}
      requirement="required"
      options={householdRelations.map((value) => ({ value, label: caseMessages.relations[value] }))}
    />
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
    <AgenciesField binding={form.field("person.living.involvedAgencies", personFields.involvedAgencies)} />
    <Fieldset legend={dataGroups.contact}>
      <ContactFields bind={(path, label) => form.field(`person.${path}`, label)} />
    </Fieldset>
    <Checkbox {...form.field("isProtected", actions.protect)} support={hints.isProtected} />
  </>
);

/** Adding somebody to the household. */
export const AddMemberPage = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  const form = useMemberForm(caseId);
  return (
    <>
      <PageTitle>{`${data.number} ${actions.addMember}`}</PageTitle>
      <CommandFormShell
        form={form}
        submitLabel={actions.addMember}
        pendingLabel="加えています…"
        unavailableReason={unavailableReason(data.abilities.addMember)}
        cancel={
          <Link
            to="/cases/$caseId/household"
            params={{ caseId }}
            className={buttonStyle({ variant: "text", size: "large" })}
          >
            やめる
          </Link>
        }
      >
        <Card title={actions.addMember}>
          <ReadersLine data={data} />
          <div className="flex flex-col gap-7">
            <MemberFields form={form} />
          </div>
        </Card>
      </CommandFormShell>
    </>
  );
};
