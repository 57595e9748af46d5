import { CancelInvitation } from "@tsunagari/domain/identity";
import { defineCommand, fail } from "../../kernel/index.ts";
import { countChange } from "../user/account-status.ts";
import { voidInvitation } from "./invitation.ts";
import { loadUserForUpdate } from "../store.ts";

/** Makes the link that was sent worthless; the registration stays, and a new invitation can follow. */
export const cancelInvitation = defineCommand({
  action: "identity.cancelInvitation",
  input: CancelInvitation,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, keys, municipalityId, input, now }) => {
    await countChange(tx, { municipalityId, ...input });
    const wasInvited = await voidInvitation({ tx, keys, municipalityId, now }, input.userId);
    if (!wasInvited) return fail("invalid_state", "identity.no_invitation");
    return { id: input.userId, subjects: [{ kind: "user", id: input.userId }] };
  },
});
