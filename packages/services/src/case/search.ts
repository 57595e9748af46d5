import { and, countDistinct, eq, gt, inArray, isNull, lte, or } from "@tsunagari/db";
import { caseAssignment, person, personNameToken } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { gramsOfSearch, nameMatches } from "@tsunagari/domain/case";
import { loadPersonTexts, type KeyedScope } from "./persons.ts";

/** Beyond this many candidates a name says nothing; more characters have to be typed. */
const candidateLimit = 500;

/** Cases the user has a duty on today; the fence also opens those a supervisor reads. */
export const loadAssignedCaseIds = async (
  { tx, municipalityId }: KeyedScope,
  who: { readonly userId: string; readonly on: CivilDate },
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .select({ caseId: caseAssignment.caseId })
    .from(caseAssignment)
    .where(
      and(
        eq(caseAssignment.municipalityId, municipalityId),
        eq(caseAssignment.userId, who.userId),
        lte(caseAssignment.sinceOn, who.on),
        or(isNull(caseAssignment.untilOn), gt(caseAssignment.untilOn, who.on)),
      ),
    );
  return new Set(rows.map((row) => row.caseId));
};

/**
 * Cases with a present member of that name, inside the fence (D-35): candidates by HMAC'd grams, rechecked in clear.
 * D-23: a protected person is found by the assigned team alone, with the same answer for others as if there were none.
 */
export const findCaseIdsByName = async (
  scope: KeyedScope,
  typed: string,
  assignedCaseIds: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const { tx, keys, municipalityId } = scope;
  const tokens = gramsOfSearch(typed).map((gram) => keys.nameToken(municipalityId, gram));
  if (tokens.length === 0) return [];
  const candidates = await tx
    .select({ personId: personNameToken.personId })
    .from(personNameToken)
    .where(and(eq(personNameToken.municipalityId, municipalityId), inArray(personNameToken.token, tokens)))
    .groupBy(personNameToken.personId)
    .having(eq(countDistinct(personNameToken.token), tokens.length))
    .limit(candidateLimit);
  if (candidates.length === 0) return [];
  const persons = await tx
    .select({ id: person.id, caseId: person.caseId, isProtected: person.isProtected })
    .from(person)
    .where(
      and(
        eq(person.municipalityId, municipalityId),
        inArray(
          person.id,
          candidates.map((one) => one.personId),
        ),
        eq(person.isRemoved, false),
      ),
    );
  const visible = persons.filter((one) => !one.isProtected || assignedCaseIds.has(one.caseId));
  const texts = await loadPersonTexts(
    scope,
    visible.map((one) => one.id),
    ["name", "kana"],
  );
  const found = visible.filter((one) => {
    const text = texts.get(one.id);
    return nameMatches(typed, [text?.get("name") ?? null, text?.get("kana") ?? null]);
  });
  return [...new Set(found.map((one) => one.caseId))];
};
