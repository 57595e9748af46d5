import { and, eq, inArray, type Tx } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { openForCity, sealForCity, type KeyRing } from "../kernel/index.ts";

const place = (column: "name_ciphertext" | "mail_ciphertext", municipalityId: string, rowId: string) => ({
  table: "user_account",
  column,
  municipalityId,
  rowId,
});

type Owner = { readonly municipalityId: string; readonly id: string };

/** Encrypts name and mail of a user for their row (D-35). */
export const sealUser = (keys: KeyRing, owner: Owner, plain: { readonly name: string; readonly mail: string }) => ({
  nameCiphertext: sealForCity(keys, plain.name, place("name_ciphertext", owner.municipalityId, owner.id)),
  mailCiphertext: sealForCity(keys, plain.mail, place("mail_ciphertext", owner.municipalityId, owner.id)),
});

/** The name of a user from its row. */
export const openUserName = (keys: KeyRing, row: Owner & { readonly nameCiphertext: Buffer }): string =>
  openForCity(keys, row.nameCiphertext, place("name_ciphertext", row.municipalityId, row.id));

/** The mail address of a user from its row. */
export const openUserMail = (keys: KeyRing, row: Owner & { readonly mailCiphertext: Buffer }): string =>
  openForCity(keys, row.mailCiphertext, place("mail_ciphertext", row.municipalityId, row.id));

/**
 * The names of those users the actor may know of, by user id: staff know everybody of the city, a partner only the
 * members of the own organization.
 */
export const findUserNames = async (
  { tx, keys, municipalityId }: { readonly tx: Tx; readonly keys: KeyRing; readonly municipalityId: string },
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .select({
      municipalityId: userAccount.municipalityId,
      id: userAccount.id,
      nameCiphertext: userAccount.nameCiphertext,
    })
    .from(userAccount)
    .where(and(eq(userAccount.municipalityId, municipalityId), inArray(userAccount.id, [...new Set(userIds)])));
  return new Map(rows.map((row) => [row.id, openUserName(keys, row)]));
};
