import { and, asc, count, desc, eq, exists, sql } from "@tsunagari/db";
import { agendaItem, meeting } from "@tsunagari/db/schema";
import type { CivilDate, Verdict } from "@tsunagari/domain";
import { ListMeetings } from "@tsunagari/domain/meeting";
import { askMultiAgency, type Scope } from "../case/index.ts";
import { defineQuery } from "../kernel/index.ts";
import { loadMembers, presentMeeting } from "./present.ts";
import { askSittingBody } from "./sitting-bodies.ts";

/** Meetings with an item of the case; the case fence hides the items of cases the viewer may not read. */
const bringing = ({ tx }: Scope, caseId: string) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(agendaItem)
      .where(
        and(
          eq(agendaItem.municipalityId, meeting.municipalityId),
          eq(agendaItem.meetingId, meeting.id),
          eq(agendaItem.caseId, caseId),
        ),
      ),
  );

/** Besides the role: the city runs the program, and has a body whose sitting it would be (D-01, C-03). */
const askConvening = async (scope: Scope, today: CivilDate, allowed: Verdict): Promise<Verdict> => {
  if (allowed !== true) return allowed;
  const offered = await askMultiAgency(scope, today);
  return offered === true ? askSittingBody(scope, today) : offered;
};

const soonest = [asc(meeting.meetsOn), asc(meeting.id)];
const latest = [desc(meeting.meetsOn), desc(meeting.id)];

/** The calendar of consented meetings: of the coming ones the next first, else the latest. Nothing about a person stands in it. */
export const listMeetings = defineQuery({
  action: "meeting.list",
  input: ListMeetings,
  run: async (step) => {
    const { tx, municipalityId, input, today, may } = step;
    const where = and(
      eq(meeting.municipalityId, municipalityId),
      eq(meeting.legalBasis, "consented"),
      input.status === null ? undefined : eq(meeting.status, input.status),
      input.caseId === null ? undefined : bringing(step, input.caseId),
    );
    const [total] = await tx.select({ meetings: count() }).from(meeting).where(where);
    const rows = await tx
      .select()
      .from(meeting)
      .where(where)
      .orderBy(...(input.status === "scheduled" ? soonest : latest))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const members = await loadMembers(
      step,
      rows.map((row) => row.id),
    );
    return {
      total: total?.meetings ?? 0,
      page: input.page,
      pageSize: input.pageSize,
      items: await Promise.all(rows.map((row) => presentMeeting(step, row, members))),
      abilities: { convene: await askConvening(step, today, may("meeting.convene")) },
    };
  },
});
