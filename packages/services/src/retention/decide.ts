import { addMonths } from "@tsunagari/domain";
import {
  ConfirmRetention,
  destroysOnAfter,
  longestPostponementYears,
  PostponeRetention,
  ResumeRetention,
  RevokeRetention,
} from "@tsunagari/domain/retention";
import { asStaff, defineCommand, fail } from "../kernel/index.ts";
import { lockFacts, moveRecords, undecided, type Seen } from "./store.ts";

const idsOf = (items: readonly Seen[]) => items.map((item) => item.retentionDueId);

/** Confirms that records go: a week later the night's job destroys them, until then it can be taken back (D-19). */
export const confirmRetention = defineCommand({
  action: "retention.confirm",
  input: ConfirmRetention,
  load: (step) => lockFacts(step, idsOf(step.input.items)),
  run: ({ actor, input, now, today, ...step }) => {
    const changes = { decidedBy: asStaff(actor).userId, decidedAt: now, destroysOn: destroysOnAfter(today) };
    return moveRecords(step, input.items, { event: "confirm", changes });
  },
});

/** Takes a confirmation back, while nothing has been destroyed. */
export const revokeRetention = defineCommand({
  action: "retention.revoke",
  input: RevokeRetention,
  load: (step) => lockFacts(step, idsOf(step.input.items)),
  run: ({ input, ...step }) => moveRecords(step, input.items, { event: "revoke", changes: undecided }),
});

/** Keeps records for longer, for a reason that is a code. */
export const postponeRetention = defineCommand({
  action: "retention.postpone",
  input: PostponeRetention,
  load: (step) => lockFacts(step, idsOf(step.input.items)),
  run: ({ actor, input, now, today, ...step }) => {
    const { untilOn, reason } = input;
    if (untilOn <= today || untilOn > addMonths(today, 12 * longestPostponementYears)) {
      return fail("invalid_input", "retention.date_out_of_range", {
        fields: [{ path: "untilOn", code: untilOn <= today ? "in_the_past" : "out_of_range" }],
      });
    }
    const decided = { decidedBy: asStaff(actor).userId, decidedAt: now };
    const changes = { ...decided, postponedUntilOn: untilOn, postponeReason: reason };
    return moveRecords(step, input.items, { event: "postpone", changes });
  },
});

/** Ends a postponement before its day. */
export const resumeRetention = defineCommand({
  action: "retention.resume",
  input: ResumeRetention,
  load: (step) => lockFacts(step, idsOf(step.input.items)),
  run: ({ input, ...step }) => moveRecords(step, input.items, { event: "resume", changes: undecided }),
});
