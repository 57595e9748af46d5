import { GetUser, hasSecondFactor } from "@tsunagari/domain/identity";
import { defineQuery, demandFound } from "../../kernel/index.ts";
import { loadInvitations } from "../link/invitation.ts";
import { presentUser } from "../present.ts";
import { loadHeldFactors } from "../second-factor/second-factor-store.ts";
import { asUser, findUser, loadAssignments, loadNamesOf } from "../store.ts";

/** One user with all roles, past and planned ones too, and what may be done with the account. */
export const getUser = defineQuery({
  action: "identity.read",
  input: GetUser,
  load: async ({ tx, municipalityId, input }) => {
    const row = await findUser(tx, municipalityId, input.userId);
    return row && { user: asUser(row) };
  },
  run: async ({ tx, keys, municipalityId, input, now, today, may }) => {
    const row = demandFound(await findUser(tx, municipalityId, input.userId));
    const assignments = await loadAssignments(tx, municipalityId, [row.id]);
    const names = await loadNamesOf(tx, [row], assignments);
    const invitations = await loadInvitations(tx, municipalityId, [row.id]);
    const held = await loadHeldFactors(tx, { municipalityId, userId: row.id });
    return {
      ...presentUser({ row, assignments, names, keys, invitations, now, today, may }),
      hasSecondFactor: hasSecondFactor(held),
      resetSecondFactors: hasSecondFactor(held)
        ? may("identity.resetSecondFactors", { user: asUser(row) })
        : ("identity.no_second_factor" as const),
    };
  },
});
