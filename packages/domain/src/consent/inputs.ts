import { z } from "zod";
import { CaseId, PersonId, dataGroups } from "../case/index.ts";
import {
  DateField,
  DepartmentId,
  OptionalDateField,
  OrganizationId,
  addDays,
  choice,
  command,
  input,
  optionalLine,
  optionalParagraph,
} from "../kernel/index.ts";
import type { CivilDate } from "../kernel/index.ts";
import {
  ConsentGrantId,
  consentForms,
  consentGivers,
  consentPurposes,
  representativeCapacities,
  untilOf,
} from "./consent.ts";

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const Recipients = {
  departmentIds: z.array(DepartmentId).max(50, { error: "too_long" }).default([]).transform(unique),
  organizationIds: z.array(OrganizationId).max(50, { error: "too_long" }).default([]).transform(unique),
};

type RecipientFields = {
  purpose: (typeof consentPurposes)[number];
  departmentIds: readonly string[];
  organizationIds: readonly string[];
};

/** D-02: departments and agencies for information sharing, organizations for partner disclosure, none for support. */
const checkRecipients = (fields: RecipientFields, context: z.core.$RefinementCtx): void => {
  const wants = {
    departmentIds: fields.purpose === "informationSharing",
    organizationIds: fields.purpose === "partnerDisclosure",
  };
  for (const name of ["departmentIds", "organizationIds"] as const) {
    const isGiven = fields[name].length > 0;
    if (isGiven !== wants[name]) {
      context.addIssue({ code: "custom", path: [name], message: wants[name] ? "not_chosen" : "not_a_choice" });
    }
  }
};

const terms = {
  ...Recipients,
  purpose: choice(consentPurposes),
  dataGroups: z.array(choice(dataGroups)).max(dataGroups.length, { error: "too_long" }).default([]).transform(unique),
  /** The day on which it was given; it holds from then. */
  givenOn: DateField,
  /** The last day; empty means as long as the city offers, at most one year (D-02). */
  lastOn: OptionalDateField,
  form: choice(consentForms),
  /** Oral: who witnessed it, or when and how it was given. */
  witness: optionalLine(80),
  formNote: optionalParagraph(500),
  givenBy: choice(consentGivers),
  representativeName: optionalLine(80),
  representativeCapacity: choice(representativeCapacities)
    .nullish()
    .transform((capacity) => capacity ?? null),
};

type Terms = RecipientFields & {
  dataGroups: readonly string[];
  givenOn: CivilDate;
  lastOn: CivilDate | null;
  form: (typeof consentForms)[number];
  witness: string | null;
  formNote: string | null;
  givenBy: (typeof consentGivers)[number];
  representativeName: string | null;
  representativeCapacity: string | null;
};

const checkTerms = (fields: Terms, context: z.core.$RefinementCtx): void => {
  const refuse = (path: keyof Terms, message: string): void => {
    context.addIssue({ code: "custom", path: [path], message });
  };
  checkRecipients(fields, context);
  if (fields.purpose !== "support" && fields.dataGroups.length === 0) refuse("dataGroups", "not_chosen");
  if (fields.purpose === "support" && fields.dataGroups.length > 0) refuse("dataGroups", "not_a_choice");
  if (fields.lastOn !== null && fields.lastOn < fields.givenOn) refuse("lastOn", "before_start");
  // D-02: one year, shorter on wish, never longer.
  if (fields.lastOn !== null && addDays(fields.lastOn, 1) > untilOf(fields.givenOn, null))
    refuse("lastOn", "out_of_range");
  // D-02: oral consent needs a witness or a note of when and how.
  if (fields.form === "oral" && fields.witness === null && fields.formNote === null) refuse("formNote", "required");
  if (fields.givenBy === "legalRepresentative") {
    if (fields.representativeName === null) refuse("representativeName", "required");
    if (fields.representativeCapacity === null) refuse("representativeCapacity", "not_chosen");
  }
};

export const GiveConsent = command({ personId: PersonId, ...terms }).superRefine(checkTerms);
export type GiveConsent = z.output<typeof GiveConsent>;
export type GiveConsentForm = z.input<typeof GiveConsent>;

/** Narrowing names the new grant whole; the old one is withdrawn in the same command (D-02). */
export const NarrowConsent = command({ grantId: ConsentGrantId, ...terms }).superRefine(checkTerms);
export type NarrowConsent = z.output<typeof NarrowConsent>;

export const AskConsent = command({
  personId: PersonId,
  purpose: choice(consentPurposes),
  askedOn: DateField,
  note: optionalParagraph(500),
});
export type AskConsent = z.output<typeof AskConsent>;
export const RefuseConsent = command({
  personId: PersonId,
  purpose: choice(consentPurposes),
  refusedOn: DateField,
  note: optionalParagraph(500),
});
export type RefuseConsent = z.output<typeof RefuseConsent>;

/** D-03: nothing is asked but which consent; a reason is never demanded of the person. */
export const WithdrawConsent = command({ grantId: ConsentGrantId, note: optionalParagraph(500) });
export type WithdrawConsent = z.output<typeof WithdrawConsent>;
/** 「すべての同意を撤回」 */
export const WithdrawAllConsents = command({ personId: PersonId, note: optionalParagraph(500) });
export type WithdrawAllConsents = z.output<typeof WithdrawAllConsents>;

export const ListConsents = input({ caseId: CaseId });
export const GetConsentSheet = input({ personId: PersonId });

/** Given by the worker. */
export const RemindEndingConsents = command({});
