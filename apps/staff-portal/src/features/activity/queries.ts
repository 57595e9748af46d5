import { trpc, type client } from "../../client.ts";
import type { ActivitySearch, ApprovalListSearch } from "./search.ts";

export const activityListOptions = ({ keyword, status, receives, organizationId, page }: ActivitySearch) =>
  trpc.activity.list.queryOptions({
    keyword: keyword?.slice(0, 100),
    status,
    organizationId,
    acceptsReferrals: receives ?? false,
    page: page ?? 1,
  });

export const activityOptions = (activityId: string) => trpc.activity.get.queryOptions({ activityId });

export const submittedOptions = ({ page }: ApprovalListSearch) =>
  trpc.activity.listSubmitted.queryOptions({ page: page ?? 1 });

export type Activity = Awaited<ReturnType<typeof client.activity.get.query>>;
export type ActivityListItem = Awaited<ReturnType<typeof client.activity.list.query>>["items"][number];
export type SubmittedItem = Awaited<ReturnType<typeof client.activity.listSubmitted.query>>["items"][number];
export type Working = NonNullable<Activity["working"]>;
export type Content = NonNullable<Activity["published"]>;
