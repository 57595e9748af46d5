import { trpc, type client } from "../../client.ts";

/** How many rows a part of the page shows before it leads to its list. */
export const shownRows = 10;

export const caseTasksOptions = trpc.case.listTasks.queryOptions({ pageSize: shownRows });
export const waitingActivitiesOptions = trpc.activity.listSubmitted.queryOptions({ pageSize: 3 });
export const waitingApplicationsOptions = trpc.platform.listMemberships.queryOptions({
  status: "applied",
  pageSize: 3,
});
/** Ordered by the due date. */
export const sentReferralsOptions = trpc.referral.list.queryOptions({ status: "sent", pageSize: 3 });
export const unreadOptions = trpc.notice.list.queryOptions({ onlyUnread: true, pageSize: 3 });

export type Me = Awaited<ReturnType<typeof client.identity.getMe.query>>;
export type WaitingCase = Awaited<ReturnType<typeof client.case.listTasks.query>>["items"][number];
