import type { z } from "zod";
import { roleCodes, scopeKinds } from "../kernel/actor.ts";
import { choice, command, DateField, input, MailField, OptionalDateField, Page, Version } from "../kernel/fields.ts";
import { DepartmentId, OrganizationId, UserId } from "../kernel/ids.ts";
import { line, optionalLine } from "../kernel/text.ts";
import { CitySlug } from "../municipality/index.ts";
import { portals, RoleAssignmentId, ScopeId, userStatuses } from "./identity.ts";
import { NewPassword, Password } from "./password.ts";

/** `municipality` is asked only after the password has fitted more than one account (D-28). */
export const SignIn = input({
  mail: MailField,
  password: Password,
  municipality: CitySlug.optional(),
});

export const GetMe = input({});

export const GetUser = input({ userId: UserId });

export const ListUsers = input({
  ...Page,
  /** Words of the name, or of the organization or department the user belongs to. */
  keyword: optionalLine(100),
  portal: choice(portals).optional(),
  status: choice(userStatuses).optional(),
  organizationId: OrganizationId.optional(),
});

/** Staff belong to a department (D-33); a partner acts for one organization, or for none (D-29). */
export const CreateUser = command({
  portal: choice(portals),
  name: line(60),
  mail: MailField,
  departmentId: DepartmentId.nullable(),
  organizationId: OrganizationId.nullable(),
}).superRefine((user, context) => {
  const other = user.portal === "staff" ? "organizationId" : "departmentId";
  if (user[other] !== null) context.addIssue({ code: "custom", message: "invalid", path: [other], input: user[other] });
});

export const DeactivateUser = command({ userId: UserId, version: Version });
export const ReactivateUser = command({ userId: UserId, version: Version });
/** For who has forgotten his password: a new one-time password, chosen by nobody (ASVS 6.4.6). */
export const IssuePassword = command({ userId: UserId, version: Version });

/** `untilOn` is the first day without the role (D-34). */
export const AssignRole = command({
  userId: UserId,
  code: choice(roleCodes),
  scopeKind: choice(scopeKinds),
  scopeId: ScopeId.nullable(),
  sinceOn: DateField,
  untilOn: OptionalDateField,
}).refine((role) => role.untilOn === null || role.sinceOn < role.untilOn, {
  error: "before_start",
  path: ["untilOn"],
});

/** Ends today: the rights are gone on the next request. */
export const EndRole = command({ userId: UserId, assignmentId: RoleAssignmentId, version: Version });

export const ChangeOwnPassword = command({ currentPassword: Password, newPassword: NewPassword }).refine(
  (passwords) => passwords.currentPassword !== passwords.newPassword,
  { error: "same_as_before", path: ["newPassword"] },
);

export type SignIn = z.output<typeof SignIn>;
export type CreateUser = z.output<typeof CreateUser>;
export type AssignRole = z.output<typeof AssignRole>;
