import {
  caseCloseReasons,
  caseSources,
  caseUrgencies,
  dataGroups,
  lifeIssues,
  memberRelations,
} from "@tsunagari/domain/case";
import { consentForms } from "@tsunagari/domain/consent";
import { agendaTopics } from "@tsunagari/domain/meeting";
import {
  contactWays,
  declineReasons,
  outcomeCodes,
  personAnswers,
  referencedPacketFieldNames,
  referralPurposes,
} from "@tsunagari/domain/referral";
import { z } from "zod";

const text = z.string().nullable();

const Person = z.strictObject({
  identity: z.strictObject({
    name: z.string(),
    kana: z.string(),
    /** An age, because a child of the demo must not come of age while the demo grows old. */
    age: z.number().nullable(),
    preferredName: text,
  }),
  contact: z.strictObject({ address: text, phone: text, mail: text }).optional(),
  household: z.strictObject({ householdSituation: z.string() }).optional(),
  living: z.strictObject({ livingSituation: text, involvedAgencies: z.string() }),
  health: z.strictObject({ healthSituation: z.string() }).optional(),
  needs: z.strictObject({ supportNeeds: z.string() }).optional(),
  wishes: z.strictObject({ wishes: z.string() }).optional(),
  cautions: z.strictObject({ cautions: z.string() }).optional(),
});

export type PersonFile = z.output<typeof Person>;

const Consent = {
  daysAgo: z.number(),
  dataGroups: z.array(z.enum(dataGroups)),
  form: z.enum(consentForms),
  witness: text,
};
const Sharing = z.strictObject({ ...Consent, departments: z.array(z.string()) });
const Disclosure = z.strictObject({
  ...Consent,
  code: z.string(),
  organizations: z.array(z.string()),
  withdrawnDaysAgo: z.number().optional(),
});

const step = { daysAgo: z.number() };
const byPartner = { ...step, by: z.string() };
const ReferralStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("send"), ...step }),
  z.strictObject({ do: z.literal("seen"), ...byPartner }),
  z.strictObject({
    do: z.literal("accept"),
    ...byPartner,
    contactPersonName: z.string(),
    firstStepInDays: z.number(),
  }),
  z.strictObject({ do: z.literal("start"), ...byPartner }),
  z.strictObject({ do: z.literal("waitlist"), ...byPartner, expectedInDays: z.number() }),
  z.strictObject({
    do: z.literal("decline"),
    ...byPartner,
    reasonCode: z.enum(declineReasons),
    reasonText: z.string(),
  }),
  z.strictObject({
    do: z.literal("complete"),
    ...byPartner,
    outcomeCode: z.enum(outcomeCodes),
    serviceGiven: z.string(),
    shareBack: z.string(),
  }),
  z.strictObject({ do: z.literal("ask"), ...byPartner, text: z.string() }),
  z.strictObject({ do: z.literal("answer"), ...step, text: z.string() }),
  z.strictObject({ do: z.literal("personAnswer"), ...step, answer: z.enum(personAnswers) }),
]);
export type ReferralStep = z.output<typeof ReferralStep>;

const ReferralFile = z.strictObject({
  code: z.string(),
  activity: z.string(),
  disclosure: z.string(),
  parent: z.string().optional(),
  purpose: z.enum(referralPurposes),
  contactWay: z.enum(contactWays),
  packet: z.strictObject({
    wishes: z.string().optional(),
    needs: z.string().optional(),
    times: z.string().optional(),
    staffContact: z.string(),
    cautions: z.string().optional(),
    /** Code of an area of a scheme the city marks disclosable. */
    area: z.string().optional(),
    personFields: z.array(z.enum(referencedPacketFieldNames)),
  }),
  /** None: the draft stays a draft. */
  steps: z.array(ReferralStep),
});
export type ReferralFile = z.output<typeof ReferralFile>;

const CaseFile = z.strictObject({
  code: z.string(),
  lead: z.string(),
  team: z.array(z.string()),
  receivedDaysAgo: z.number(),
  source: z.enum(caseSources),
  sourceDepartment: z.string().nullable(),
  lifeIssues: z.array(z.enum(lifeIssues)),
  urgency: z.enum(caseUrgencies),
  isProtected: z.boolean(),
  summary: z.string(),
  person: Person,
  members: z.array(
    z.strictObject({
      relation: z.enum(memberRelations),
      /** Null where no consent of their own is needed, or none was asked for yet. */
      sharingDaysAgo: z.number().nullable(),
      isProtected: z.boolean().default(false),
      person: Person,
    }),
  ),
  sharing: Sharing.nullable(),
  status: z.enum(["intake", "assessing", "planning"]),
  disclosures: z.array(Disclosure),
  referrals: z.array(ReferralFile),
});
export type CaseFile = z.output<typeof CaseFile>;

/** A case of the years before, closed on a stated day: its retention must be over on every day of the demo (D-19). */
const ClosedCaseFile = CaseFile.pick({
  code: true,
  lead: true,
  source: true,
  sourceDepartment: true,
  lifeIssues: true,
  urgency: true,
  summary: true,
  person: true,
}).extend({
  receivedOn: z.string(),
  closedOn: z.string(),
  closeReason: z.enum(caseCloseReasons),
  closeNote: z.string(),
});
export type ClosedCaseFile = z.output<typeof ClosedCaseFile>;

const MeetingFile = z.strictObject({
  code: z.string(),
  /** Negative for a meeting that is still to come. */
  daysAgo: z.number(),
  convenedDaysAgo: z.number(),
  by: z.string(),
  /** Code of the body it is a sitting of. */
  body: z.string(),
  startsAtTime: z.string(),
  place: z.string(),
  host: z.string(),
  memberDepartments: z.array(z.string()),
  agenda: z.array(
    z.strictObject({ case: z.string(), topic: z.enum(agendaTopics), decisionNote: z.string().nullable() }),
  ),
});
export type MeetingFile = z.output<typeof MeetingFile>;

export const CasesFile = z.strictObject({
  meetings: z.array(MeetingFile),
  cases: z.array(CaseFile),
  closedCases: z.array(ClosedCaseFile).default([]),
});
export type CasesFile = z.output<typeof CasesFile>;
