import { GetSecondFactors } from "@tsunagari/domain/identity";
import { defineQuery, openForCity, userIdOf } from "../../kernel/index.ts";
import { countRecoveryCodes } from "./recovery-codes.ts";
import { findPasskeys, findTotp, passkeyNamePlace, ruleFor } from "./second-factor-store.ts";

/** What the signed-in user can show beside his password, and whether his city asks for it. */
export const getSecondFactors = defineQuery({
  action: "identity.getSecondFactors",
  input: GetSecondFactors,
  run: async ({ tx, keys, actor, municipalityId }) => {
    const userId = userIdOf(actor) ?? "";
    const owner = { municipalityId, userId };
    const passkeys = await findPasskeys(tx, owner);
    return {
      isRequired: (await ruleFor(tx, municipalityId, actor.kind)) === "required",
      totpSince: await findTotp(tx, owner),
      passkeys: passkeys.map((row) => ({
        id: row.id,
        name: openForCity(keys, row.nameCiphertext, passkeyNamePlace(municipalityId, row.id)),
        host: row.rpId,
        isBackedUp: row.isBackedUp,
        createdAt: row.createdAt,
        lastUsedAt: row.lastUsedAt,
      })),
      recoveryCodesLeft: await countRecoveryCodes(tx, municipalityId, userId),
    };
  },
});
