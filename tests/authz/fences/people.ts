import { randomUUID } from "node:crypto";
import type { Insert } from "./insert.ts";
import { envelope, userNames, type City, type UserName } from "./scenario.ts";

type Role = { code: string; scope: string; scopeId: string | null; ended?: boolean };

/** Encrypts a name for a row, where a test reads it through the program; else a placeholder stands there. */
export type Seal = (place: { table: string; column: string; municipalityId: string; rowId: string }) => Buffer;
export const placeholder: Seal = () => envelope;

type Outline = Omit<City, "users" | "rows">;
type Plan = { department?: string; organization?: string; status?: string; roles: Role[] };

const planOf = (city: Outline): Record<UserName, Plan> => {
  const { departmentId, otherDepartmentId, receiving, other } = city;
  const coordinator: Role = { code: "caseCoordinator", scope: "municipality", scopeId: null };
  const receives = (organization: string): Role => ({
    code: "referralReceiver",
    scope: "organization",
    scopeId: organization,
  });
  return {
    assigned: { department: departmentId, roles: [coordinator] },
    unassigned: { department: otherDepartmentId, roles: [coordinator] },
    formerlyAssigned: { department: otherDepartmentId, roles: [coordinator] },
    roleEnded: { department: otherDepartmentId, roles: [{ ...coordinator, ended: true }] },
    deactivated: { department: otherDepartmentId, status: "deactivated", roles: [coordinator] },
    supervisor: {
      department: departmentId,
      roles: [{ code: "supervisor", scope: "department", scopeId: departmentId }],
    },
    otherSupervisor: {
      department: otherDepartmentId,
      roles: [{ code: "supervisor", scope: "department", scopeId: randomUUID() }],
    },
    administrator: {
      department: departmentId,
      roles: [{ code: "platformAdministrator", scope: "municipality", scopeId: null }],
    },
    auditor: { department: departmentId, roles: [{ code: "auditor", scope: "municipality", scopeId: null }] },
    receiver: { organization: receiving, roles: [receives(receiving)] },
    owner: { organization: receiving, roles: [{ code: "owner", scope: "organization", scopeId: receiving }] },
    otherReceiver: { organization: other, roles: [receives(other)] },
  };
};

/** Everybody of a city, each in the one way that matters to the fences. */
export const addUsers = async (insert: Insert, city: Outline, seal: Seal): Promise<Record<UserName, string>> => {
  const plan = planOf(city);
  const users: Partial<Record<UserName, string>> = {};
  for (const name of userNames) {
    const { department, organization, status, roles } = plan[name];
    const id = randomUUID();
    const sealed = (column: string) =>
      seal({ table: "user_account", column, municipalityId: city.municipalityId, rowId: id });
    const userId = await insert("user_account", {
      id,
      kind: organization ? "partner" : "staff",
      organization_id: organization ?? null,
      department_id: department ?? null,
      mail_hmac: Buffer.from(randomUUID()),
      mail_ciphertext: sealed("mail_ciphertext"),
      name_ciphertext: sealed("name_ciphertext"),
      status: status ?? "active",
    });
    for (const role of roles) {
      await insert("role_assignment", {
        user_id: userId,
        role_code: role.code,
        scope_kind: role.scope,
        scope_id: role.scopeId,
        since_on: "2026-04-01",
        until_on: role.ended ? "2026-11-24" : null,
      });
    }
    users[name] = userId;
  }
  return users as Record<UserName, string>;
};
