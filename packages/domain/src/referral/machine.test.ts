import { describe, expect, it } from "vitest";
import { canFire, transition } from "../kernel/index.ts";
import { type ReferralEvent, placeChange, referralMachine } from "./machine.ts";
import {
  type ReferralStatus,
  endReasons,
  endedReferralStatuses,
  fhirTaskStatus,
  openReferralStatuses,
  referralStatuses,
} from "./referral.ts";

/** One line per state: the event that may happen there, and where it leads. Every pair not named here is refused. */
const expected: Record<ReferralStatus, Partial<Record<ReferralEvent, ReferralStatus>>> = {
  draft: { send: "sent", withdraw: "withdrawn", markEnteredInError: "entered_in_error" },
  sent: {
    accept: "accepted",
    decline: "declined",
    waitlist: "waitlisted",
    expire: "expired",
    withdraw: "withdrawn",
    endConsent: "withdrawn",
    markEnteredInError: "entered_in_error",
  },
  accepted: {
    waitlist: "waitlisted",
    unaccept: "sent",
    start: "in_progress",
    markNotHelped: "not_helped",
    withdraw: "withdrawn",
    endConsent: "withdrawn",
    markEnteredInError: "entered_in_error",
  },
  waitlisted: {
    accept: "accepted",
    start: "in_progress",
    markNotHelped: "not_helped",
    withdraw: "withdrawn",
    endConsent: "withdrawn",
    markEnteredInError: "entered_in_error",
  },
  in_progress: {
    complete: "completed",
    markNotHelped: "not_helped",
    withdraw: "withdrawn",
    endConsent: "withdrawn",
    markEnteredInError: "entered_in_error",
  },
  completed: { reopen: "in_progress", markEnteredInError: "entered_in_error" },
  not_helped: { reopen: "in_progress", markEnteredInError: "entered_in_error" },
  declined: { markEnteredInError: "entered_in_error" },
  withdrawn: { markEnteredInError: "entered_in_error" },
  expired: { markEnteredInError: "entered_in_error" },
  entered_in_error: {},
};
const events = Object.keys(referralMachine) as ReferralEvent[];
const pairs = referralStatuses.flatMap((status) => events.map((event) => ({ status, event })));

describe("the referral machine", () => {
  it.each(pairs)("$event in $status leads where the table says, or is refused", ({ status, event }) => {
    const to = expected[status][event];
    expect(canFire(referralMachine, event, status)).toBe(to !== undefined);
    if (to === undefined) {
      expect(() => transition("referral", referralMachine, { event, state: status })).toThrow("referral.invalid_state");
    } else {
      expect(transition("referral", referralMachine, { event, state: status })).toBe(to);
    }
  });

  it("counts each state as exactly one of draft, open or ended", () => {
    expect(["draft", ...openReferralStatuses, ...endedReferralStatuses].toSorted()).toEqual(
      [...referralStatuses].toSorted(),
    );
  });

  it("leaves no open state without a way out by the sender, by the consent and by correction", () => {
    for (const status of openReferralStatuses) {
      for (const event of ["withdraw", "endConsent", "markEnteredInError"] as const) {
        expect(canFire<ReferralStatus, typeof referralMachine>(referralMachine, event, status)).toBe(true);
      }
    }
  });

  it("takes a place exactly on entering, and releases it exactly on leaving, accepted and in progress", () => {
    expect(placeChange("sent", "accepted")).toBe("take");
    expect(placeChange("waitlisted", "accepted")).toBe("take");
    expect(placeChange("waitlisted", "in_progress")).toBe("take");
    expect(placeChange("completed", "in_progress")).toBe("take");
    expect(placeChange("accepted", "in_progress")).toBe("none");
    expect(placeChange("accepted", "sent")).toBe("release");
    expect(placeChange("accepted", "waitlisted")).toBe("release");
    expect(placeChange("sent", "waitlisted")).toBe("none");
    for (const ended of endedReferralStatuses) {
      expect(placeChange("in_progress", ended)).toBe("release");
      expect(placeChange("sent", ended)).toBe("none");
    }
  });

  it("maps every state to a FHIR Task status, and tells an expiry from a withdrawal by its reason", () => {
    expect(referralStatuses.map((status) => fhirTaskStatus[status].status)).toEqual([
      "draft",
      "requested",
      "accepted",
      "on-hold",
      "in-progress",
      "completed",
      "failed",
      "rejected",
      "cancelled",
      "cancelled",
      "entered-in-error",
    ]);
    expect(fhirTaskStatus.expired.statusReason).toBe("no-response");
    expect(fhirTaskStatus.withdrawn.statusReason).toBeNull();
  });

  it("names each reason code once, so that labels cannot differ", () => {
    expect(new Set(endReasons).size).toBe(endReasons.length);
    expect(endReasons).toContain("consent_ended");
    expect(endReasons).toContain("no_response");
  });
});
