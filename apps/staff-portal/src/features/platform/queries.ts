import { trpc, type client } from "../../client.ts";
import type { ApplicationSearch } from "./search.ts";

export const platformListOptions = trpc.platform.list.queryOptions({});

export const countsOptions = (on: string) => trpc.platform.countMembersAsOf.queryOptions({ on });

export const platformOptions = (platformId: string) => trpc.platform.get.queryOptions({ platformId });

export const membersOptions = (platformId: string, on: string) =>
  trpc.platform.listMembers.queryOptions({ platformId, on });

export const participantsOptions = (platformId: string, on: string) =>
  trpc.platform.listParticipants.queryOptions({ platformId, on });

/** Of the city's list; agencies are among them. */
export const departmentsOptions = trpc.municipality.listDepartments.queryOptions({});

export const applicationsOptions = ({ page }: ApplicationSearch) =>
  trpc.platform.listMemberships.queryOptions({ status: "applied", page: page ?? 1 });

/** The memberships themselves, for what may be done with them. */
export const currentMembershipsOptions = (platformId: string) =>
  trpc.platform.listMemberships.queryOptions({ platformId, status: "active", pageSize: 100 });

export type Platform = Awaited<ReturnType<typeof client.platform.get.query>>;
export type Membership = Awaited<ReturnType<typeof client.platform.listMemberships.query>>["items"][number];
export type Participants = Awaited<ReturnType<typeof client.platform.listParticipants.query>>;
export type Agency = Participants["agencies"][number];
export type Individual = NonNullable<Participants["individuals"]["items"]>[number];
export type Member = Awaited<ReturnType<typeof client.platform.listMembers.query>>["items"][number];
