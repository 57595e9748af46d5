import type { CivilDate, Id } from "../kernel/index.ts";
import { addDays, civilDateOf, fiscalYearOf, idOf } from "../kernel/index.ts";
import type { SettingValues } from "../municipality/index.ts";

export type RetentionDueId = Id<"retentionDue">;
export const RetentionDueId = idOf("retentionDue");
export type RetentionOfficerId = Id<"retentionOfficer">;
export const RetentionOfficerId = idOf("retentionOfficer");

/** Where a record stands whose time is over: nothing is destroyed that nobody has confirmed (D-19). */
export const retentionStatuses = ["due", "postponed", "confirmed", "destroyed"] as const;
export type RetentionStatus = (typeof retentionStatuses)[number];
/** Those that still wait for something. */
export const waitingRetentionStatuses = ["due", "postponed", "confirmed"] as const satisfies readonly RetentionStatus[];

/** Why a record is kept longer than it must be. A code: a sentence of one's own could tell of the person. */
export const postponeReasons = ["legalProceedings", "disclosureRequest", "auditOrInspection", "supportAgain"] as const;
export type PostponeReason = (typeof postponeReasons)[number];

/** Days in which a confirmation can be taken back, a weekend among them; the night after them destroys. */
export const revocableDays = 7;
/** The night from which a confirmed record may be destroyed. */
export const destroysOnAfter = (confirmedOn: CivilDate): CivilDate => addDays(confirmedOn, revocableDays);

/** No record is put off for longer at once; whoever needs more decides again. */
export const longestPostponementYears = 10;

/**
 * 保存年限 of municipal records: counted in whole years from the first day of the fiscal year (1 April) after the one in
 * which the record was completed. On the day given back it is no longer to be kept.
 */
export const dueOnAfter = (completedOn: CivilDate, years: number): CivilDate =>
  civilDateOf(`${fiscalYearOf(completedOn) + 1 + years}-04-01`);

export type RetentionYears = Pick<
  SettingValues,
  "caseRetentionYears" | "referralRetentionYears" | "meetingRetentionYears"
>;

/** What decides about a case: its own end and those of the records that hang on the same keys (D-35). */
export type CaseRecord = {
  /** Null while the case is open. */
  readonly closedOn: CivilDate | null;
  readonly openReferralCount: number;
  readonly lastReferralEndedOn: CivilDate | null;
  /** The last meeting, held or still to come, that has the case on its agenda. */
  readonly lastMeetingOn: CivilDate | null;
};
export type RetentionEnd = { readonly completedOn: CivilDate; readonly dueOn: CivilDate };

/**
 * When a case and all that hangs on its keys may go: persons, consents, referrals, decisions. They go together, when the
 * last of their periods is over, for one key opens all of them. Null while anything is open.
 */
export const retentionEndOf = (record: CaseRecord, years: RetentionYears): RetentionEnd | null => {
  const { closedOn, lastReferralEndedOn, lastMeetingOn } = record;
  if (closedOn === null || record.openReferralCount > 0) return null;
  const end = (completedOn: CivilDate | null, kept: number): readonly RetentionEnd[] =>
    completedOn === null ? [] : [{ completedOn, dueOn: dueOnAfter(completedOn, kept) }];
  const first = { completedOn: closedOn, dueOn: dueOnAfter(closedOn, years.caseRetentionYears) };
  return [
    ...end(lastReferralEndedOn, years.referralRetentionYears),
    ...end(lastMeetingOn, years.meetingRetentionYears),
  ].reduce((latest, one) => (one.dueOn > latest.dueOn ? one : latest), first);
};

/** Whether a record may go on a day. */
export const isRetentionOver = (end: RetentionEnd | null, on: CivilDate): end is RetentionEnd =>
  end !== null && end.dueOn <= on;
