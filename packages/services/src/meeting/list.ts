import { and, count, desc, eq } from "@tsunagari/db";
import { meeting } from "@tsunagari/db/schema";
import { ListMeetings } from "@tsunagari/domain/meeting";
import { defineQuery } from "../kernel/index.ts";
import { loadMembers, presentMeeting } from "./present.ts";

/** The calendar of consented meetings, the latest day first. Nothing about a person stands in it. */
export const listMeetings = defineQuery({
  action: "meeting.list",
  input: ListMeetings,
  run: async (step) => {
    const { tx, municipalityId, input, may } = step;
    const where = and(
      eq(meeting.municipalityId, municipalityId),
      eq(meeting.legalBasis, "consented"),
      input.status === null ? undefined : eq(meeting.status, input.status),
    );
    const [total] = await tx.select({ meetings: count() }).from(meeting).where(where);
    const rows = await tx
      .select()
      .from(meeting)
      .where(where)
      .orderBy(desc(meeting.meetsOn), desc(meeting.id))
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
      abilities: { convene: may("meeting.convene") },
    };
  },
});
