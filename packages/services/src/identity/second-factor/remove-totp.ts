import { and, eq } from "@tsunagari/db";
import { totpFactor } from "@tsunagari/db/schema";
import { RemoveTotp } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, fail } from "../../kernel/index.ts";
import { loadOwnAccount, removeFactor, sessionAfter } from "./factor-removal.ts";
import { findTotp, type PageCommand } from "./second-factor-store.ts";

const removeWith = (onRemoved: (assurance: 1 | 2) => void) =>
  defineCommand({
    action: "identity.removeTotp",
    input: RemoveTotp,
    load: loadOwnAccount,
    run: async (step) => {
      const { tx, municipalityId, facts } = step;
      const { id } = facts.user;
      if ((await findTotp(tx, { municipalityId, userId: id })) === null) {
        fail("invalid_state", "identity.no_second_factor");
      }
      const assurance = await removeFactor(step, async () => {
        await tx
          .delete(totpFactor)
          .where(and(eq(totpFactor.municipalityId, municipalityId), eq(totpFactor.userId, id)));
      });
      onRemoved(assurance);
      return { id, subjects: [{ kind: "user", id }] };
    },
  });

/** Takes the authenticator app off one's own account. */
export const removeTotp: PageCommand<z.input<typeof RemoveTotp>, { readonly id: string }> = {
  kind: "command",
  action: "identity.removeTotp",
  input: RemoveTotp,
  execute: async (context, rawInput) => {
    const left: { assurance: 1 | 2 | null } = { assurance: null };
    const { id } = await removeWith((assurance) => {
      left.assurance = assurance;
    }).execute(context, rawInput);
    return { id, sessionToken: await sessionAfter(context, left.assurance) };
  },
};
