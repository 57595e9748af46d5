import type { Machine } from "../kernel/index.ts";
import type { ActivityStatus, ActivityVersionStatus } from "./activity.ts";

/** The life of an activity up to its first publication, and its end. */
export const activityMachine = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  takeBack: { from: ["submitted"], to: "draft" },
  return: { from: ["submitted"], to: "returned" },
  approve: { from: ["submitted"], to: "published" },
  discard: { from: ["draft", "returned"], to: "discarded" },
  end: { from: ["published"], to: "ended" },
} as const satisfies Machine<ActivityStatus>;
export type ActivityEvent = keyof typeof activityMachine;

/** The life of one version; of a published activity only the working version moves, the public one stays (D-15). */
export const activityVersionMachine = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  /** Submitting a change that D-15 leaves to the organization: public at once. */
  publish: { from: ["draft", "returned"], to: "approved" },
  takeBack: { from: ["submitted"], to: "draft" },
  return: { from: ["submitted"], to: "returned" },
  approve: { from: ["submitted"], to: "approved" },
  discard: { from: ["draft", "returned"], to: "discarded" },
  /** The activity ends while the version is still being worked on. */
  drop: { from: ["draft", "submitted", "returned"], to: "discarded" },
  supersede: { from: ["approved"], to: "superseded" },
} as const satisfies Machine<ActivityVersionStatus>;
export type ActivityVersionEvent = keyof typeof activityVersionMachine;
