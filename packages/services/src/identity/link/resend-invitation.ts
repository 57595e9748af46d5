import { ResendInvitation } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, demandFound, fail, parseInput, type Command } from "../../kernel/index.ts";
import { countChange } from "../user/account-status.ts";
import { layInvitation, takeInvitation } from "./invitation.ts";
import { findUser, loadUserForUpdate } from "../store.ts";

const resend = defineCommand({
  action: "identity.resendInvitation",
  input: ResendInvitation,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, keys, municipalityId, facts, input, now }) => {
    await countChange(tx, { municipalityId, ...input });
    const { passwordHash } = demandFound(await findUser(tx, municipalityId, input.userId));
    // Who has a password gets a link to choose another by asking for it himself.
    if (passwordHash !== null) return fail("invalid_state", "identity.already_in_use");
    await layInvitation({ tx, keys, municipalityId, now }, { userId: input.userId, portal: facts.user.portal });
    return { id: input.userId, subjects: [{ kind: "user", id: input.userId }] };
  },
});

/** Sends a new link to somebody who has not chosen a password yet; the link before is void. */
export const resendInvitation: Command<z.input<typeof ResendInvitation>> = {
  ...resend,
  execute: async (context, rawInput) => {
    parseInput(ResendInvitation, rawInput);
    await takeInvitation(context);
    return resend.execute(context, rawInput);
  },
};
