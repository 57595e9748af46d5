import type { z } from "zod";
import { choice, input, wholeNumber } from "../kernel/fields.ts";
import { idOf, type Id } from "../kernel/ids.ts";

export type MeetingBodyId = Id<"meetingBody">;
export const MeetingBodyId = idOf("meetingBody");
export type BodyMemberId = Id<"bodyMember">;
export const BodyMemberId = idOf("bodyMember");

/** Logic keys on the legal basis, never on the name a city gives the meeting (D-01). It never changes. */
export const legalBases = ["consented", "confidential", "other"] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Who hosts: 市, 社会福祉協議会, 共同 (C-22). */
export const bodyHosts = ["municipality", "socialWelfareCouncil", "joint"] as const;
export type BodyHost = (typeof bodyHosts)[number];

/** 随時, 定期, 年n回, 全n回, 毎月 (C-02, C-15). */
export const frequencyKinds = ["asNeeded", "regular", "timesPerYear", "timesInTotal", "monthly"] as const;
export type FrequencyKind = (typeof frequencyKinds)[number];

/** How often something is held; the two kinds that count carry their number. */
export type Frequency = {
  readonly kind: FrequencyKind;
  readonly times: number | null;
};

const countedKinds: readonly FrequencyKind[] = ["timesPerYear", "timesInTotal"];

/** Whether a kind of frequency carries a number. */
export const isCountedFrequency = (kind: FrequencyKind): boolean => countedKinds.includes(kind);

export const FrequencyField = input({
  kind: choice(frequencyKinds),
  times: wholeNumber(1, 366)
    .nullish()
    .transform((times) => times ?? null),
}).superRefine(({ kind, times }, context) => {
  if (isCountedFrequency(kind) === (times !== null)) return;
  context.addIssue({ code: "custom", message: times === null ? "required" : "unknown_field", path: ["times"] });
});

/** How many meetings a fiscal year must at least see, or null where the frequency states none. */
export const meetingsPerYear = ({ kind, times }: z.output<typeof FrequencyField>): number | null => {
  if (kind === "monthly") return 12;
  return kind === "timesPerYear" ? times : null;
};

/** 行政, 相談支援機関, その他 (G-22, G-28). */
export const memberSides = ["administrative", "agency", "other"] as const;
export type MemberSide = (typeof memberSides)[number];

/** 課長級, 管理職・係長級: a body may sit in two tiers (003 L167, G-49). */
export const memberTiers = ["managers", "sectionHeads"] as const;
export type MemberTier = (typeof memberTiers)[number];

/** A seat in a body: a department of the city's list, or a body outside of it by name. */
export type BodyMember = {
  readonly departmentId: string | null;
  readonly name: string;
  readonly side: MemberSide;
  readonly tier: MemberTier | null;
  /** The 部 the department belongs to, if any. */
  readonly divisionId: string | null;
};

export type BodyFigures = {
  readonly members: number;
  readonly sides: Readonly<Record<MemberSide, number>>;
  readonly tiers: number;
  readonly divisions: number;
};

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;

const seatOf = ({ departmentId, name }: BodyMember): string => departmentId ?? `name ${name}`;

/** Members, sides, tiers and 部 of a body (G-22, G-28, G-49). Who sits in both tiers is one member. */
export const countBodyMembers = (members: readonly BodyMember[]): BodyFigures => {
  const of = (side: MemberSide) => distinct(members.filter((member) => member.side === side).map(seatOf));
  return {
    members: distinct(members.map(seatOf)),
    sides: { administrative: of("administrative"), agency: of("agency"), other: of("other") },
    tiers: distinct(members.map(({ tier }) => tier)),
    divisions: distinct(members.map(({ divisionId }) => divisionId)),
  };
};
