import { addAgendaItem, conveneMeeting, holdMeeting, recordDecision } from "@tsunagari/services/meeting";
import type { MeetingFile } from "./cases-file.ts";
import { clockAt, workdayBefore } from "./moment.ts";
import { as, bodyIdOf, departmentIdOf, idOf, requestOf, type Seeding } from "./seeding.ts";

const leadOf = (seeding: Seeding, caseCode: string): string =>
  seeding.data.cases.find(({ code }) => code === caseCode)?.lead ?? "";

const convene = async (seeding: Seeding, file: MeetingFile): Promise<string> => {
  const { by, body, startsAtTime, place, host, convenedDaysAgo, daysAgo } = file;
  const context = as(seeding, by, clockAt(workdayBefore(seeding.day, convenedDaysAgo), "09:30"));
  const { id } = await conveneMeeting.execute(context, {
    requestId: requestOf(seeding, "meeting", file.code),
    meetsOn: workdayBefore(seeding.day, daysAgo),
    startsAtTime,
    place,
    host,
    meetingBodyId: bodyIdOf(seeding, body),
    memberDepartmentIds: file.memberDepartments.map((department) => departmentIdOf(seeding, department)),
  });
  return id;
};

const setAgenda = async (seeding: Seeding, file: MeetingFile, meetingId: string): Promise<string[]> => {
  const clock = clockAt(workdayBefore(seeding.day, file.convenedDaysAgo - 1), "10:00");
  const ids: string[] = [];
  for (const { case: code, topic } of file.agenda) {
    const { id } = await addAgendaItem.execute(as(seeding, leadOf(seeding, code), clock), {
      requestId: requestOf(seeding, "agenda", file.code, code),
      meetingId,
      caseId: idOf(seeding, "case", code),
      personId: idOf(seeding, "person", code),
      topic,
    });
    ids.push(id);
  }
  return ids;
};

const decide = async (
  seeding: Seeding,
  file: MeetingFile,
  of: { meetingId: string; items: string[] },
): Promise<void> => {
  const on = workdayBefore(seeding.day, file.daysAgo);
  await holdMeeting.execute(as(seeding, file.by, clockAt(on, "16:00")), {
    requestId: requestOf(seeding, "holding", file.code),
    meetingId: of.meetingId,
    version: 1,
  });
  for (const [index, { case: code, topic, decisionNote }] of file.agenda.entries()) {
    if (topic !== "participationSupport") continue;
    await recordDecision.execute(as(seeding, leadOf(seeding, code), clockAt(on, "16:30")), {
      requestId: requestOf(seeding, "decision", file.code, code),
      agendaItemId: of.items[index] ?? "",
      kind: "participationNeeded",
      note: decisionNote,
    });
  }
};

/** The consented meetings: one held, whose decisions open the gate (D-05), and one to come. */
export const seedMeetings = async (seeding: Seeding): Promise<void> => {
  for (const file of seeding.data.meetings) {
    const meetingId = await convene(seeding, file);
    const items = await setAgenda(seeding, file, meetingId);
    if (file.daysAgo >= 0) await decide(seeding, file, { meetingId, items });
  }
};
