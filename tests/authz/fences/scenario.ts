/** What the world of these tests is made of: one scenario is one case with one person, one consent, one referral. */
/** 2026-11-24 in Japan; set as the database's clock in every transaction of these tests. */
export const clock = "2026-11-24T03:00:00Z";

export type Scenario = {
  readonly label: string;
  readonly status:
    | "draft"
    | "sent"
    | "accepted"
    | "waitlisted"
    | "in_progress"
    | "completed"
    | "declined"
    | "not_helped"
    | "withdrawn"
    | "expired"
    | "entered_in_error";
  readonly consent: "live" | "withdrawn" | "expired" | "upcoming" | "other_recipient" | "other_purpose";
  /** The groups the person consented to. */
  readonly groups: readonly string[];
  readonly isProtected: boolean;
  /** Whether the term after the conclusion has run out. */
  readonly isTermOver: boolean;
};

const everyGroup = ["identity", "contact", "needs", "wishes", "health"];
const base: Scenario = {
  label: "",
  status: "sent",
  consent: "live",
  groups: everyGroup,
  isProtected: false,
  isTermOver: false,
};

export const scenarios: readonly Scenario[] = [
  ...(
    [
      "draft",
      "sent",
      "accepted",
      "waitlisted",
      "in_progress",
      "completed",
      "declined",
      "not_helped",
      "withdrawn",
      "expired",
      "entered_in_error",
    ] as const
  ).map((status) => ({ ...base, label: status, status })),
  { ...base, label: "completed, term over", status: "completed", isTermOver: true },
  ...(["sent", "accepted", "in_progress", "completed"] as const).flatMap((status) =>
    (["withdrawn", "expired", "upcoming", "other_recipient", "other_purpose"] as const).map((consent) => ({
      ...base,
      label: `${status}, consent ${consent}`,
      status,
      consent,
    })),
  ),
  { ...base, label: "accepted, contact not consented", status: "accepted", groups: ["identity", "wishes"] },
  { ...base, label: "sent, nothing consented", groups: [] },
  { ...base, label: "accepted, protected", status: "accepted", isProtected: true },
  { ...base, label: "sent, protected", isProtected: true },
];

/** The rows of one scenario, by what they are. */
export type Rows = {
  readonly scenario: Scenario;
  readonly caseId: string;
  readonly personId: string;
  readonly keyId: string;
  readonly nameFieldId: string;
  readonly phoneFieldId: string;
  readonly assignmentId: string;
  readonly grantId: string;
  readonly eventId: string;
  readonly referralId: string;
  readonly packet: {
    readonly wishes: string;
    readonly area: string;
    readonly health: string;
    readonly name: string;
    readonly phone: string;
  };
  readonly messageId: string;
  readonly auditId: string;
};

export type City = {
  readonly municipalityId: string;
  readonly departmentId: string;
  readonly otherDepartmentId: string;
  readonly receiving: string;
  readonly other: string;
  readonly users: Readonly<Record<UserName, string>>;
  readonly rows: readonly Rows[];
};

export const userNames = [
  "assigned",
  "unassigned",
  "formerlyAssigned",
  "roleEnded",
  "deactivated",
  "supervisor",
  "otherSupervisor",
  "administrator",
  "auditor",
  "receiver",
  "owner",
  "otherReceiver",
] as const;
export type UserName = (typeof userNames)[number];

/** Stands for any ciphertext where nobody opens it. */
export const envelope = Buffer.from("sealed");
