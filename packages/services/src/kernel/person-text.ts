import { and, eq, inArray, type Tx } from "@tsunagari/db";
import { personKey } from "@tsunagari/db/schema";
import type { CipherPlace, DataKey } from "./crypto.ts";
import { fail } from "./fail.ts";
import { newWrappedKey, unwrapKey, type KeyRing } from "./key-ring.ts";

/*
 * Residents' data: one key per person, wrapped by the city's (D-35). The row of the key stands behind the case fence and,
 * for a partner, behind the packet's: without a right to the person the key is not even readable.
 */
const keyPlace = (municipalityId: string, personId: string): CipherPlace => ({
  table: "person_key",
  column: "wrapped_key",
  municipalityId,
  rowId: personId,
});

/** A new key for a new person and what to store of it. */
export const newPersonKey = (
  keys: KeyRing,
  municipalityId: string,
  personId: string,
): { readonly key: DataKey; readonly wrapped: Buffer } => newWrappedKey(keys, keyPlace(municipalityId, personId));

type Scope = { readonly tx: Tx; readonly keys: KeyRing; readonly municipalityId: string };

/** The keys of those persons whose key row the actor may read, by person id. */
export const findPersonKeys = async (
  { tx, keys, municipalityId }: Scope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, DataKey>> => {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .select({ personId: personKey.personId, wrappedKey: personKey.wrappedKey })
    .from(personKey)
    .where(and(eq(personKey.municipalityId, municipalityId), inArray(personKey.personId, [...personIds])));
  return new Map(
    rows.map((row) => [row.personId, unwrapKey(keys, row.wrappedKey, keyPlace(municipalityId, row.personId))]),
  );
};

/** The key of one person; `not_found` where the fences hide it or it was destroyed. */
export const getPersonKey = async (scope: Scope, personId: string): Promise<DataKey> =>
  (await findPersonKeys(scope, [personId])).get(personId) ?? fail("not_found", "kernel.not_found");

const casePlace = (municipalityId: string, caseId: string): CipherPlace => ({
  table: "support_case",
  column: "wrapped_key",
  municipalityId,
  rowId: caseId,
});

/** A new key for a case's narrative. */
export const newCaseKey = (keys: KeyRing, municipalityId: string, caseId: string) =>
  newWrappedKey(keys, casePlace(municipalityId, caseId));

type CaseKeyRow = { readonly municipalityId: string; readonly id: string; readonly wrappedKey: Buffer | null };

/** The key of a case from its row, for reading; null once it was destroyed (D-19). */
export const findCaseKey = (keys: KeyRing, row: CaseKeyRow): DataKey | null =>
  row.wrappedKey === null ? null : unwrapKey(keys, row.wrappedKey, casePlace(row.municipalityId, row.id));

/** The same for writing; refuses where it was destroyed. */
export const openCaseKey = (keys: KeyRing, row: CaseKeyRow): DataKey =>
  findCaseKey(keys, row) ?? fail("invalid_state", "case.erased");
