import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { dataGroups } from "@tsunagari/domain/case";
import { consentPurposes } from "@tsunagari/domain/consent";
import { caseMessages, consentMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, unavailableReason, useSession, type CommandForm } from "@tsunagari/portal";
import { Card, CheckboxGroup, Fieldset, RadioGroup, Stack } from "@tsunagari/ui";
import { useState } from "react";
import { client, drafts } from "../../client.ts";
import { ConsentFormCancel, ConsentFormFrame } from "./form-frame.tsx";
import { OrganizationPicker, type Named } from "./organization-picker.tsx";
import { consentMonthsOptions, consentsOptions, departmentsOptions, type ConsentPerson } from "./queries.ts";
import { Review, viewOf } from "./review.tsx";
import type { NewConsentSearch } from "./search.ts";
import { AnswerFields, DataGroupField, PeriodFields } from "./terms-fields.tsx";
import { GiveForm, toGiveConsent, type TermsValues } from "./terms.ts";
import { useReviewedForm } from "./use-reviewed-form.ts";
import { personTitle } from "./wording.ts";

const { actions, fields, hints, purposes, purposeHints } = consentMessages;

type EditProps = {
  readonly form: CommandForm<TermsValues>;
  readonly persons: readonly ConsentPerson[];
  readonly organizations: readonly Named[];
  readonly onOrganizations: (chosen: readonly Named[]) => void;
};

const WhoAndWhy = ({ form, persons }: Pick<EditProps, "form" | "persons">) => (
  <Fieldset legend="だれの、何への同意か">
    <RadioGroup
      {...form.field("personId", "だれの同意か")}
      requirement="required"
      layout="row"
      options={persons.map((person) => ({
        value: person.personId,
        label: `${personTitle(person)}（${caseMessages.relations[person.relation]}）`,
        unavailableReason: unavailableReason(person.abilities.give),
      }))}
    />
    <RadioGroup
      {...form.field("purpose", fields.purpose)}
      requirement="required"
      support={hints.purposes}
      options={consentPurposes.map((value) => ({
        value,
        label: purposes[value],
        description: purposeHints[value],
      }))}
    />
  </Fieldset>
);

const Recipients = ({ form, organizations, onOrganizations }: Omit<EditProps, "persons">) => {
  const { data } = useSuspenseQuery(departmentsOptions);
  const purpose = form.form.watch("purpose");
  if (purpose === "informationSharing") {
    return (
      <CheckboxGroup
        {...form.field("departmentIds", fields.departmentIds)}
        requirement="required"
        support={hints.departmentIds}
        layout="row"
        options={data.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
    );
  }
  const { id, error } = form.field("organizationIds", fields.organizationIds);
  return <OrganizationPicker id={id} error={error} chosen={organizations} onChange={onOrganizations} />;
};

const Edit = ({ form, persons, organizations, onOrganizations }: EditProps) => {
  const purpose = form.form.watch("purpose");
  const person = persons.find(({ personId }) => personId === form.form.watch("personId"));
  return (
    <Card>
      <Stack>
        <WhoAndWhy form={form} persons={persons} />
        {purpose === "informationSharing" || purpose === "partnerDisclosure" ? (
          <Fieldset legend="だれに、どの情報を">
            <Recipients form={form} organizations={organizations} onOrganizations={onOrganizations} />
            <DataGroupField form={form} groups={dataGroups} isProtected={person?.isProtected ?? false} />
          </Fieldset>
        ) : null}
        <PeriodFields form={form} />
        <AnswerFields form={form} />
      </Stack>
    </Card>
  );
};

const useRecipientNames = (form: CommandForm<TermsValues>, organizations: readonly Named[]): readonly string[] => {
  const { data } = useSuspenseQuery(departmentsOptions);
  const { purpose, departmentIds } = form.form.getValues();
  if (purpose === "partnerDisclosure") return organizations.map(({ name }) => name);
  return data.departments.filter(({ id }) => departmentIds?.includes(id) === true).map(({ name }) => name);
};

const ReadThrough = ({ form, persons, organizations }: Omit<EditProps, "onOrganizations">) => {
  const recipients = useRecipientNames(form, organizations);
  const { data: months } = useSuspenseQuery(consentMonthsOptions);
  const terms = GiveForm.parse(form.form.getValues());
  const person = persons.find(({ personId }) => personId === terms.personId);
  return (
    <Review name={person === undefined ? "本人" : personTitle(person)} view={viewOf(terms, { recipients, months })} />
  );
};

/** The subject of the case comes first; nobody is chosen who cannot give one. */
const firstPerson = (persons: readonly ConsentPerson[], wanted: string | undefined): string | undefined => {
  const able = persons.filter(({ abilities }) => abilities.give === true);
  return (able.find(({ personId }) => personId === wanted) ?? able.at(0))?.personId;
};

const useGiveForm = (caseId: string, search: NewConsentSearch, persons: readonly ConsentPerson[]) => {
  const { today } = useSession();
  const navigate = useNavigate();
  return useReviewedForm({
    schema: GiveForm,
    defaultValues: {
      personId: firstPerson(persons, search.person) ?? "",
      ...(search.purpose === undefined ? {} : { purpose: search.purpose }),
      departmentIds: search.departments ?? [],
      organizationIds: [],
      dataGroups: [],
      givenOn: today,
      lastOn: "",
      witness: "",
      formNote: "",
      givenBy: "person",
      representativeName: "",
    },
    send: (values) => client.consent.give.mutate(toGiveConsent(values)),
    draft: { api: drafts, form: "consentGrant", subject: caseId, caseId },
    onDone: async (values) => {
      announce("同意を記録しました");
      await (search.meeting === undefined
        ? navigate({ to: "/cases/$caseId/consents", params: { caseId } })
        : navigate({
            to: "/meetings/$meetingId/agenda",
            params: { meetingId: search.meeting },
            search: { case: caseId, person: values.personId },
          }));
    },
  });
};

/** Records a consent: first what was agreed, then the same in the person's words, and only then it is stored. */
export const GiveConsentPage = ({ caseId, search }: { readonly caseId: string; readonly search: NewConsentSearch }) => {
  const { data } = useSuspenseQuery(consentsOptions(caseId));
  const persons = data.persons.filter(({ isMember }) => isMember);
  const [organizations, setOrganizations] = useState<readonly Named[]>([]);
  const { form, isReviewing, goBack } = useGiveForm(caseId, search, persons);
  const choose = (chosen: readonly Named[]) => {
    setOrganizations(chosen);
    form.form.setValue(
      "organizationIds",
      chosen.map(({ id }) => id),
      { shouldDirty: true, shouldValidate: form.form.formState.isSubmitted },
    );
  };
  const refusal = persons.some(({ abilities }) => abilities.give === true)
    ? undefined
    : unavailableReason(persons[0]?.abilities.give ?? "consent.person_left");
  return (
    <ConsentFormFrame caseId={caseId} title={actions.give} isReviewing={isReviewing}>
      <CommandFormShell
        form={form}
        submitLabel={isReviewing ? "この内容で記録する" : "内容を確かめる"}
        pendingLabel={isReviewing ? "記録しています…" : "確かめています…"}
        unavailableReason={refusal}
        cancel={<ConsentFormCancel caseId={caseId} goBack={isReviewing ? goBack : null} />}
      >
        {isReviewing ? (
          <ReadThrough form={form} persons={persons} organizations={organizations} />
        ) : (
          <Edit form={form} persons={persons} organizations={organizations} onOrganizations={choose} />
        )}
      </CommandFormShell>
    </ConsentFormFrame>
  );
};
