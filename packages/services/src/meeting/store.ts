import { and, asc, eq, sql } from "@tsunagari/db";
import { agendaItem, meeting, meetingMember } from "@tsunagari/db/schema";
import { asId, civilDateOf, type DepartmentId } from "@tsunagari/domain";
import type { CaseId, PersonId } from "@tsunagari/domain/case";
import {
  grantForMeeting,
  legalBases,
  meetingStatuses,
  type AgendaItemId,
  type ItemFacts,
  type MeetingCircle,
  type MeetingFacts,
  type MeetingId,
} from "@tsunagari/domain/meeting";
import { findCase, findPerson, loadCaseAccess, type Scope } from "../case/index.ts";
import { loadGrants, lockGrants } from "../consent/index.ts";
import { literalOf, readClock } from "../kernel/index.ts";

export type MeetingRow = typeof meeting.$inferSelect;
export type AgendaItemRow = typeof agendaItem.$inferSelect;

/** The row of a meeting, or null where there is none or the fence hides it. */
export const findMeeting = async (
  { tx, municipalityId }: Scope,
  meetingId: string,
  isLocking = false,
): Promise<MeetingRow | null> => {
  const query = tx
    .select()
    .from(meeting)
    .where(and(eq(meeting.municipalityId, municipalityId), eq(meeting.id, meetingId)));
  const [row] = await (isLocking ? query.for("no key update") : query);
  return row ?? null;
};

/** The row of an agenda item inside the case fence. */
export const findAgendaItem = async ({ tx, municipalityId }: Scope, id: string): Promise<AgendaItemRow | null> => {
  const [row] = await tx
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.municipalityId, municipalityId), eq(agendaItem.id, id)));
  return row ?? null;
};

const loadMemberIds = async ({ tx, municipalityId }: Scope, meetingId: string): Promise<readonly DepartmentId[]> => {
  const rows = await tx
    .select({ departmentId: meetingMember.departmentId })
    .from(meetingMember)
    .where(and(eq(meetingMember.municipalityId, municipalityId), eq(meetingMember.meetingId, meetingId)))
    .orderBy(asc(meetingMember.id));
  return rows.map((row) => asId<"department">(row.departmentId));
};

/** The day and the members of a meeting. */
export const loadCircle = async (scope: Scope, row: MeetingRow): Promise<MeetingCircle> => ({
  meetsOn: civilDateOf(row.meetsOn),
  memberDepartmentIds: await loadMemberIds(scope, row.id),
});

/** Numbers over the whole agenda, also of cases the actor may not read. */
const loadAgendaNumbers = async ({ tx }: Scope, meetingId: string) => {
  const [row] = await tx.execute<{ items: number; uncovered: number }>(
    sql`select a.items, a.uncovered from app.meeting_agenda(${meetingId}::uuid) a`,
  );
  return { agendaItemCount: row?.items ?? 0, uncoveredItemCount: row?.uncovered ?? 0 };
};

/** Whom an act is about. */
export type About = { readonly caseId: CaseId; readonly personId: PersonId };

/** The person's information-sharing grant that opens this meeting to them (D-38), or null. */
export const findGrantForMeeting = async (scope: Scope, row: MeetingRow, personId: string) =>
  grantForMeeting(await loadGrants(scope, { personId }), await loadCircle(scope, row));

const loadItemFacts = async (
  scope: Scope,
  row: MeetingRow,
  { about: { caseId, personId }, isLocking }: { readonly about: About; readonly isLocking: boolean },
): Promise<ItemFacts | null> => {
  const about = await findCase(scope, caseId);
  const person = await findPerson(scope, personId);
  if (!about || !person || person.caseId !== about.id) return null;
  if (isLocking) await lockGrants(scope, { personId }, "share");
  const { today } = await readClock(scope.tx);
  return {
    ...(await loadCaseAccess(scope, caseId, today)),
    isCaseClosed: about.status === "closed",
    isErased: about.erasedAt !== null,
    isMember: !person.isRemoved,
    isCovered: (await findGrantForMeeting(scope, row, personId)) !== null,
  };
};

const factsOf = async (scope: Scope, row: MeetingRow, item: ItemFacts | null): Promise<MeetingFacts> => {
  const { today } = await readClock(scope.tx);
  return {
    municipalityId: asId<"municipality">(row.municipalityId),
    legalBasis: literalOf(legalBases, row.legalBasis),
    status: literalOf(meetingStatuses, row.status),
    hasBegun: row.meetsOn <= today,
    ...(await loadAgendaNumbers(scope, row.id)),
    item,
  };
};

/** The facts of a meeting alone. */
export const findMeetingFacts = async (
  scope: Scope,
  meetingId: MeetingId,
  isLocking = false,
): Promise<MeetingFacts | null> => {
  const row = await findMeeting(scope, meetingId, isLocking);
  return row && factsOf(scope, row, null);
};

/** The facts of a meeting and of one person before it, with meeting and consents locked where asked. */
export const findPersonFacts = async (
  scope: Scope,
  meetingId: MeetingId,
  of: { readonly about: About; readonly isLocking: boolean },
): Promise<MeetingFacts | null> => {
  const row = await findMeeting(scope, meetingId, of.isLocking);
  if (!row) return null;
  const item = await loadItemFacts(scope, row, of);
  return item && factsOf(scope, row, item);
};

/** As `findPersonFacts`, by an item of the agenda, everything locked. */
export const loadItemForUpdate = async (scope: Scope, agendaItemId: AgendaItemId): Promise<MeetingFacts | null> => {
  const item = await findAgendaItem(scope, agendaItemId);
  if (!item) return null;
  const about = { caseId: asId<"case">(item.caseId), personId: asId<"person">(item.personId) };
  return findPersonFacts(scope, asId<"meeting">(item.meetingId), { about, isLocking: true });
};
