import { and, asc, eq, inArray, refersTo, sql, type Tx } from "@tsunagari/db";
import { department, meeting, meetingMember } from "@tsunagari/db/schema";
import { civilDateOf } from "@tsunagari/domain";
import { legalBases, meetingStatuses } from "@tsunagari/domain/meeting";
import { labelOn, type DatedLabel } from "@tsunagari/domain/municipality";
import type { Scope } from "../case/index.ts";
import { literalOf } from "../kernel/index.ts";
import { departmentNameOn, findBody, loadLabelsOn, nameOfBody, type Body } from "../municipality/index.ts";
import type { MeetingRow } from "./store.ts";

/**
 * What the city calls a meeting on its day: its body's name, or the label of its kind where it was called before bodies
 * were kept; null: the program's wording (D-01).
 */
const loadMeetingLabel = async (tx: Tx, row: MeetingRow, body: Body | null): Promise<string | null> => {
  const on = civilDateOf(row.meetsOn);
  if (body !== null) return nameOfBody(body, on);
  const labels: readonly DatedLabel[] = await loadLabelsOn(tx, row.municipalityId, on);
  return row.legalBasis === "consented" ? labelOn(labels, "meeting.consented", on) : null;
};

/** The members of meetings, by meeting. */
export const loadMembers = async ({ tx, municipalityId }: Scope, meetingIds: readonly string[]) => {
  if (meetingIds.length === 0) return new Map<string, { departmentId: string; name: string }[]>();
  const rows = await tx
    .select({
      meetingId: meetingMember.meetingId,
      departmentId: department.id,
      name: departmentNameOn(sql`meeting.meets_on`),
    })
    .from(meetingMember)
    .innerJoin(meeting, refersTo(meetingMember, "meetingId", meeting))
    .innerJoin(department, refersTo(meetingMember, "departmentId", department))
    .where(and(eq(meetingMember.municipalityId, municipalityId), inArray(meetingMember.meetingId, [...meetingIds])))
    .orderBy(asc(department.sortOrder), asc(department.id));
  return Map.groupBy(rows, (row) => row.meetingId);
};

type Members = Awaited<ReturnType<typeof loadMembers>>;

const presentRow = (row: MeetingRow, members: Members) => ({
  id: row.id,
  legalBasis: literalOf(legalBases, row.legalBasis),
  meetingBodyId: row.meetingBodyId,
  status: literalOf(meetingStatuses, row.status),
  meetsOn: civilDateOf(row.meetsOn),
  startsAtTime: row.startsAtTime,
  place: row.place,
  host: row.host,
  members: (members.get(row.id) ?? []).map(({ departmentId, name }) => ({ departmentId, name })),
  heldAt: row.heldAt,
  version: row.version,
});

/** A meeting without anything about a person. */
export const presentMeeting = async (scope: Scope, row: MeetingRow, members: Members) => {
  const body = row.meetingBodyId === null ? null : await findBody(scope, row.meetingBodyId);
  return {
    ...presentRow(row, members),
    label: await loadMeetingLabel(scope.tx, row, body),
    frequency: body?.frequency ?? null,
  };
};
