import { and, count, eq, gt, inArray, isNull, lte } from "@tsunagari/db";
import { caseEvent, consentGrant, person, referral, supportCase } from "@tsunagari/db/schema";
import { civilDateOf, isCivilDate, type CivilDate, type Instant } from "@tsunagari/domain";
import {
  caseStatuses,
  isAdult,
  type CaseEventKind,
  type CaseFacts,
  type CaseId,
  type CaseStatus,
  type PersonId,
} from "@tsunagari/domain/case";
import { openReferralStatuses } from "@tsunagari/domain/referral";
import { demandFound, literalOf, newId, openCaseKey, readClock, sealText, type CipherPlace } from "../kernel/index.ts";
import { loadCaseAccess, type Scope } from "./access.ts";
import { loadPersonTexts, type KeyedScope } from "./persons.ts";

export type CaseRow = typeof supportCase.$inferSelect;
export type PersonRow = typeof person.$inferSelect;

/** The state of a case from its column. */
export const statusOf = (text: string): CaseStatus => literalOf(caseStatuses, text);

/** The row of a case, or null where it is none or the fence hides it. */
export const findCase = async ({ tx, municipalityId }: Scope, caseId: string): Promise<CaseRow | null> => {
  const [row] = await tx
    .select()
    .from(supportCase)
    .where(and(eq(supportCase.municipalityId, municipalityId), eq(supportCase.id, caseId)));
  return row ?? null;
};

/** Locks a case. Its key does not change, so rows that refer to it may still be written beside the lock. */
const lockCase = async ({ tx, municipalityId }: Scope, caseId: string): Promise<void> => {
  await tx
    .select({ id: supportCase.id })
    .from(supportCase)
    .where(and(eq(supportCase.municipalityId, municipalityId), eq(supportCase.id, caseId)))
    .for("no key update");
};

/** The row of a person, or null where the fence hides it. */
export const findPerson = async ({ tx, municipalityId }: Scope, personId: string): Promise<PersonRow | null> => {
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.municipalityId, municipalityId), eq(person.id, personId)));
  return row ?? null;
};

/** The row of a person a command has loaded before; `not_found` otherwise. */
export const getPerson = async (scope: Scope, personId: PersonId): Promise<PersonRow> =>
  demandFound(await findPerson(scope, personId));

/** Persons of a household in their order, those who left it at the end. */
export const listPersons = ({ tx, municipalityId }: Scope, caseId: string): Promise<PersonRow[]> =>
  tx
    .select()
    .from(person)
    .where(and(eq(person.municipalityId, municipalityId), eq(person.caseId, caseId)))
    .orderBy(person.isRemoved, person.sortOrder, person.id);

/** Who of the case has an information-sharing consent in force; locked where a command relies on it. */
const personsSharing = async (
  { tx, municipalityId }: Scope,
  about: { readonly caseId: string; readonly on: CivilDate; readonly isLocking: boolean },
): Promise<ReadonlySet<string>> => {
  const query = tx
    .select({ personId: consentGrant.personId })
    .from(consentGrant)
    .where(
      and(
        eq(consentGrant.municipalityId, municipalityId),
        eq(consentGrant.caseId, about.caseId),
        eq(consentGrant.purpose, "informationSharing"),
        isNull(consentGrant.withdrawnAt),
        lte(consentGrant.sinceOn, about.on),
        gt(consentGrant.untilOn, about.on),
      ),
    );
  const rows = await (about.isLocking ? query.for("share") : query);
  return new Set(rows.map((row) => row.personId));
};

const countOpenReferrals = async ({ tx, municipalityId }: Scope, caseId: string): Promise<number> => {
  const [row] = await tx
    .select({ open: count() })
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.caseId, caseId),
        inArray(referral.status, [...openReferralStatuses]),
      ),
    );
  return row?.open ?? 0;
};

const factsOf = async (scope: KeyedScope, row: CaseRow, isLocking: boolean): Promise<CaseFacts> => {
  const { today } = await readClock(scope.tx);
  const present = (await listPersons(scope, row.id)).filter((one) => !one.isRemoved);
  const texts = await loadPersonTexts(
    scope,
    present.map((one) => one.id),
    ["birthOn", "involvedAgencies"],
  );
  const sharing = await personsSharing(scope, { caseId: row.id, on: today, isLocking });
  return {
    ...(await loadCaseAccess(scope, row.id, today)),
    status: statusOf(row.status),
    members: present.map((one) => {
      const birthOn = texts.get(one.id)?.get("birthOn");
      return {
        isSelf: one.isSubject,
        isAdult: isAdult(birthOn !== undefined && isCivilDate(birthOn) ? civilDateOf(birthOn) : null, today),
        hasInvolvedAgencies: texts.get(one.id)?.has("involvedAgencies") ?? false,
        hasInformationSharing: sharing.has(one.id),
      };
    }),
    openReferralCount: await countOpenReferrals(scope, row.id),
    isErased: row.erasedAt !== null,
  };
};

/** The facts of a case as they stand; null where the fence hides it. */
export const findCaseFacts = async (scope: KeyedScope, caseId: CaseId): Promise<CaseFacts | null> => {
  const row = await findCase(scope, caseId);
  return row && factsOf(scope, row, false);
};

/** The facts of a case with its row and the consents it relies on locked. */
export const loadCaseForUpdate = async (scope: KeyedScope, caseId: CaseId): Promise<CaseFacts | null> => {
  await lockCase(scope, caseId);
  const row = await findCase(scope, caseId);
  return row && factsOf(scope, row, true);
};

/** As `loadCaseForUpdate`, by one of the persons, whose row is locked too. */
export const loadPersonForUpdate = async (scope: KeyedScope, personId: PersonId): Promise<CaseFacts | null> => {
  const found = await findPerson(scope, personId);
  if (!found) return null;
  await lockCase(scope, found.caseId);
  await scope.tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.municipalityId, scope.municipalityId), eq(person.id, personId)))
    .for("no key update");
  const row = await findCase(scope, found.caseId);
  return row && factsOf(scope, row, true);
};

/** Where a text under the case's key stands. */
export const caseTextPlace = (
  table: "support_case" | "case_event" | "meeting_decision",
  place: { readonly column: string; readonly municipalityId: string; readonly rowId: string },
): CipherPlace => ({ table, ...place });

type NewEvent = {
  readonly caseId: string;
  readonly kind: CaseEventKind;
  readonly userId: string | null;
  readonly at: Instant;
  readonly note?: string | null;
};

/** Adds to the history of a case; the note is encrypted under the case's key. */
export const addCaseEvent = async (scope: KeyedScope, event: NewEvent): Promise<void> => {
  const { tx, keys, municipalityId } = scope;
  const { note = null, ...rest } = event;
  const id = newId<"caseEvent">();
  const place = caseTextPlace("case_event", { column: "note_ciphertext", municipalityId, rowId: id });
  const key = note === null ? null : openCaseKey(keys, demandFound(await findCase(scope, event.caseId)));
  await tx.insert(caseEvent).values({
    municipalityId,
    id,
    ...rest,
    noteCiphertext: key === null || note === null ? null : sealText(key, note, place),
  });
};
