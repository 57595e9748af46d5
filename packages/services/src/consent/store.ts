import { and, asc, eq, inArray } from "@tsunagari/db";
import {
  consentEvent,
  consentGrant,
  consentGrantGroup,
  consentGrantRecipient,
  supportCase,
} from "@tsunagari/db/schema";
import { asId, civilDateOf, type CivilDate, type Instant } from "@tsunagari/domain";
import { dataGroups, type PersonId } from "@tsunagari/domain/case";
import {
  consentEventKinds,
  consentPurposes,
  consentStateOf,
  grantStateOn,
  type ConsentEventKind,
  type ConsentFacts,
  type ConsentGrant,
  type ConsentGrantId,
  type ConsentPurpose,
  type ConsentRecipient,
  type ConsentState,
  type GrantState,
} from "@tsunagari/domain/consent";
import { findCase, findPerson, loadCaseAccess, type KeyedScope, type Scope } from "../case/index.ts";
import { getPersonKey, literalOf, newId, readClock, sealText } from "../kernel/index.ts";

export type GrantRow = typeof consentGrant.$inferSelect;
/** A stored grant as the domain judges it, with its row. */
export type StoredGrant = ConsentGrant & {
  readonly id: ConsentGrantId;
  readonly untilOn: CivilDate;
  readonly row: GrantRow;
};

/** Which grants: of a case, of a person, or one. */
export type GrantFilter = { readonly caseId: string } | { readonly personId: string } | { readonly grantId: string };

const whereOf = ({ municipalityId }: Scope, filter: GrantFilter) =>
  and(
    eq(consentGrant.municipalityId, municipalityId),
    "caseId" in filter ? eq(consentGrant.caseId, filter.caseId) : undefined,
    "personId" in filter ? eq(consentGrant.personId, filter.personId) : undefined,
    "grantId" in filter ? eq(consentGrant.id, filter.grantId) : undefined,
  );

/** Locks grants in the order of their ids: `update` to end them, `share` to rely on them. */
export const lockGrants = async (scope: Scope, filter: GrantFilter, strength: "update" | "share"): Promise<void> => {
  await scope.tx
    .select({ id: consentGrant.id })
    .from(consentGrant)
    .where(whereOf(scope, filter))
    .orderBy(asc(consentGrant.id))
    .for(strength);
};

const recipientOf = (row: { departmentId: string | null; organizationId: string | null }): ConsentRecipient[] => {
  if (row.departmentId !== null) return [{ kind: "department", id: asId<"department">(row.departmentId) }];
  return row.organizationId === null ? [] : [{ kind: "organization", id: asId<"organization">(row.organizationId) }];
};

/** Grants with recipients and groups, the latest first. */
export const loadGrants = async (scope: Scope, filter: GrantFilter): Promise<readonly StoredGrant[]> => {
  const { tx, municipalityId } = scope;
  const rows = await tx.select().from(consentGrant).where(whereOf(scope, filter));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const recipients = await tx
    .select()
    .from(consentGrantRecipient)
    .where(and(eq(consentGrantRecipient.municipalityId, municipalityId), inArray(consentGrantRecipient.grantId, ids)));
  const groups = await tx
    .select()
    .from(consentGrantGroup)
    .where(and(eq(consentGrantGroup.municipalityId, municipalityId), inArray(consentGrantGroup.grantId, ids)));
  return rows
    .toSorted((a, b) => b.givenOn.localeCompare(a.givenOn) || b.id.localeCompare(a.id))
    .map((row) => ({
      row,
      id: asId<"consentGrant">(row.id),
      purpose: literalOf(consentPurposes, row.purpose),
      recipients: recipients.filter((one) => one.grantId === row.id).flatMap(recipientOf),
      dataGroups: dataGroups.filter((group) => groups.some((one) => one.grantId === row.id && one.dataGroup === group)),
      sinceOn: civilDateOf(row.sinceOn),
      untilOn: civilDateOf(row.untilOn),
      withdrawnAt: row.withdrawnAt,
    }));
};

/** Facts about consents of one person; null where the fence hides them. The case is kept from closing meanwhile. */
export const loadConsentFacts = async (
  scope: Scope,
  personId: PersonId,
  of: { readonly grants: readonly StoredGrant[]; readonly isLockingCase: boolean },
): Promise<ConsentFacts | null> => {
  const { tx, municipalityId } = scope;
  const found = await findPerson(scope, personId);
  if (!found) return null;
  if (of.isLockingCase) {
    await tx
      .select({ id: supportCase.id })
      .from(supportCase)
      .where(and(eq(supportCase.municipalityId, municipalityId), eq(supportCase.id, found.caseId)))
      .for("share");
  }
  const about = await findCase(scope, found.caseId);
  if (!about) return null;
  const { today } = await readClock(tx);
  return {
    ...(await loadCaseAccess(scope, found.caseId, today)),
    isCaseClosed: about.status === "closed",
    isMember: !found.isRemoved,
    grantStates: of.grants.map((grant): GrantState => grantStateOn(grant, today)),
  };
};

/** Everything stored about the talks with a person, oldest first. */
export const loadEvents = ({ tx, municipalityId }: Scope, personId: string) =>
  tx
    .select()
    .from(consentEvent)
    .where(and(eq(consentEvent.municipalityId, municipalityId), eq(consentEvent.personId, personId)))
    .orderBy(asc(consentEvent.recordedAt), asc(consentEvent.id));

/** Where the talk with a person about a purpose stands (SM-02). */
export const loadConsentState = async (
  scope: Scope,
  about: { readonly personId: string; readonly purpose: ConsentPurpose; readonly today: CivilDate },
): Promise<ConsentState> => {
  const { personId, purpose, today } = about;
  const grants = await loadGrants(scope, { personId });
  const history = (await loadEvents(scope, personId)).map((event) => ({
    purpose: literalOf(consentPurposes, event.purpose),
    kind: literalOf(consentEventKinds, event.kind),
  }));
  const isInForce = grants.some((grant) => grant.purpose === purpose && grantStateOn(grant, today) === "given");
  return consentStateOf(purpose, history, isInForce);
};

export type NewConsentEvents = {
  readonly kinds: readonly ConsentEventKind[];
  readonly caseId: string;
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  readonly grantId: ConsentGrantId | null;
  readonly happenedOn: CivilDate;
  readonly recordedAt: Instant;
  readonly userId: string | null;
  readonly note: string | null;
};

/** Stores events in their order; the note stands with the last and is encrypted under the person's key. */
export const addConsentEvents = async (scope: KeyedScope, added: NewConsentEvents): Promise<string> => {
  const { tx, municipalityId } = scope;
  const { kinds, note, ...about } = added;
  const key = note === null ? null : await getPersonKey(scope, about.personId);
  // Events of one command share their moment; their ids are sorted, so that they keep their order.
  const ids = kinds.map(() => newId<"consentEvent">()).toSorted();
  const rows = kinds.map((kind, index) => {
    const id = ids[index] ?? newId<"consentEvent">();
    const place = { table: "consent_event", column: "note_ciphertext", municipalityId, rowId: id };
    const isLast = index === kinds.length - 1;
    const noteCiphertext = key === null || note === null || !isLast ? null : sealText(key, note, place);
    const grantId = kind === "asked" ? null : about.grantId;
    return { municipalityId, ...about, id, kind, grantId, noteCiphertext };
  });
  await tx.insert(consentEvent).values(rows);
  return rows.at(-1)?.id ?? about.personId;
};
