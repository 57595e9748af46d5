import { and, eq } from "@tsunagari/db";
import { referralPacketField } from "@tsunagari/db/schema";
import type { Actor } from "@tsunagari/domain";
import { findPersonKeys, openText, sealText, type CipherPlace, type DataKey, type KeyRing } from "../kernel/index.ts";
import { findSenderRow, type ReferralScope } from "./rows.ts";

export type ReferralKey = { readonly personId: string; readonly key: DataKey };
export type KeyedReferralScope = ReferralScope & { readonly keys: KeyRing; readonly actor: Actor };

/** A partner learns the person's id from an open packet and from nowhere else (D-11). */
const findPersonId = async (scope: KeyedReferralScope, referralId: string): Promise<string | null> => {
  if (scope.actor.kind !== "partner") return (await findSenderRow(scope, referralId))?.personId ?? null;
  const [row] = await scope.tx
    .select({ personId: referralPacketField.personId })
    .from(referralPacketField)
    .where(
      and(eq(referralPacketField.municipalityId, scope.municipalityId), eq(referralPacketField.referralId, referralId)),
    )
    .limit(1);
  return row?.personId ?? null;
};

/** The key texts of a referral are under; null where its packet is closed to the actor. */
export const findReferralKey = async (scope: KeyedReferralScope, referralId: string): Promise<ReferralKey | null> => {
  const personId = await findPersonId(scope, referralId);
  if (personId === null) return null;
  const key = (await findPersonKeys(scope, [personId])).get(personId);
  return key ? { personId, key } : null;
};

/** The columns that hold text about the person. */
export type ReferralText =
  | {
      readonly table: "referral";
      readonly column: "reason_ciphertext" | "service_given_ciphertext" | "share_back_ciphertext";
    }
  | { readonly table: "referral_event"; readonly column: "note_ciphertext" }
  | { readonly table: "referral_packet_field"; readonly column: "ciphertext" }
  | { readonly table: "referral_message"; readonly column: "ciphertext" };

const placeOf = (text: ReferralText, municipalityId: string, rowId: string): CipherPlace => ({
  ...text,
  municipalityId,
  rowId,
});

/**
 * Seals a text, or gives null where there is none, or no key: once the packet is closed to a partner nothing more about
 * the person is taken down from it, and its reason code stands alone.
 */
export const sealReferralText = (
  held: ReferralKey | null,
  text: string | null,
  at: ReferralText & { readonly municipalityId: string; readonly rowId: string },
): Buffer | null => {
  const { municipalityId, rowId, ...where } = at;
  return held === null || text === null ? null : sealText(held.key, text, placeOf(where, municipalityId, rowId));
};

export const openReferralText = (
  held: ReferralKey | null,
  envelope: Buffer | null,
  at: ReferralText & { readonly municipalityId: string; readonly rowId: string },
): string | null => {
  const { municipalityId, rowId, ...where } = at;
  return held === null || envelope === null
    ? null
    : openText(held.key, envelope, placeOf(where, municipalityId, rowId));
};
