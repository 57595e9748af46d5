import { inCity, type Question } from "../standing.ts";
import { byStaff, inOwnCase, type RuleTable } from "../rule.ts";
import type { Row } from "../world.ts";

/** D-01, D-07: what a meeting by 社会福祉法106条の6 is about has a fence of its own and is shown by none of these tables. */
const isOpenMeeting = (question: Question, meetingId: unknown): boolean =>
  inCity(question, "meeting").some((meeting) => meeting.id === meetingId && meeting["legal_basis"] !== "confidential");

const agendaOf = (question: Question, itemId: unknown): Row | undefined =>
  inCity(question, "agenda_item").find(({ id }) => id === itemId);

export const rules: RuleTable = {
  // Meetings (D-01, D-07, D-38).
  meeting: (question, row) => byStaff(question) && isOpenMeeting(question, row.id),
  meeting_member: (question, row) => byStaff(question) && isOpenMeeting(question, row["meeting_id"]),
  agenda_item: (question, row) => inOwnCase(question, row) && isOpenMeeting(question, row["meeting_id"]),
  meeting_decision: (question, row) =>
    inOwnCase(question, row) && isOpenMeeting(question, agendaOf(question, row["agenda_item_id"])?.["meeting_id"]),
};
