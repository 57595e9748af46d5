import { and, asc, eq, inArray, type Tx } from "@tsunagari/db";
import { area, department, organization, platform, roleAssignment, userAccount } from "@tsunagari/db/schema";
import { asId, civilDateOf, roleCodes, scopeKinds, type ScopeKind } from "@tsunagari/domain";
import { portals, userStatuses, type RoleAssignment, type User } from "@tsunagari/domain/identity";
import { literalOf } from "../kernel/index.ts";
import { departmentNameToday } from "../municipality/index.ts";

export type UserRow = typeof userAccount.$inferSelect;

/** The user the domain decides on. */
export const asUser = (row: UserRow): User => ({
  id: asId<"user">(row.id),
  municipalityId: asId<"municipality">(row.municipalityId),
  portal: literalOf(portals, row.kind),
  status: literalOf(userStatuses, row.status),
  departmentId: row.departmentId === null ? null : asId<"department">(row.departmentId),
  organizationId: row.organizationId === null ? null : asId<"organization">(row.organizationId),
  version: row.version,
});

/** One account; null where the fences hide it. */
export const findUser = async (tx: Tx, municipalityId: string, userId: string): Promise<UserRow | null> => {
  const [row] = await tx
    .select()
    .from(userAccount)
    .where(and(eq(userAccount.municipalityId, municipalityId), eq(userAccount.id, userId)));
  return row ?? null;
};

/** The facts of an account, its row locked. */
export const loadUserForUpdate = async (tx: Tx, municipalityId: string, userId: string) => {
  const [row] = await tx
    .select()
    .from(userAccount)
    .where(and(eq(userAccount.municipalityId, municipalityId), eq(userAccount.id, userId)))
    .for("update");
  return row ? { user: asUser(row) } : null;
};

/** All roles of these users, past and future ones too. */
export const loadAssignments = async (
  tx: Tx,
  municipalityId: string,
  userIds: readonly string[],
): Promise<readonly (RoleAssignment & { readonly userId: string })[]> => {
  if (userIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(roleAssignment)
    .where(and(eq(roleAssignment.municipalityId, municipalityId), inArray(roleAssignment.userId, [...userIds])))
    .orderBy(asc(roleAssignment.sinceOn), asc(roleAssignment.id));
  return rows.map((row) => ({
    id: asId<"roleAssignment">(row.id),
    userId: row.userId,
    code: literalOf(roleCodes, row.roleCode),
    scopeKind: literalOf(scopeKinds, row.scopeKind),
    scopeId: row.scopeId === null ? null : asId<"scope">(row.scopeId),
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
    version: row.version,
  }));
};

const scopeTables = { department, area, platform, organization };

type Scope = { readonly kind: ScopeKind; readonly id: string };

/** The names of departments, areas, platforms and organizations that roles are held over, by id. */
export const loadScopeNames = async (
  tx: Tx,
  municipalityId: string,
  scopes: readonly Scope[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (const kind of ["department", "area", "platform", "organization"] as const) {
    const ids = [...new Set(scopes.filter((scope) => scope.kind === kind).map((scope) => scope.id))];
    if (ids.length === 0) continue;
    const table = scopeTables[kind];
    const rows = await tx
      .select({ id: table.id, name: kind === "department" ? departmentNameToday : table.name })
      .from(table)
      .where(and(eq(table.municipalityId, municipalityId), inArray(table.id, ids)));
    for (const row of rows) names.set(row.id, row.name);
  }
  return names;
};

/** The names of everything these users belong to or hold roles over. */
export const loadNamesOf = (
  tx: Tx,
  users: readonly UserRow[],
  assignments: readonly RoleAssignment[],
): Promise<ReadonlyMap<string, string>> => {
  const [first] = users;
  if (!first) return Promise.resolve(new Map());
  return loadScopeNames(tx, first.municipalityId, [
    ...users.flatMap((row) =>
      row.departmentId === null ? [] : [{ kind: "department" as const, id: row.departmentId }],
    ),
    ...users.flatMap((row) =>
      row.organizationId === null ? [] : [{ kind: "organization" as const, id: row.organizationId }],
    ),
    ...assignments.flatMap((row) => (row.scopeId === null ? [] : [{ kind: row.scopeKind, id: row.scopeId }])),
  ]);
};
