import type { Machine } from "../kernel/index.ts";
import type { ReferralStatus } from "./referral.ts";
import { holdsPlace } from "./referral.ts";

/**
 * Every move of a referral. Guards stand in the policy, and again in the database's fences; who fires `expire` and
 * `endConsent` is no person: the clock and the consent (D-03, D-12).
 */
export const referralMachine = {
  send: { from: ["draft"], to: "sent" },
  accept: { from: ["sent", "waitlisted"], to: "accepted" },
  decline: { from: ["sent"], to: "declined" },
  waitlist: { from: ["sent", "accepted"], to: "waitlisted" },
  unaccept: { from: ["accepted"], to: "sent" },
  start: { from: ["accepted", "waitlisted"], to: "in_progress" },
  complete: { from: ["in_progress"], to: "completed" },
  markNotHelped: { from: ["accepted", "waitlisted", "in_progress"], to: "not_helped" },
  reopen: { from: ["completed", "not_helped"], to: "in_progress" },
  withdraw: { from: ["draft", "sent", "accepted", "waitlisted", "in_progress"], to: "withdrawn" },
  endConsent: { from: ["sent", "accepted", "waitlisted", "in_progress"], to: "withdrawn" },
  expire: { from: ["sent"], to: "expired" },
  markEnteredInError: {
    from: [
      "draft",
      "sent",
      "accepted",
      "waitlisted",
      "in_progress",
      "completed",
      "not_helped",
      "declined",
      "withdrawn",
      "expired",
    ],
    to: "entered_in_error",
  },
} as const satisfies Machine<ReferralStatus>;
export type ReferralEvent = keyof typeof referralMachine;

/** Whether a move takes or gives back one place of the activity's capacity (D-30). */
export const placeChange = (from: ReferralStatus, to: ReferralStatus): "take" | "release" | "none" => {
  if (holdsPlace(from) === holdsPlace(to)) return "none";
  return holdsPlace(to) ? "take" : "release";
};
