import { z } from "zod";
import {
  command,
  choice,
  DateField,
  DepartmentId,
  input,
  line,
  optionalLine,
  optionalParagraph,
  OptionalDateField,
  OrganizationId,
  Page,
  paragraph,
  Version,
} from "../kernel/index.ts";
import { AreaId, AreaSchemeId } from "../municipality/index.ts";
import {
  membershipStatuses,
  operatorRoles,
  PlatformId,
  PlatformMembershipId,
  PlatformParticipantId,
} from "./platform.ts";

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

export const AddAgency = command({ platformId: PlatformId, departmentId: DepartmentId, sinceOn: DateField });
export type AddAgency = z.output<typeof AddAgency>;

type Individual = {
  readonly isMinor: boolean;
  readonly name: string | null;
  readonly sinceOn: string;
  readonly guardianAgreedOn: string | null;
};
const individualIssues = ({ isMinor, name, sinceOn, guardianAgreedOn }: Individual) => {
  if (!isMinor) return name === null ? [{ path: "name", message: "required" }] : [];
  // D-20: the name of a minor is not even written down.
  const named = name === null ? [] : [{ path: "name", message: "invalid" }];
  if (guardianAgreedOn === null) return [...named, { path: "guardianAgreedOn", message: "required" }];
  return guardianAgreedOn > sinceOn ? [...named, { path: "guardianAgreedOn", message: "out_of_range" }] : named;
};

/** A person who takes part for himself; a minor without a name and only with the agreement of a guardian (D-20). */
export const AddIndividual = command({
  platformId: PlatformId,
  isMinor: z.boolean({ error: "required" }),
  name: optionalLine(60),
  guardianAgreedOn: OptionalDateField,
  sinceOn: DateField,
}).superRefine((value, context) => {
  for (const { path, message } of individualIssues(value)) {
    context.issues.push({ code: "custom", message, path: [path], input: value });
  }
});
export type AddIndividual = z.output<typeof AddIndividual>;

export const EndParticipant = command({ participantId: PlatformParticipantId, version: Version });
export type EndParticipant = z.output<typeof EndParticipant>;

export const ListParticipants = input({ platformId: PlatformId, on: OptionalDateField });
export type ListParticipants = z.output<typeof ListParticipants>;

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
