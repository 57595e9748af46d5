import { and, asc, eq, sql } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { ListUsers } from "@tsunagari/domain/identity";
import { defineQuery } from "../../kernel/index.ts";
import { loadInvitations } from "../link/invitation.ts";
import { presentUser } from "../present.ts";
import { loadAssignments, loadNamesOf } from "../store.ts";

/** One page of the city's users with their roles, in the order in which they were registered. */
export const listUsers = defineQuery({
  action: "identity.listUsers",
  input: ListUsers,
  run: async ({ tx, keys, municipalityId, input, now, today, may }) => {
    const where = and(
      eq(userAccount.municipalityId, municipalityId),
      input.portal ? eq(userAccount.kind, input.portal) : undefined,
      input.status ? eq(userAccount.status, input.status) : undefined,
      input.organizationId ? eq(userAccount.organizationId, input.organizationId) : undefined,
    );
    const [counted] = await tx
      .select({ total: sql<number>`count(*)::integer` })
      .from(userAccount)
      .where(where);
    const rows = await tx
      .select()
      .from(userAccount)
      .where(where)
      .orderBy(asc(userAccount.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const userIds = rows.map((row) => row.id);
    const assignments = await loadAssignments(tx, municipalityId, userIds);
    const invitations = await loadInvitations(tx, municipalityId, userIds);
    const names = await loadNamesOf(tx, rows, assignments);
    return {
      total: counted?.total ?? 0,
      users: rows.map((row) => presentUser({ row, assignments, names, keys, invitations, now, today, may })),
    };
  },
});
