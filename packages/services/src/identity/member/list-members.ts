import { and, asc, eq, sql } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { canBeGiven, ListMembers, memberRoles } from "@tsunagari/domain/identity";
import { labelOn } from "@tsunagari/domain/municipality";
import { labelText } from "@tsunagari/messages";
import { defineQuery, userIdOf } from "../../kernel/index.ts";
import { loadInvitations } from "../link/invitation.ts";
import { loadLabelsOn } from "../../municipality/index.ts";
import { presentMember } from "../present.ts";
import { loadAssignments, loadNamesOf } from "../store.ts";
import { loadOwnOrganization, organizationIdOf } from "./member-store.ts";

/** The people of the own organization with their roles, for its owner: in use, invited, and those who have gone. */
export const listMembers = defineQuery({
  action: "identity.listMembers",
  input: ListMembers,
  run: async ({ tx, keys, actor, municipalityId, input, now, today, may }) => {
    const organizationId = organizationIdOf(actor);
    const own = await loadOwnOrganization({ tx, municipalityId, today }, organizationId);
    const where = and(eq(userAccount.municipalityId, municipalityId), eq(userAccount.organizationId, organizationId));
    const [counted] = await tx
      .select({ total: sql<number>`count(*)::integer` })
      .from(userAccount)
      .where(where);
    const rows = await tx
      .select()
      .from(userAccount)
      .where(where)
      .orderBy(asc(userAccount.status), asc(userAccount.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const userIds = rows.map((row) => row.id);
    const assignments = await loadAssignments(tx, municipalityId, userIds);
    const invitations = await loadInvitations(tx, municipalityId, userIds);
    const names = await loadNamesOf(tx, rows, assignments);
    const labels = await loadLabelsOn(tx, municipalityId, today);
    const me = userIdOf(actor);
    return {
      total: counted?.total ?? 0,
      organizationName: own.name,
      inviteMember: own.status === "active" ? may("identity.inviteMember") : ("organization.not_active" as const),
      roles: memberRoles.map((code) => ({
        code,
        label: labelOn(labels, `role.${code}`, today) ?? labelText(`role.${code}`),
        canBeGiven: canBeGiven(code, own),
      })),
      members: rows.map((row) => ({
        ...presentMember({ row, assignments, names, keys, invitations, now, today, may }),
        isMe: row.id === me,
      })),
    };
  },
});
