import { asId, type CivilDate } from "@tsunagari/domain";
import { memberRelations } from "@tsunagari/domain/case";
import {
  ListConsents,
  consentEventKinds,
  consentPurposes,
  consentStateOf,
  grantStateOn,
  type ConsentFacts,
} from "@tsunagari/domain/consent";
import { findCase, listPersons, loadCaseAccess, loadPersonTexts, loadStaffNames } from "../case/index.ts";
import {
  defineQuery,
  findPersonKeys,
  literalOf,
  openText,
  readClock,
  type RunStep,
  type Subject,
} from "../kernel/index.ts";
import { loadOpenReferrals, type OpenReferral } from "./open-referrals.ts";
import { loadRecipientNames, presentGrant } from "./present.ts";
import { loadEvents, loadGrants, type StoredGrant } from "./store.ts";

type Step = RunStep<unknown, ConsentFacts>;

const presentHistory = async (step: Step, personId: string) => {
  const { keys, municipalityId, tx } = step;
  const events = await loadEvents(step, personId);
  const names = await loadStaffNames(
    step,
    events.flatMap((event) => event.userId ?? []),
  );
  const key = (await findPersonKeys({ tx, keys, municipalityId }, [personId])).get(personId);
  return events.map((event) => ({
    id: event.id,
    purpose: literalOf(consentPurposes, event.purpose),
    kind: literalOf(consentEventKinds, event.kind),
    grantId: event.grantId,
    happenedOn: event.happenedOn,
    recordedAt: event.recordedAt,
    by: event.userId === null ? null : (names.get(event.userId)?.name ?? null),
    note:
      event.noteCiphertext === null || key === undefined
        ? null
        : openText(key, event.noteCiphertext, {
            table: "consent_event",
            column: "note_ciphertext",
            municipalityId,
            rowId: event.id,
          }),
  }));
};

const presentStates = (
  history: Awaited<ReturnType<typeof presentHistory>>,
  grants: readonly StoredGrant[],
  today: CivilDate,
) => {
  const stateOf = (purpose: (typeof consentPurposes)[number]) =>
    consentStateOf(
      purpose,
      history,
      grants.some((grant) => grant.purpose === purpose && grantStateOn(grant, today) === "given"),
    );
  return {
    support: stateOf("support"),
    informationSharing: stateOf("informationSharing"),
    partnerDisclosure: stateOf("partnerDisclosure"),
  };
};

/** One person's part of the page: where each purpose stands, the grants, the history, and what may be done. */
const presentPerson = async (
  step: Step,
  about: {
    readonly person: Awaited<ReturnType<typeof listPersons>>[number];
    readonly grants: readonly StoredGrant[];
    readonly referrals: ReadonlyMap<string, readonly OpenReferral[]>;
  },
) => {
  const { today, may } = step;
  const { person, grants } = about;
  const facts = { ...step.facts, isMember: !person.isRemoved };
  const texts = await loadPersonTexts(step, [person.id], ["name"]);
  const key = (await findPersonKeys(step, [person.id])).get(person.id);
  const names = await loadRecipientNames(step, grants);
  const history = await presentHistory(step, person.id);
  const all = { ...facts, grantStates: grants.map((grant) => grantStateOn(grant, today)) };
  return {
    personId: asId<"person">(person.id),
    name: texts.get(person.id)?.get("name") ?? null,
    relation: literalOf(memberRelations, person.relation),
    isMember: !person.isRemoved,
    isProtected: person.isProtected,
    states: presentStates(history, grants, today),
    grants: grants.map((grant) => {
      const one = { ...facts, grantStates: [grantStateOn(grant, today)] };
      return {
        ...presentGrant(grant, { key, names, today }),
        openReferrals: about.referrals.get(grant.id) ?? [],
        abilities: { narrow: may("consent.narrow", one), withdraw: may("consent.withdraw", one) },
      };
    }),
    history,
    abilities: {
      ask: may("consent.ask", facts),
      refuse: may("consent.refuse", facts),
      give: may("consent.give", facts),
      withdrawAll: may("consent.withdrawAll", all),
    },
  };
};

/** All consents of a case, person by person; those who left the household too, so that they can withdraw. */
export const listConsents = defineQuery({
  action: "consent.read",
  input: ListConsents,
  load: async (step): Promise<ConsentFacts | null> => {
    const found = await findCase(step, step.input.caseId);
    if (!found) return null;
    const { today } = await readClock(step.tx);
    const access = await loadCaseAccess(step, found.id, today);
    return { ...access, isCaseClosed: found.status === "closed", isMember: true, grantStates: [] };
  },
  run: async (step) => {
    const { caseId } = step.input;
    const grants = await loadGrants(step, { caseId });
    const referrals = await loadOpenReferrals(step, caseId);
    const persons = [];
    for (const person of await listPersons(step, caseId)) {
      const own = grants.filter((grant) => grant.row.personId === person.id);
      persons.push(await presentPerson(step, { person, grants: own, referrals }));
    }
    return { caseId, erasedAt: (await findCase(step, caseId))?.erasedAt ?? null, persons };
  },
  reads: ({ value }): readonly Subject[] =>
    value.persons.map(({ personId }) => ({ kind: "person", id: personId, caseId: value.caseId, personId })),
});
