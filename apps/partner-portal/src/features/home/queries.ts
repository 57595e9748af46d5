import { type client, queryClient, trpc } from "../../client.ts";
import { meOptions } from "../../session.ts";

export const activitiesOptions = (organizationId: string) =>
  trpc.activity.list.queryOptions({ organizationId, pageSize: 100 });
export const platformsOptions = trpc.platform.list.queryOptions({});
export const organizationOptions = (organizationId: string) => trpc.organization.get.queryOptions({ organizationId });
export const inboxOptions = trpc.referral.listInbox.queryOptions({ pageSize: 20 });
export const withdrawnOptions = trpc.referral.listHistory.queryOptions({ status: "withdrawn", pageSize: 20 });
export const unreadOptions = trpc.notice.list.queryOptions({ onlyUnread: true, pageSize: 3 });

/** Asks for nothing that would be refused to who is signed in. */
export const loadHome = async (): Promise<void> => {
  const { abilities, organization } = await queryClient.ensureQueryData(meOptions);
  await Promise.all([
    queryClient.ensureQueryData(unreadOptions),
    ...(organization === null
      ? []
      : [
          queryClient.ensureQueryData(activitiesOptions(organization.id)),
          queryClient.ensureQueryData(platformsOptions),
          queryClient.ensureQueryData(organizationOptions(organization.id)),
        ]),
    ...(abilities.listReferralInbox === true
      ? [queryClient.ensureQueryData(inboxOptions), queryClient.ensureQueryData(withdrawnOptions)]
      : []),
  ]);
};

export type ReferralItem = Awaited<ReturnType<typeof client.referral.listInbox.query>>["items"][number];
export type ActivityList = Awaited<ReturnType<typeof client.activity.list.query>>;
export type ActivityItem = ActivityList["items"][number];
export type PlatformItem = Awaited<ReturnType<typeof client.platform.list.query>>[number];
