import { DeactivateUser } from "@tsunagari/domain/identity";
import { defineCommand } from "../../kernel/index.ts";
import { demandOtherOwner } from "../member/member-store.ts";
import { writeStatus } from "./account-status.ts";
import { loadUserForUpdate } from "../store.ts";

/** Stops an account at once: its sessions end in the same transaction. */
export const deactivateUser = defineCommand({
  action: "identity.deactivateUser",
  input: DeactivateUser,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, actor, municipalityId, input }) => {
    if (actor.kind === "partner") await demandOtherOwner(tx, input.userId);
    await writeStatus(tx, { municipalityId, ...input }, "deactivated");
    return { id: input.userId, subjects: [{ kind: "user", id: input.userId }] };
  },
});
