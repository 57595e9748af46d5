import { CancelMeeting } from "@tsunagari/domain/meeting";
import { defineCommand } from "../kernel/index.ts";
import { moveMeeting } from "./move.ts";
import { findMeetingFacts } from "./store.ts";

/** Calls a meeting off. */
export const cancelMeeting = defineCommand({
  action: "meeting.cancel",
  input: CancelMeeting,
  load: (step) => findMeetingFacts(step, step.input.meetingId, true),
  run: ({ facts, input, ...step }) =>
    moveMeeting(step, { ...input, event: "cancel", from: facts.status, heldAt: null }),
});
