import { trpc, type client } from "../../client.ts";
import type { UserSearch } from "./search.ts";

export const pageSize = 20;

export const userListOptions = ({ page, ...conditions }: UserSearch) =>
  trpc.identity.listUsers.queryOptions({ ...conditions, page: page ?? 1, pageSize });

export const userOptions = (userId: string) => trpc.identity.getUser.queryOptions({ userId });

export const labelsOptions = trpc.municipality.listLabels.queryOptions({});
export const departmentsOptions = trpc.municipality.listDepartments.queryOptions({});
export const areasOptions = trpc.municipality.listAreas.queryOptions({});
export const platformsOptions = trpc.platform.list.queryOptions({});

export const organizationOptions = (organizationId: string) => trpc.organization.get.queryOptions({ organizationId });
export const organizationsOptions = (keyword: string) =>
  trpc.organization.list.queryOptions({ keyword: keyword.slice(0, 100), status: "active", pageSize: 20 });

export type User = Awaited<ReturnType<typeof client.identity.getUser.query>>;
export type ListedUser = Awaited<ReturnType<typeof client.identity.listUsers.query>>["users"][number];
export type UserRole = User["roles"][number];
export type Labels = Awaited<ReturnType<typeof client.municipality.listLabels.query>>["labels"];
