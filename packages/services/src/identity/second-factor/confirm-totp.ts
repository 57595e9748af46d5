import { and, eq, isNull } from "@tsunagari/db";
import { totpFactor } from "@tsunagari/db/schema";
import { useTotp } from "@tsunagari/auth";
import { ConfirmTotp } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, demandOne, fail, parseInput, userIdOf, type Context } from "../../kernel/index.ts";
import { demandGuess } from "../sign-in/guess.ts";
import { countRecoveryCodes, renewCodes } from "./recovery-codes.ts";
import { tellOfSecondFactor } from "./second-factor-mail.ts";
import { beginAnew, totpOpener, type PageCommand } from "./second-factor-store.ts";
import { loadUserForUpdate } from "../store.ts";

const confirmWith = (fits: boolean, onConfirmed: (codes: readonly string[]) => void) =>
  defineCommand({
    action: "identity.confirmTotp",
    input: ConfirmTotp,
    load: ({ tx, municipalityId, actor }) => loadUserForUpdate(tx, municipalityId, userIdOf(actor) ?? ""),
    run: async (step) => {
      const { tx, municipalityId, facts, now } = step;
      const { id: userId, portal } = facts.user;
      if (!fits) return fail("forbidden", "identity.wrong_second_factor");
      const { id } = demandOne(
        await tx
          .update(totpFactor)
          .set({ confirmedAt: now })
          .where(
            and(
              eq(totpFactor.municipalityId, municipalityId),
              eq(totpFactor.userId, userId),
              isNull(totpFactor.confirmedAt),
            ),
          )
          .returning({ id: totpFactor.id }),
      );
      const left = await countRecoveryCodes(tx, municipalityId, userId);
      onConfirmed(left > 0 ? [] : await renewCodes(step, userId));
      await tellOfSecondFactor(step, { userId, portal }, "secondFactorAdded");
      return { id, subjects: [{ kind: "user", id: userId }] };
    },
  });

const tryCode = async (context: Context, code: string): Promise<boolean> => {
  const userId = userIdOf(context.actor);
  const { municipalityId } = context.actor;
  if (userId === null || municipalityId === null) return fail("forbidden", "identity.signed_in_only");
  const guess = await demandGuess(context, userId);
  const open = totpOpener(context.keys, municipalityId);
  const fits = await useTotp(context, { owner: { municipalityId, userId }, code, open, isConfirmed: false });
  if (fits) await guess.clear();
  return fits;
};

type Confirmed = { readonly id: string; readonly recoveryCodes: readonly string[] };

/** Enrols the authenticator app with its first code. Recovery codes come with the first factor, shown this once. */
export const confirmTotp: PageCommand<z.input<typeof ConfirmTotp>, Confirmed> = {
  kind: "command",
  action: "identity.confirmTotp",
  input: ConfirmTotp,
  execute: async (context, rawInput) => {
    const { code } = parseInput(ConfirmTotp, rawInput);
    const fits = await tryCode(context, code);
    const made: { codes: readonly string[] | null } = { codes: null };
    const { id } = await confirmWith(fits, (codes) => {
      made.codes = codes;
    }).execute(context, rawInput);
    const sessionToken = made.codes === null ? null : await beginAnew(context, 2);
    return { id, recoveryCodes: made.codes ?? [], sessionToken };
  },
};
