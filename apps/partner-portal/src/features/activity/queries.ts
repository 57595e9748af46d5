import { type client, trpc } from "../../client.ts";
import type { ActivitySearch } from "./search.ts";

export const activityListOptions = ({ status, page }: ActivitySearch) =>
  trpc.activity.list.queryOptions({ status, page: page ?? 1 });

export const activityOptions = (activityId: string) => trpc.activity.get.queryOptions({ activityId });

/** For the places to choose from, the published contacts and the permission to receive referrals. */
export const organizationOptions = (organizationId: string) => trpc.organization.get.queryOptions({ organizationId });

/** What was begun as a new activity and not yet saved as one. */
export const begunOptions = trpc.draft.get.queryOptions({ form: "activity", subject: "" }, { staleTime: 0 });

export type Activity = Awaited<ReturnType<typeof client.activity.get.query>>;
export type ActivityListItem = Awaited<ReturnType<typeof client.activity.list.query>>["items"][number];
export type Working = NonNullable<Activity["working"]>;
export type Content = NonNullable<Activity["published"]>;
export type Organization = Awaited<ReturnType<typeof client.organization.get.query>>;
