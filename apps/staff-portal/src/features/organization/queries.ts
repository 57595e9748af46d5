import { trpc, type client } from "../../client.ts";
import type { OrganizationSearch } from "./search.ts";

export const organizationListOptions = ({ keyword, kind, status, receives, page }: OrganizationSearch) =>
  trpc.organization.list.queryOptions({
    keyword: keyword?.slice(0, 100),
    kind,
    status,
    mayReceiveReferrals: receives ?? false,
    page: page ?? 1,
  });

export const organizationOptions = (organizationId: string) => trpc.organization.get.queryOptions({ organizationId });

export const traitCountsOptions = (on: string) => trpc.organization.countTraitsAsOf.queryOptions({ on });

export const activitiesOfOptions = (organizationId: string) =>
  trpc.activity.list.queryOptions({ organizationId, pageSize: 100 });

export const membershipsOfOptions = (organizationId: string) =>
  trpc.platform.listMemberships.queryOptions({ organizationId, pageSize: 100 });

export const areasOptions = trpc.municipality.listAreas.queryOptions({});

export type OrganizationList = Awaited<ReturnType<typeof client.organization.list.query>>;
export type OrganizationListItem = OrganizationList["items"][number];
export type Organization = Awaited<ReturnType<typeof client.organization.get.query>>;
export type OrganizationPlace = Organization["places"][number];
export type Trait = Organization["traits"][number];
export type Permission = Organization["permissions"][number];
export type AreaScheme = Awaited<ReturnType<typeof client.municipality.listAreas.query>>["schemes"][number];
export type ActivityItem = Awaited<ReturnType<typeof client.activity.list.query>>["items"][number];
