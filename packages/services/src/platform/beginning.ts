import { addDays, type CivilDate } from "@tsunagari/domain";
import { fail } from "../kernel/index.ts";

/** How far ahead a membership may be agreed, so that a slip of the year is caught. */
const maxDaysAhead = 92;

/** A membership begins while there is a platform, and not far ahead. */
export const demandBeginning = (
  sinceOn: CivilDate,
  of: { readonly begins: CivilDate; readonly today: CivilDate },
): void => {
  const issue = { fields: [{ path: "sinceOn", code: "out_of_range" }] };
  if (sinceOn < of.begins) fail("invalid_input", "platform.before_platform", issue);
  // A platform that is being prepared may lie further ahead; its first day is chosen by nobody here.
  if (sinceOn > addDays(of.today, maxDaysAhead) && sinceOn !== of.begins) {
    fail("invalid_input", "platform.too_far_ahead", issue);
  }
};
