import { addDays, addMonths, civilDateOf, type CivilDate } from "@tsunagari/domain/kernel";
import { type client, trpc } from "../../client.ts";
import { shownStatus, type MeetingSearch } from "./search.ts";

export const meetingListOptions = (search: MeetingSearch) =>
  trpc.meeting.list.queryOptions({ status: shownStatus(search), page: search.page ?? 1 });

export const meetingOptions = (meetingId: string) => trpc.meeting.get.queryOptions({ meetingId });

/** Held meetings and distinct cases of a fiscal year, as far as it has come (D-06). */
export const countOptions = (fiscalYear: number, today: CivilDate) => {
  const fromOn = civilDateOf(`${fiscalYear}-04-01`);
  const lastOn = addDays(addMonths(fromOn, 12), -1);
  return trpc.meeting.count.queryOptions({ fromOn, toOn: lastOn < today ? lastOn : today });
};

export const decisionsOptions = (caseId: string) => trpc.meeting.listDecisions.queryOptions({ caseId });

export const caseMeetingsOptions = (caseId: string) => trpc.meeting.list.queryOptions({ caseId, pageSize: 100 });

export const householdOptions = (caseId: string) => trpc.case.get.queryOptions({ caseId });

export const ownCasesOptions = trpc.case.list.queryOptions({ pageSize: 100 });

export const checkOptions = (meetingId: string, personId: string) =>
  trpc.meeting.checkAgendaItem.queryOptions({ meetingId, personId });

export const sittingBodiesOptions = trpc.meeting.listSittingBodies.queryOptions({});

export const departmentsOptions = trpc.municipality.listDepartments.queryOptions({});

export type Meeting = Awaited<ReturnType<typeof client.meeting.get.query>>;
export type MeetingListItem = Awaited<ReturnType<typeof client.meeting.list.query>>["items"][number];
export type SittingBody = Awaited<ReturnType<typeof client.meeting.listSittingBodies.query>>["bodies"][number];
export type AgendaItem = Meeting["items"][number];
export type Decision = Awaited<ReturnType<typeof client.meeting.listDecisions.query>>[number];
