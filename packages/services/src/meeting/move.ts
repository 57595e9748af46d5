import { and, eq } from "@tsunagari/db";
import { meeting } from "@tsunagari/db/schema";
import { transition, type Instant } from "@tsunagari/domain";
import { meetingMachine, type MeetingEvent, type MeetingId, type MeetingStatus } from "@tsunagari/domain/meeting";
import type { Scope } from "../case/index.ts";
import { demandOne, type Outcome } from "../kernel/index.ts";

type Move = {
  readonly event: MeetingEvent;
  readonly meetingId: MeetingId;
  readonly from: MeetingStatus;
  readonly version: number;
  readonly heldAt: Instant | null;
};

/** Moves a meeting along its machine. */
export const moveMeeting = async ({ tx, municipalityId }: Scope, move: Move): Promise<Outcome> => {
  const { meetingId: id, version, heldAt } = move;
  const status = transition("meeting", meetingMachine, { event: move.event, state: move.from });
  demandOne(
    await tx
      .update(meeting)
      .set({ status, heldAt, version: version + 1 })
      .where(and(eq(meeting.municipalityId, municipalityId), eq(meeting.id, id), eq(meeting.version, version)))
      .returning({ id: meeting.id }),
  );
  return { id, subjects: [{ kind: "meeting", id }] };
};
