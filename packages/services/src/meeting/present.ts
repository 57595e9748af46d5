import { and, asc, eq, inArray, type Tx } from "@tsunagari/db";
import { department, meetingMember } from "@tsunagari/db/schema";
import { civilDateOf } from "@tsunagari/domain";
import { legalBases, meetingStatuses } from "@tsunagari/domain/meeting";
import { labelOn, type DatedLabel } from "@tsunagari/domain/municipality";
import type { Scope } from "../case/index.ts";
import { literalOf } from "../kernel/index.ts";
import { loadLabelsOn } from "../municipality/index.ts";
import type { MeetingRow } from "./store.ts";

/** What the city calls a consented meeting on its day (D-01); null: the wording of the program holds. */
const loadMeetingLabel = async (tx: Tx, row: MeetingRow): Promise<string | null> => {
  const on = civilDateOf(row.meetsOn);
  const labels: readonly DatedLabel[] = await loadLabelsOn(tx, row.municipalityId, on);
  return row.legalBasis === "consented" ? labelOn(labels, "meeting.consented", on) : null;
};

/** The members of meetings, by meeting. */
export const loadMembers = async ({ tx, municipalityId }: Scope, meetingIds: readonly string[]) => {
  if (meetingIds.length === 0) return new Map<string, { departmentId: string; name: string }[]>();
  const rows = await tx
    .select({ meetingId: meetingMember.meetingId, departmentId: department.id, name: department.name })
    .from(meetingMember)
    .innerJoin(
      department,
      and(eq(department.municipalityId, meetingMember.municipalityId), eq(department.id, meetingMember.departmentId)),
    )
    .where(and(eq(meetingMember.municipalityId, municipalityId), inArray(meetingMember.meetingId, [...meetingIds])))
    .orderBy(asc(department.sortOrder), asc(department.id));
  return Map.groupBy(rows, (row) => row.meetingId);
};

type Members = Awaited<ReturnType<typeof loadMembers>>;

/** A meeting without anything about a person. */
export const presentMeeting = async ({ tx }: Scope, row: MeetingRow, members: Members) => ({
  id: row.id,
  label: await loadMeetingLabel(tx, row),
  legalBasis: literalOf(legalBases, row.legalBasis),
  status: literalOf(meetingStatuses, row.status),
  meetsOn: civilDateOf(row.meetsOn),
  startsAtTime: row.startsAtTime,
  place: row.place,
  host: row.host,
  members: (members.get(row.id) ?? []).map(({ departmentId, name }) => ({ departmentId, name })),
  heldAt: row.heldAt,
  version: row.version,
});
