/*
 * Clocks of a referral (D-12, D-39): when somebody is reminded, when it expires, when it is looked at again.
 * Business days come from the calendar that is handed in; today is the date in Japan.
 */
import type { BusinessCalendar, CivilDate } from "../kernel/index.ts";
import { addBusinessDays, addDays } from "../kernel/index.ts";
import type { SettingValues } from "../municipality/index.ts";
import { settingDefaults } from "../municipality/index.ts";
import type { ReferralStatus } from "./referral.ts";

export type ReferralClocks = {
  readonly firstReminderBusinessDays: number;
  readonly coordinatorReminderBusinessDays: number;
  readonly expiryBusinessDays: number;
  readonly waitlistReviewDays: number;
  readonly followUpDays: readonly number[];
  readonly packetAccessDaysAfterConclusion: number;
};

/** The clocks as the city has set them. */
export const referralClocksOf = (settings: SettingValues): ReferralClocks => ({
  firstReminderBusinessDays: settings.referralReminderBusinessDays,
  coordinatorReminderBusinessDays: settings.referralCoordinatorReminderBusinessDays,
  expiryBusinessDays: settings.referralExpiryBusinessDays,
  waitlistReviewDays: settings.waitingListReviewDays,
  followUpDays: [settings.firstFollowUpDays, settings.secondFollowUpDays],
  packetAccessDaysAfterConclusion: settings.packetAccessDaysAfterConclusion,
});
export const defaultReferralClocks = referralClocksOf(settingDefaults);

/** Days within which an ended referral may be taken up again. */
export const reopenDays = 30;

/** The last day on which the partner may answer, where nothing earlier was wished (D-39). */
export const defaultDueOn = (
  startedOn: CivilDate,
  calendar: BusinessCalendar,
  clocks = defaultReferralClocks,
): CivilDate => addBusinessDays(startedOn, clocks.expiryBusinessDays, calendar);

/** D-39: may be earlier than the default, never later; it must leave the partner at least one more day. */
export const isPermittedDueOn = (dueOn: CivilDate, today: CivilDate, latestOn: CivilDate): boolean =>
  today < dueOn && dueOn <= latestOn;

/** The due date itself is still in time; there is no grace after it. */
export const isPastDue = (dueOn: CivilDate, today: CivilDate): boolean => dueOn < today;

/**
 * The days on which a referral sent on `startedOn` is called to mind: the partner's, then the coordinator's. Counted
 * in business days.
 */
export const remindersOf = (
  startedOn: CivilDate,
  calendar: BusinessCalendar,
  clocks = defaultReferralClocks,
): { readonly partnerOn: CivilDate; readonly coordinatorOn: CivilDate } => ({
  partnerOn: addBusinessDays(startedOn, clocks.firstReminderBusinessDays, calendar),
  coordinatorOn: addBusinessDays(startedOn, clocks.coordinatorReminderBusinessDays, calendar),
});

/** How many reviews of the waiting list have come due; the number makes each reminder happen once. */
export const waitlistReviewsDue = (
  waitlistedOn: CivilDate,
  today: CivilDate,
  clocks = defaultReferralClocks,
): number => {
  let count = 0;
  while (addDays(waitlistedOn, (count + 1) * clocks.waitlistReviewDays) <= today) count += 1;
  return count;
};

/** The days on which the coordinator asks how things are, counted from settling. */
export const followUpsOn = (settledOn: CivilDate, clocks = defaultReferralClocks): readonly CivilDate[] =>
  clocks.followUpDays.map((days) => addDays(settledOn, days));

/** Whether what has ended may be opened again: up to and including `reopenDays` calendar days after `endedOn`. */
export const isReopenable = (endedOn: CivilDate, today: CivilDate): boolean => today <= addDays(endedOn, reopenDays);

/** What waits next, for lists by clock; ended and draft referrals have none. */
export const nextClockOn = (
  row: { readonly status: ReferralStatus; readonly dueOn: CivilDate | null; readonly waitlistedOn: CivilDate | null },
  today: CivilDate,
  clocks = defaultReferralClocks,
): CivilDate | null => {
  if (row.status === "sent") return row.dueOn;
  if (row.status !== "waitlisted" || row.waitlistedOn === null) return null;
  const reviews = waitlistReviewsDue(row.waitlistedOn, today, clocks);
  return addDays(row.waitlistedOn, (reviews + 1) * clocks.waitlistReviewDays);
};
