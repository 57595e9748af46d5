import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { consentMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  RouteNotFound,
  unavailableReason,
  useSession,
  type CommandForm,
} from "@tsunagari/portal";
import { buttonStyle, Card, CheckboxGroup, Fieldset, Stack } from "@tsunagari/ui";
import { useMemo } from "react";
import { client, drafts } from "../../client.ts";
import { ConsentFormCancel, ConsentFormFrame } from "./form-frame.tsx";
import { NarrowOutcome, outcomeOf } from "./narrow-outcome.tsx";
import { consentsOptions, type ConsentGrant, type ConsentPerson } from "./queries.ts";
import { Review, viewOf } from "./review.tsx";
import { AnswerFields, DataGroupField, PeriodFields } from "./terms-fields.tsx";
import { narrowFormOf, toNarrowConsent, type TermsValues } from "./terms.ts";
import { useReviewedForm } from "./use-reviewed-form.ts";
import { personTitle } from "./wording.ts";

const { actions, fields, hints, purposes } = consentMessages;

type NarrowProps = { readonly caseId: string; readonly person: ConsentPerson; readonly grant: ConsentGrant };

const idsOf = (grant: ConsentGrant, kind: "department" | "organization"): string[] =>
  grant.recipients.filter((recipient) => recipient.kind === kind).map(({ id }): string => id);

const useNarrowForm = ({ caseId, person, grant }: NarrowProps) => {
  const { today } = useSession();
  const navigate = useNavigate();
  const schema = useMemo(() => narrowFormOf(grant.id), [grant.id]);
  return useReviewedForm({
    schema,
    defaultValues: {
      personId: person.personId,
      purpose: grant.purpose,
      departmentIds: idsOf(grant, "department"),
      organizationIds: idsOf(grant, "organization"),
      dataGroups: [...grant.dataGroups],
      givenOn: today,
      lastOn: grant.lastOn,
      witness: "",
      formNote: "",
      givenBy: "person",
      representativeName: "",
    },
    send: (values) => client.consent.narrow.mutate(toNarrowConsent(values, grant.id)),
    draft: { api: drafts, form: "consentNarrowing", subject: grant.id, caseId },
    onDone: async (values) => {
      const { ending } = outcomeOf(grant.openReferrals, keptOf(values));
      announce(
        ending.length === 0
          ? "同意の範囲を狭めました"
          : `同意の範囲を狭めました。つなぎ ${ending.length}件が終わり、受入先はもう見られません`,
      );
      await navigate({ to: "/cases/$caseId/consents", params: { caseId } });
    },
  });
};

const keptOf = ({ organizationIds, dataGroups }: TermsValues) => ({
  organizationIds: organizationIds ?? [],
  dataGroups: dataGroups ?? [],
});

type EditProps = { readonly form: CommandForm<TermsValues> } & Pick<NarrowProps, "person" | "grant">;

const Edit = ({ form, person, grant }: EditProps) => {
  const name = grant.purpose === "informationSharing" ? "departmentIds" : "organizationIds";
  return (
    <Card title={purposes[grant.purpose]} lead={hints.narrow}>
      <Stack>
        <Fieldset legend="残すもの" lead="外すものの印を消してください。ここにないものは、足せません。">
          <CheckboxGroup
            {...form.field(name, fields[name])}
            requirement="required"
            layout="row"
            options={grant.recipients.map((recipient) => ({ value: recipient.id, label: recipient.name ?? "—" }))}
          />
          <DataGroupField form={form} groups={grant.dataGroups} isProtected={person.isProtected} />
        </Fieldset>
        <PeriodFields form={form} lastOnHint="いまの同意より長くはできません。" />
        <AnswerFields form={form} />
      </Stack>
    </Card>
  );
};

const ReadThrough = ({ form, person, grant }: EditProps) => {
  const terms = narrowFormOf(grant.id).parse(form.form.getValues());
  const kept = new Set<string>([...terms.departmentIds, ...terms.organizationIds]);
  const recipients = grant.recipients.filter(({ id }) => kept.has(id)).map(({ name }) => name ?? "—");
  const view = viewOf(terms, { recipients, months: 12 });
  // Left open, the last day stays what it was.
  return <Review name={personTitle(person)} view={{ ...view, lastOn: terms.lastOn ?? grant.lastOn }} />;
};

const NarrowForm = ({ caseId, person, grant }: NarrowProps) => {
  const { form, isReviewing, goBack } = useNarrowForm({ caseId, person, grant });
  const outcome = outcomeOf(grant.openReferrals, keptOf(form.form.watch()));
  return (
    <ConsentFormFrame caseId={caseId} title={actions.narrow} name={personTitle(person)} isReviewing={isReviewing}>
      <CommandFormShell
        form={form}
        submitLabel={isReviewing ? actions.narrow : "内容を確かめる"}
        pendingLabel={isReviewing ? "記録しています…" : "確かめています…"}
        variant={isReviewing && outcome.ending.length > 0 ? "danger" : "primary"}
        unavailableReason={unavailableReason(grant.abilities.narrow)}
        cancel={<ConsentFormCancel caseId={caseId} goBack={isReviewing ? goBack : null} />}
      >
        {isReviewing ? (
          <ReadThrough form={form} person={person} grant={grant} />
        ) : (
          <Edit form={form} person={person} grant={grant} />
        )}
        {grant.purpose === "partnerDisclosure" ? <NarrowOutcome outcome={outcome} /> : null}
      </CommandFormShell>
    </ConsentFormFrame>
  );
};

type PageProps = { readonly caseId: string; readonly grantId: string };

/** Makes a consent smaller: the old one is withdrawn, a new one is made, in one act (D-02). */
export const NarrowConsentPage = ({ caseId, grantId }: PageProps) => {
  const { data } = useSuspenseQuery(consentsOptions(caseId));
  const person = data.persons.find(({ grants }) => grants.some(({ id }) => id === grantId));
  const grant = person?.grants.find(({ id }) => id === grantId);
  if (person === undefined || grant === undefined) {
    return (
      <RouteNotFound
        home={
          <Link to="/cases/$caseId/consents" params={{ caseId }} className={buttonStyle()}>
            同意へ戻る
          </Link>
        }
      />
    );
  }
  return <NarrowForm caseId={caseId} person={person} grant={grant} />;
};
