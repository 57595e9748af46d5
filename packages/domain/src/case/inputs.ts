import { z } from "zod";
import {
  DateField,
  DepartmentId,
  OptionalDateField,
  Page,
  PhoneField,
  UserId,
  Version,
  choice,
  command,
  halfWidth,
  input,
  line,
  optionalLine,
  optionalParagraph,
  paragraph,
} from "../kernel/index.ts";
import {
  CaseAssignmentId,
  CaseId,
  caseCloseReasons,
  caseDuties,
  caseSources,
  caseStatuses,
  caseUrgencies,
  lifeIssues,
} from "./case.ts";
import { PersonId, householdRelations, memberRelations } from "./person.ts";

const OptionalMail = z
  .string()
  .transform((text) => halfWidth(text))
  .refine((text) => text === "" || (text.length <= 254 && /^[^\s@<>"',;:\\]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text)), {
    error: "not_an_address",
  })
  .nullish()
  .transform((text) => (text === "" ? null : (text ?? null)));

const LifeIssues = z
  .array(choice(lifeIssues), { error: "not_chosen" })
  .min(1, { error: "not_chosen" })
  .max(lifeIssues.length, { error: "too_long" })
  .transform((issues) => [...new Set(issues)]);

/** The fields about a person, group by group; a group that is given replaces all its fields. */
const Identity = input({
  name: line(80),
  kana: optionalLine(80),
  birthOn: OptionalDateField,
  preferredName: optionalLine(40),
});
const Contact = input({ address: optionalLine(200), phone: PhoneField, mail: OptionalMail });
const groups = {
  contact: Contact.optional(),
  household: input({ householdSituation: optionalParagraph(2000) }).optional(),
  living: input({
    livingSituation: optionalParagraph(2000),
    involvedAgencies: optionalParagraph(1000),
  }).optional(),
  health: input({ healthSituation: optionalParagraph(2000) }).optional(),
  needs: input({ supportNeeds: optionalParagraph(2000) }).optional(),
  wishes: input({ wishes: optionalParagraph(2000) }).optional(),
  cautions: input({ cautions: optionalParagraph(2000) }).optional(),
};
const NewPerson = input({ identity: Identity, ...groups });
const PersonChanges = input({ identity: Identity.optional(), ...groups });
export type PersonChanges = z.output<typeof PersonChanges>;

const intake = {
  source: choice(caseSources),
  /** The section or agency it came from, where one did. */
  sourceDepartmentId: z
    .union([DepartmentId, z.literal("")], { error: "not_a_choice" })
    .nullish()
    .transform((id) => (id === "" ? null : (id ?? null))),
  receivedOn: DateField,
  lifeIssues: LifeIssues,
  urgency: choice(caseUrgencies),
  summary: paragraph(4000),
};

const largestHousehold = 20;
const NewMember = input({
  relation: choice(householdRelations),
  person: NewPerson,
  isProtected: z.boolean().default(false),
});

/** Intake, reduced to what a case needs; the person who takes it in is its first assignee (D-33). */
export const OpenCase = command({
  ...intake,
  person: NewPerson,
  isProtected: z.boolean().default(false),
  /** The others of the household, as far as they are known at the intake. */
  members: z.array(NewMember).max(largestHousehold, { error: "too_long" }).default([]),
});
export type OpenCase = z.output<typeof OpenCase>;
export type OpenCaseForm = z.input<typeof OpenCase>;

export const UpdateIntake = command({ caseId: CaseId, version: Version, ...intake });
export type UpdateIntake = z.output<typeof UpdateIntake>;

export const BeginAssessment = command({ caseId: CaseId, version: Version });
export const BeginPlanning = command({ caseId: CaseId, version: Version });
export const CloseCase = command({
  caseId: CaseId,
  version: Version,
  reason: choice(caseCloseReasons),
  note: optionalParagraph(2000),
});
export type CloseCase = z.output<typeof CloseCase>;

export const AddMember = command({
  caseId: CaseId,
  relation: choice(memberRelations),
  person: NewPerson,
  isProtected: z.boolean().default(false),
});
export type AddMember = z.output<typeof AddMember>;
export const RemoveMember = command({ personId: PersonId, version: Version, reason: line(200) });
export const UpdatePerson = command({ personId: PersonId, version: Version, changes: PersonChanges });
export type UpdatePerson = z.output<typeof UpdatePerson>;

/** D-23: no reason is asked for raising the flag, so that nothing delays it. */
export const ProtectPerson = command({ personId: PersonId });
export const UnprotectPerson = command({ personId: PersonId, version: Version, reason: paragraph(1000) });

export const AssignCase = command({ caseId: CaseId, userId: UserId, duty: choice(caseDuties).default("team") });
export const UnassignCase = command({ assignmentId: CaseAssignmentId });

export const GetCase = input({ caseId: CaseId });
export const ListCases = input({
  /** Part of the name or its reading, from one character. */
  name: optionalLine(80),
  status: choice(caseStatuses)
    .nullish()
    .transform((status) => status ?? null),
  lifeIssue: choice(lifeIssues)
    .nullish()
    .transform((issue) => issue ?? null),
  ...Page,
});
/** What the viewer's own open cases wait for. */
export const ListCaseTasks = input(Page);
export type ListCases = z.output<typeof ListCases>;
export const ListAssignable = input({ caseId: CaseId });
