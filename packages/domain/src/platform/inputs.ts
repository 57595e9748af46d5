import { z } from "zod";
import {
  command,
  choice,
  DateField,
  DepartmentId,
  input,
  line,
  optionalParagraph,
  OptionalDateField,
  OrganizationId,
  Page,
  paragraph,
  Version,
} from "../kernel/index.ts";
import { AreaId, AreaSchemeId } from "../municipality/index.ts";
import { membershipStatuses, operatorRoles, PlatformId, PlatformMembershipId } from "./platform.ts";

const operators = z
  .array(
    z.strictObject(
      { departmentId: DepartmentId, role: choice(operatorRoles) },
      { error: (issue) => (issue.code === "unrecognized_keys" ? "unknown_field" : "invalid") },
    ),
    { error: "not_chosen" },
  )
  .min(1, { error: "not_chosen" })
  .max(10, { error: "out_of_range" });

/** SM-11: an area platform has areas of one scheme and at least one operator. */
export const EstablishPlatform = command({
  name: line(60),
  description: paragraph(1000),
  schemeId: AreaSchemeId,
  areaIds: z.array(AreaId, { error: "not_chosen" }).min(1, { error: "not_chosen" }).max(50, { error: "out_of_range" }),
  operators,
  sinceOn: DateField,
});
export type EstablishPlatform = z.output<typeof EstablishPlatform>;

export const RequestToJoinPlatform = command({
  platformId: PlatformId,
  organizationId: OrganizationId,
  message: optionalParagraph(500),
});
export type RequestToJoinPlatform = z.output<typeof RequestToJoinPlatform>;

const step = () => ({ membershipId: PlatformMembershipId, version: Version });

/** `sinceOn` is the day from which the membership counts; left open it is today. */
export const ApproveMembership = command({ ...step(), sinceOn: OptionalDateField });
export type ApproveMembership = z.output<typeof ApproveMembership>;
export const DeclineMembership = command({ ...step(), reason: paragraph(500) });
export type DeclineMembership = z.output<typeof DeclineMembership>;
export const CancelApplication = command(step());
export type CancelApplication = z.output<typeof CancelApplication>;
export const LeavePlatform = command(step());
export type LeavePlatform = z.output<typeof LeavePlatform>;

export const ListPlatforms = input({});
export type ListPlatforms = z.output<typeof ListPlatforms>;
export const GetPlatform = input({ platformId: PlatformId });
export type GetPlatform = z.output<typeof GetPlatform>;

export const ListMemberships = input({
  platformId: PlatformId.nullish().transform((value) => value ?? null),
  organizationId: OrganizationId.nullish().transform((value) => value ?? null),
  status: choice(membershipStatuses)
    .nullish()
    .transform((value) => value ?? null),
  ...Page,
});
export type ListMemberships = z.output<typeof ListMemberships>;

export const ListMembers = input({ platformId: PlatformId, on: OptionalDateField });
export type ListMembers = z.output<typeof ListMembers>;

export const CountMembersAsOf = input({ on: DateField });
export type CountMembersAsOf = z.output<typeof CountMembersAsOf>;
