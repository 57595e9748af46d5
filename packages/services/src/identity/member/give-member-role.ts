import { roleAssignment } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { canBeAssigned, GiveMemberRole } from "@tsunagari/domain/identity";
import { defineCommand, fail, newId } from "../../kernel/index.ts";
import { loadAssignments, loadUserForUpdate } from "../store.ts";
import { countChange } from "../user/account-status.ts";
import { demandGivable, organizationIdOf } from "./member-store.ts";

/** Gives somebody of the own organization a role in it, from today on. */
export const giveMemberRole = defineCommand({
  action: "identity.giveMemberRole",
  input: GiveMemberRole,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, actor, municipalityId, facts, input, today }) => {
    const { userId, code, version } = input;
    const organizationId = organizationIdOf(actor);
    await demandGivable({ tx, municipalityId, today }, organizationId, [code]);
    const wish = {
      code,
      scopeKind: "organization",
      scopeId: asId<"scope">(organizationId),
      sinceOn: today,
      untilOn: null,
    } as const;
    const verdict = canBeAssigned(facts.user, await loadAssignments(tx, municipalityId, [userId]), wish);
    if (verdict !== true) return fail("invalid_state", verdict);
    await countChange(tx, { municipalityId, userId, version });
    const id = newId<"roleAssignment">();
    const { code: roleCode, ...rest } = wish;
    await tx.insert(roleAssignment).values({ municipalityId, id, userId, roleCode, ...rest });
    return {
      id,
      subjects: [
        { kind: "user", id: userId },
        { kind: "roleAssignment", id },
      ],
    };
  },
});
