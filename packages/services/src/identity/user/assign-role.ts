import { roleAssignment } from "@tsunagari/db/schema";
import { AssignRole, canBeAssigned } from "@tsunagari/domain/identity";
import { defineCommand, fail, newId } from "../../kernel/index.ts";
import { loadAssignments, loadScopeNames, loadUserForUpdate } from "../store.ts";

/** Gives a user a dated role with its scope. */
export const assignRole = defineCommand({
  action: "identity.assignRole",
  input: AssignRole,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, municipalityId, facts, input }) => {
    const held = await loadAssignments(tx, municipalityId, [input.userId]);
    const verdict = canBeAssigned(facts.user, held, input);
    if (verdict !== true) return fail("invalid_state", verdict);
    const { userId, code, scopeKind, scopeId, sinceOn, untilOn } = input;
    if (scopeId !== null) {
      const known = await loadScopeNames(tx, municipalityId, [{ kind: scopeKind, id: scopeId }]);
      if (!known.has(scopeId)) return fail("invalid_state", "identity.scope_unknown");
    }
    const id = newId<"roleAssignment">();
    await tx
      .insert(roleAssignment)
      .values({ municipalityId, id, userId, roleCode: code, scopeKind, scopeId, sinceOn, untilOn });
    return {
      id,
      subjects: [
        { kind: "user", id: userId },
        { kind: "roleAssignment", id },
      ],
    };
  },
});
