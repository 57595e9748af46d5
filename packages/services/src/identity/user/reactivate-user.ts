import { ReactivateUser } from "@tsunagari/domain/identity";
import { defineCommand } from "../../kernel/index.ts";
import { writeStatus } from "./account-status.ts";
import { loadUserForUpdate } from "../store.ts";

/** Opens a stopped account again; its owner signs in anew. */
export const reactivateUser = defineCommand({
  action: "identity.reactivateUser",
  input: ReactivateUser,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, municipalityId, input }) => {
    await writeStatus(tx, { municipalityId, ...input }, "active");
    return { id: input.userId, subjects: [{ kind: "user", id: input.userId }] };
  },
});
