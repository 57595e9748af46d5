import { endedReferralStatuses, openReferralStatuses } from "@tsunagari/domain/referral";
import { type client, queryClient, trpc } from "../../client.ts";
import { meOptions } from "../../session.ts";
import type { ReferralSearch } from "./search.ts";

const oneOf = <Status extends string>(statuses: readonly Status[], status: string | undefined): Status | undefined =>
  statuses.find((each) => each === status);

export const referralPageSize = 20;

export const organizationOptions = (organizationId: string) => trpc.organization.get.queryOptions({ organizationId });

export const inboxOptions = ({ status, page }: ReferralSearch) =>
  trpc.referral.listInbox.queryOptions({
    status: oneOf(openReferralStatuses, status),
    page: page ?? 1,
    pageSize: referralPageSize,
  });

export const historyOptions = ({ status, page }: ReferralSearch) =>
  trpc.referral.listHistory.queryOptions({
    status: oneOf(endedReferralStatuses, status),
    page: page ?? 1,
    pageSize: referralPageSize,
  });

export const referralOptions = (referralId: string) => trpc.referral.get.queryOptions({ referralId });

/** Reads everything the list needs; asks for nothing that would be refused to who is signed in. */
export const loadReferralList = async (search: ReferralSearch): Promise<void> => {
  const { abilities, organization } = await queryClient.ensureQueryData(meOptions);
  if (abilities.listReferralInbox !== true || organization === null) return;
  await Promise.all([
    queryClient.ensureQueryData(organizationOptions(organization.id)),
    search.view === "ended"
      ? queryClient.ensureQueryData(historyOptions(search))
      : queryClient.ensureQueryData(inboxOptions(search)),
  ]);
};

/** Reads a referral once more; joins a reading that is under way, because each is in the access log. */
export const refreshReferral = async (referralId: string): Promise<Referral | undefined> => {
  const { queryKey } = referralOptions(referralId);
  await queryClient.refetchQueries({ queryKey }, { cancelRefetch: false });
  return queryClient.getQueryData(queryKey);
};

/** After the opening was noted; the page itself shows nothing of it. */
export const refreshReferralLists = async (): Promise<void> => {
  await Promise.all([
    queryClient.invalidateQueries(trpc.referral.listInbox.pathFilter()),
    queryClient.invalidateQueries(trpc.referral.listHistory.pathFilter()),
  ]);
};

export type ReferralList = Awaited<ReturnType<typeof client.referral.listInbox.query>>;
export type ReferralListItem = ReferralList["items"][number];
export type Referral = Awaited<ReturnType<typeof client.referral.get.query>>;
export type PermissionState = Awaited<ReturnType<typeof client.organization.get.query>>["permissionState"];
