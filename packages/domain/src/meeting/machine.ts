import type { Machine } from "../kernel/index.ts";
import type { MeetingStatus } from "./meeting.ts";

/** First half of SM-08: called, held or called off. Minutes and follow-up come with their issue. */
export const meetingMachine = {
  hold: { from: ["scheduled"], to: "held" },
  cancel: { from: ["scheduled"], to: "canceled" },
} as const satisfies Machine<MeetingStatus>;
export type MeetingEvent = keyof typeof meetingMachine;
