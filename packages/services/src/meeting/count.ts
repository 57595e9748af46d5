import { sql } from "@tsunagari/db";
import { civilDateOf, fiscalYearOf } from "@tsunagari/domain";
import { CountMeetings } from "@tsunagari/domain/meeting";
import { defineQuery } from "../kernel/index.ts";

/** 回 and 件 (D-06): held meetings and distinct cases, over the whole city, numbers only. */
export const countMeetings = defineQuery({
  action: "meeting.count",
  input: CountMeetings,
  run: async ({ tx, input, today }) => {
    const fromOn = input.fromOn ?? civilDateOf(`${fiscalYearOf(today)}-04-01`);
    const toOn = input.toOn ?? today;
    const [row] = await tx.execute<{ meetings: number; cases: number }>(
      sql`select h.meetings, h.cases from app.count_handled(${fromOn}::date, ${toOn}::date) h`,
    );
    return { fromOn, toOn, meetings: row?.meetings ?? 0, cases: row?.cases ?? 0 };
  },
});
