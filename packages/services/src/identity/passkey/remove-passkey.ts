import { and, eq } from "@tsunagari/db";
import { passkey } from "@tsunagari/db/schema";
import { RemovePasskey } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, demandFound } from "../../kernel/index.ts";
import { loadOwnAccount, removeFactor, sessionAfter } from "../second-factor/factor-removal.ts";
import type { PageCommand } from "../second-factor/second-factor-store.ts";

const removeWith = (onRemoved: (assurance: 1 | 2) => void) =>
  defineCommand({
    action: "identity.removePasskey",
    input: RemovePasskey,
    load: loadOwnAccount,
    run: async (step) => {
      const { tx, municipalityId, input, facts } = step;
      const mine = and(
        eq(passkey.municipalityId, municipalityId),
        eq(passkey.userId, facts.user.id),
        eq(passkey.id, input.passkeyId),
      );
      const [row] = await tx.select({ id: passkey.id }).from(passkey).where(mine);
      const { id } = demandFound(row);
      const assurance = await removeFactor(step, async () => {
        await tx.delete(passkey).where(mine);
      });
      onRemoved(assurance);
      return { id, subjects: [{ kind: "user", id: facts.user.id }] };
    },
  });

/** Takes a passkey off one's own account. */
export const removePasskey: PageCommand<z.input<typeof RemovePasskey>, { readonly id: string }> = {
  kind: "command",
  action: "identity.removePasskey",
  input: RemovePasskey,
  execute: async (context, rawInput) => {
    const left: { assurance: 1 | 2 | null } = { assurance: null };
    const { id } = await removeWith((assurance) => {
      left.assurance = assurance;
    }).execute(context, rawInput);
    return { id, sessionToken: await sessionAfter(context, left.assurance) };
  },
};
