import type { CivilDate, Instant } from "@tsunagari/domain";
import { accessStateOf, canBeEnded, memberRoles, rolesOn, type RoleAssignment } from "@tsunagari/domain/identity";
import type { KeyRing, RunStep } from "../kernel/index.ts";
import { openUserMail, openUserName } from "./names.ts";
import { asUser, type UserRow } from "./store.ts";

/** A role as screens show it. */
export const presentRole = (row: RoleAssignment, names: ReadonlyMap<string, string>, today: CivilDate) => ({
  id: row.id,
  code: row.code,
  scopeKind: row.scopeKind,
  scopeId: row.scopeId,
  scopeName: row.scopeId === null ? null : (names.get(row.scopeId) ?? null),
  sinceOn: row.sinceOn,
  untilOn: row.untilOn,
  isInForce: rolesOn([row], today).length === 1,
  canBeEnded: canBeEnded(row, today),
  version: row.version,
});

type Standing = {
  readonly row: UserRow;
  readonly invitations: ReadonlyMap<string, Instant>;
  readonly now: Instant;
};

const standingOf = ({ row, invitations, now }: Standing) => {
  const hasPassword = row.passwordHash !== null;
  const invitedUntil = hasPassword ? null : (invitations.get(row.id) ?? null);
  const { status } = asUser(row);
  const access = accessStateOf({ status, hasPassword, isOneTime: row.passwordExpiresAt !== null, invitedUntil }, now);
  return { hasPassword, invitedUntil, access };
};

type Invited = {
  readonly facts: { readonly user: ReturnType<typeof asUser> };
  readonly hasPassword: boolean;
  readonly invitedUntil: Instant | null;
  readonly may: RunStep<unknown, unknown>["may"];
};

const invitationAbilities = ({ facts, hasPassword, invitedUntil, may }: Invited) => ({
  resendInvitation: hasPassword ? ("identity.already_in_use" as const) : may("identity.resendInvitation", facts),
  cancelInvitation:
    invitedUntil === null ? ("identity.no_invitation" as const) : may("identity.cancelInvitation", facts),
});

type Shown = {
  readonly row: UserRow;
  readonly assignments: readonly (RoleAssignment & { readonly userId: string })[];
  readonly names: ReadonlyMap<string, string>;
  readonly keys: KeyRing;
  readonly invitations: ReadonlyMap<string, Instant>;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly may: RunStep<unknown, unknown>["may"];
};

/** Somebody of an organization as its owner sees him: the roles in it that are not over, and what may be done. */
export const presentMember = ({ row, assignments, names, keys, invitations, now, today, may }: Shown) => {
  const facts = { user: asUser(row) };
  const standing = standingOf({ row, invitations, now });
  return {
    id: row.id,
    name: openUserName(keys, row),
    mail: openUserMail(keys, row),
    access: standing.access,
    invitedUntil: standing.invitedUntil,
    roles: memberRoles.flatMap((code) =>
      assignments
        .filter((held) => held.userId === row.id && held.code === code && held.scopeKind === "organization")
        .map((assignment) => presentRole(assignment, names, today))
        .filter((role) => role.canBeEnded === true),
    ),
    version: row.version,
    abilities: {
      giveMemberRole: may("identity.giveMemberRole", facts),
      endRole: may("identity.endRole", facts),
      deactivateUser: may("identity.deactivateUser", facts),
      ...invitationAbilities({ facts, ...standing, may }),
    },
  };
};

/** A user as the administrator of the city sees him. */
export const presentUser = ({ row, assignments, names, keys, invitations, now, today, may }: Shown) => {
  const user = asUser(row);
  const facts = { user };
  const standing = standingOf({ row, invitations, now });
  return {
    id: row.id,
    portal: user.portal,
    status: user.status,
    name: openUserName(keys, row),
    mail: openUserMail(keys, row),
    departmentId: row.departmentId,
    departmentName: row.departmentId === null ? null : (names.get(row.departmentId) ?? null),
    organizationId: row.organizationId,
    organizationName: row.organizationId === null ? null : (names.get(row.organizationId) ?? null),
    access: standing.access,
    invitedUntil: standing.invitedUntil,
    mustChangePassword: row.passwordExpiresAt !== null,
    roles: assignments
      .filter((assignment) => assignment.userId === row.id)
      .map((assignment) => presentRole(assignment, names, today)),
    version: row.version,
    abilities: {
      deactivateUser: may("identity.deactivateUser", facts),
      reactivateUser: may("identity.reactivateUser", facts),
      assignRole: may("identity.assignRole", facts),
      endRole: may("identity.endRole", facts),
      issuePassword: may("identity.issuePassword", facts),
      ...invitationAbilities({ facts, ...standing, may }),
    },
  };
};
