import { and, eq, gt, inArray, isNull, lte } from "@tsunagari/db";
import { consentGrant, person, referral } from "@tsunagari/db/schema";
import { addDays, civilDateOf, isCivilDate, lastDayOf, type CivilDate } from "@tsunagari/domain";
import {
  byDate,
  consentRenewalDays,
  isAdult,
  nextCaseStep,
  type CaseTask,
  type MemberFacts,
} from "@tsunagari/domain/case";
import { loadPersonTexts, type KeyedScope } from "./persons.ts";
import { statusOf, type CaseRow } from "./store.ts";

type Asked = { readonly caseIds: readonly string[]; readonly today: CivilDate };
type Grant = { readonly personId: string; readonly untilOn: CivilDate };

/** For each person, how long the information-sharing consent in force lasts: the longest of them. */
const loadSharing = async (
  { tx, municipalityId }: KeyedScope,
  { caseIds, today }: Asked,
): Promise<ReadonlyMap<string, CivilDate>> => {
  const rows = await tx
    .select({ personId: consentGrant.personId, untilOn: consentGrant.untilOn })
    .from(consentGrant)
    .where(
      and(
        eq(consentGrant.municipalityId, municipalityId),
        inArray(consentGrant.caseId, [...caseIds]),
        eq(consentGrant.purpose, "informationSharing"),
        isNull(consentGrant.withdrawnAt),
        lte(consentGrant.sinceOn, today),
        gt(consentGrant.untilOn, today),
      ),
    );
  const longest = new Map<string, CivilDate>();
  for (const { personId, untilOn } of rows.map((row): Grant => ({ ...row, untilOn: civilDateOf(row.untilOn) }))) {
    const known = longest.get(personId);
    if (known === undefined || known < untilOn) longest.set(personId, untilOn);
  }
  return longest;
};

/** Present members of each household with the facts the guards of SM-04 ask for. */
const loadMembers = async (scope: KeyedScope, asked: Asked, sharing: ReadonlyMap<string, CivilDate>) => {
  const rows = await scope.tx
    .select({ id: person.id, caseId: person.caseId, isSubject: person.isSubject })
    .from(person)
    .where(
      and(
        eq(person.municipalityId, scope.municipalityId),
        inArray(person.caseId, [...asked.caseIds]),
        eq(person.isRemoved, false),
      ),
    );
  const texts = await loadPersonTexts(
    scope,
    rows.map((row) => row.id),
    ["birthOn", "involvedAgencies"],
  );
  return rows.map((row) => {
    const birthOn = texts.get(row.id)?.get("birthOn");
    const facts: MemberFacts = {
      isSelf: row.isSubject,
      isAdult: isAdult(birthOn !== undefined && isCivilDate(birthOn) ? civilDateOf(birthOn) : null, asked.today),
      hasInvolvedAgencies: texts.get(row.id)?.has("involvedAgencies") ?? false,
      hasInformationSharing: sharing.has(row.id),
    };
    return { caseId: row.caseId, sharedUntilOn: sharing.get(row.id) ?? null, facts };
  });
};

const loadAwaitedAnswers = ({ tx, municipalityId }: KeyedScope, { caseIds }: Asked) =>
  tx
    .select({ caseId: referral.caseId, dueOn: referral.dueOn })
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        inArray(referral.caseId, [...caseIds]),
        eq(referral.status, "sent"),
      ),
    );

/** What each of the open cases waits for, the earliest date first; a case that waits for nothing has an empty list. */
export const loadCaseTasks = async (
  scope: KeyedScope,
  rows: readonly CaseRow[],
  today: CivilDate,
): Promise<ReadonlyMap<string, readonly CaseTask[]>> => {
  const open = rows.filter((row) => statusOf(row.status) !== "closed");
  if (open.length === 0) return new Map();
  const asked = { caseIds: open.map((row) => row.id), today };
  const sharing = await loadSharing(scope, asked);
  const members = await loadMembers(scope, asked, sharing);
  const answers = await loadAwaitedAnswers(scope, asked);
  const lastRenewalOn = addDays(today, consentRenewalDays);
  return new Map(
    open.map((row) => {
      const household = members.filter((member) => member.caseId === row.id);
      const step = nextCaseStep({ status: statusOf(row.status), members: household.map((member) => member.facts) });
      const tasks: CaseTask[] = [
        ...answers.flatMap(({ caseId, dueOn }): CaseTask[] =>
          caseId === row.id && dueOn !== null ? [{ kind: "referralAnswer", on: civilDateOf(dueOn) }] : [],
        ),
        ...household.flatMap(({ sharedUntilOn }): CaseTask[] =>
          sharedUntilOn !== null && lastDayOf(sharedUntilOn) <= lastRenewalOn
            ? [{ kind: "renewConsent", on: lastDayOf(sharedUntilOn) }]
            : [],
        ),
        ...(step === null ? [] : [{ kind: step, on: null }]),
      ];
      return [row.id, tasks.toSorted(byDate)];
    }),
  );
};
