import { and, eq } from "@tsunagari/db";
import { passkey, totpFactor } from "@tsunagari/db/schema";
import { hasSecondFactor, ResetSecondFactors } from "@tsunagari/domain/identity";
import { defineCommand, fail } from "../../kernel/index.ts";
import { countChange } from "../user/account-status.ts";
import { deleteRecoveryCodes } from "./recovery-codes.ts";
import { tellOfSecondFactor } from "./second-factor-mail.ts";
import { loadHeldFactors } from "./second-factor-store.ts";
import { loadUserForUpdate } from "../store.ts";

/**
 * Takes every second factor off somebody's account who has lost them; his sessions end and he is told. The password stays
 * his: an administrator never learns it (ASVS 6.4.4, 6.4.6).
 */
export const resetSecondFactors = defineCommand({
  action: "identity.resetSecondFactors",
  input: ResetSecondFactors,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async (step) => {
    const { tx, municipalityId, input, facts } = step;
    const { id: userId, portal } = facts.user;
    await countChange(tx, { municipalityId, userId, version: input.version });
    const held = await loadHeldFactors(tx, { municipalityId, userId });
    if (!hasSecondFactor(held)) fail("invalid_state", "identity.no_second_factor");
    await tx
      .delete(totpFactor)
      .where(and(eq(totpFactor.municipalityId, municipalityId), eq(totpFactor.userId, userId)));
    await tx.delete(passkey).where(and(eq(passkey.municipalityId, municipalityId), eq(passkey.userId, userId)));
    await deleteRecoveryCodes(tx, municipalityId, userId);
    await tellOfSecondFactor(step, { userId, portal }, "secondFactorReset");
    return { id: userId, subjects: [{ kind: "user", id: userId }] };
  },
});
