import { z } from "zod";
import { choice, command, DateField, optionalWholeNumber, Version, wholeNumber } from "../kernel/fields.ts";
import { DepartmentId } from "../kernel/ids.ts";
import { line, optionalLine } from "../kernel/text.ts";
import { cityModules } from "./city-module.ts";
import {
  bodyHosts,
  BodyMemberId,
  FrequencyField,
  legalBases,
  MeetingBodyId,
  memberSides,
  memberTiers,
} from "./meeting-body.ts";
import { AreaId, AreaSchemeId, departmentKinds } from "./municipality.ts";
import { PlanId } from "./plan-period.ts";
import { deliveryModes, programs, programStatuses } from "./program.ts";

/** The version of the newest row about the same thing; 0 while there is none. */
const NewestVersion = z.union([z.literal(0), Version], { error: "invalid" });
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal("").transform(() => null), z.null(), schema])
    .optional()
    .transform((value): z.output<Schema> | null => value ?? null);
const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

/** How a program stands from a day on (C-03, C-04); what stood before ends the day before and stays true for its time. */
export const SetProgram = command({
  program: choice(programs),
  status: choice(programStatuses),
  modes: z.array(choice(deliveryModes)).max(4, { error: "too_long" }).default([]).transform(distinct),
  departmentIds: z.array(DepartmentId).max(20, { error: "too_long" }).default([]).transform(distinct),
  target: optionalLine(200),
  sinceOn: DateField,
  version: NewestVersion,
});

/** Opens or closes a room of the program from a day on (C-20). */
export const SwitchModule = command({
  module: choice(cityModules),
  isOn: z.boolean({ error: "not_chosen" }),
  sinceOn: DateField,
  version: NewestVersion,
});

export const AddDepartment = command({
  parentId: orNull(DepartmentId),
  kind: choice(departmentKinds),
  name: line(80),
  sinceOn: DateField,
});
export const RenameDepartment = command({
  departmentId: DepartmentId,
  name: line(80),
  sinceOn: DateField,
  version: Version,
});
/** `untilOn` is the first day without it. */
export const EndDepartment = command({
  departmentId: DepartmentId,
  untilOn: DateField,
  successorId: orNull(DepartmentId),
  version: Version,
});

export const AddAreaScheme = command({
  name: line(40),
  isDisclosable: z.boolean({ error: "not_chosen" }),
  tier: optionalWholeNumber(1, 9),
});
/** Whether its areas may be named to partners before acceptance (D-10), and its tier (C-05), may be decided anew. */
export const ChangeAreaScheme = command({
  schemeId: AreaSchemeId,
  name: line(40),
  isDisclosable: z.boolean({ error: "required" }),
  tier: optionalWholeNumber(1, 9),
  version: Version,
});
export const AddArea = command({
  schemeId: AreaSchemeId,
  /** An area of this or another scheme. */
  parentId: orNull(AreaId),
  name: line(40),
  sinceOn: DateField,
});
export const EndArea = command({ areaId: AreaId, untilOn: DateField, version: Version });

export const AddMeetingBody = command({
  name: line(80),
  legalBasis: choice(legalBases),
  host: choice(bodyHosts),
  frequency: FrequencyField,
  parentId: orNull(MeetingBodyId),
  sinceOn: DateField,
});
export const RenameMeetingBody = command({
  meetingBodyId: MeetingBodyId,
  name: line(80),
  sinceOn: DateField,
  version: Version,
});
/** No field for the legal basis: it never changes (D-01). */
export const ChangeMeetingBody = command({
  meetingBodyId: MeetingBodyId,
  host: choice(bodyHosts),
  frequency: FrequencyField,
  version: Version,
});
export const EndMeetingBody = command({ meetingBodyId: MeetingBodyId, untilOn: DateField, version: Version });

/** A department of the city's list, or a body outside it by name: one of the two. */
export const AddBodyMember = command({
  meetingBodyId: MeetingBodyId,
  departmentId: orNull(DepartmentId),
  name: optionalLine(80),
  side: choice(memberSides),
  tier: orNull(choice(memberTiers)),
  sinceOn: DateField,
}).superRefine(({ departmentId, name }, context) => {
  if ((departmentId === null) !== (name === null)) return;
  context.addIssue({ code: "custom", message: name === null ? "required" : "invalid", path: ["name"] });
});
export const EndBodyMember = command({ bodyMemberId: BodyMemberId, untilOn: DateField, version: Version });

const plan = {
  title: line(120),
  edition: optionalWholeNumber(1, 99),
  fromFiscalYear: wholeNumber(1990, 2100),
  toFiscalYear: wholeNumber(1990, 2100),
  parentTitle: optionalLine(120),
  reviewBodyIds: z.array(MeetingBodyId).max(10, { error: "too_long" }).default([]).transform(distinct),
  reviewFrequency: orNull(FrequencyField),
};
const endsAfterStart = (
  { fromFiscalYear, toFiscalYear }: { readonly fromFiscalYear: number; readonly toFiscalYear: number },
  context: z.core.$RefinementCtx,
): void => {
  if (toFiscalYear < fromFiscalYear) {
    context.issues.push({ code: "custom", message: "before_start", path: ["toFiscalYear"], input: toFiscalYear });
  }
};
export const AddPlan = command(plan).superRefine(endsAfterStart);
export const ChangePlan = command({ planId: PlanId, ...plan, version: Version }).superRefine(endsAfterStart);
