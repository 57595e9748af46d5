import { HoldMeeting } from "@tsunagari/domain/meeting";
import { defineCommand } from "../kernel/index.ts";
import { moveMeeting } from "./move.ts";
import { findMeetingFacts } from "./store.ts";

/** Records that the meeting was held, on a day on which every item had its consent (D-38). */
export const holdMeeting = defineCommand({
  action: "meeting.hold",
  input: HoldMeeting,
  load: (step) => findMeetingFacts(step, step.input.meetingId, true),
  run: ({ facts, input, now, ...step }) =>
    moveMeeting(step, { ...input, event: "hold", from: facts.status, heldAt: now }),
});
