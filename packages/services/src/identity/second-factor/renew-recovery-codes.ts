import { RenewRecoveryCodes, hasSecondFactor } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, fail, type Command } from "../../kernel/index.ts";
import { loadOwnAccount } from "./factor-removal.ts";
import { renewCodes } from "./recovery-codes.ts";
import { loadHeldFactors } from "./second-factor-store.ts";

const renewWith = (onRenewed: (codes: readonly string[]) => void) =>
  defineCommand({
    action: "identity.renewRecoveryCodes",
    input: RenewRecoveryCodes,
    load: loadOwnAccount,
    run: async (step) => {
      const { tx, municipalityId, facts } = step;
      const { id } = facts.user;
      const held = await loadHeldFactors(tx, { municipalityId, userId: id });
      if (!hasSecondFactor(held)) fail("invalid_state", "identity.no_second_factor");
      onRenewed(await renewCodes(step, id));
      return { id, subjects: [{ kind: "user", id }] };
    },
  });

type Renewed = { readonly id: string; readonly recoveryCodes: readonly string[] };

/** Makes fresh recovery codes, shown this once; those before are worth nothing. */
export const renewRecoveryCodes: Command<z.input<typeof RenewRecoveryCodes>, Renewed> = {
  kind: "command",
  action: "identity.renewRecoveryCodes",
  input: RenewRecoveryCodes,
  execute: async (context, rawInput) => {
    let recoveryCodes: readonly string[] = [];
    const { id } = await renewWith((codes) => {
      recoveryCodes = codes;
    }).execute(context, rawInput);
    return { id, recoveryCodes };
  },
};
