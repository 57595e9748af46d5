import { addDays, type CivilDate } from "../kernel/index.ts";
import type { SettingValues } from "../municipality/index.ts";
import type { Schedule } from "./schedule.ts";

/** D-16; the days are settings of the city. */
export type FreshnessRule = Pick<
  SettingValues,
  "verificationDays" | "verificationReminderDays" | "unlistAfterOverdueDays"
>;

export const freshnessStates = ["fresh", "due", "stale", "unlisted"] as const;
export type FreshnessState = (typeof freshnessStates)[number];

/** The first day on which 「情報が古い可能性があります」 stands beside the item. */
export const staleFrom = (verifiedOn: CivilDate, rule: FreshnessRule): CivilDate =>
  addDays(verifiedOn, rule.verificationDays);

/** The first day on which the item is off the public lists for its age. */
export const unlistedFrom = (verifiedOn: CivilDate, rule: FreshnessRule): CivilDate =>
  addDays(verifiedOn, rule.verificationDays + rule.unlistAfterOverdueDays);

/**
 * How old a confirmation is on a day: `fresh`, `due` while it is asked for, `stale` once it is overdue, `unlisted`
 * when the public no longer sees it (D-16).
 */
export const freshnessOn = (verifiedOn: CivilDate, on: CivilDate, rule: FreshnessRule): FreshnessState => {
  if (on >= unlistedFrom(verifiedOn, rule)) return "unlisted";
  if (on >= staleFrom(verifiedOn, rule)) return "stale";
  return on >= addDays(staleFrom(verifiedOn, rule), -rule.verificationReminderDays) ? "due" : "fresh";
};

/**
 * Whether the public sees a published item: not too old, and its last day not past. With "published" and "organization
 * active", which decide whether it stands in the published table at all, this is the one visibility predicate.
 */
export const isShownOn = (
  item: { readonly schedule: Schedule; readonly verifiedOn: CivilDate },
  on: CivilDate,
  rule: FreshnessRule,
): boolean =>
  freshnessOn(item.verifiedOn, on, rule) !== "unlisted" &&
  (item.schedule.kind === "byAppointment" || item.schedule.lastOn === null || on <= item.schedule.lastOn);
