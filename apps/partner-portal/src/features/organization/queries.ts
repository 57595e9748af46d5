import { type client, trpc } from "../../client.ts";

export const organizationOptions = (organizationId: string) => trpc.organization.get.queryOptions({ organizationId });

export const areasOptions = trpc.municipality.listAreas.queryOptions({});

export type Organization = Awaited<ReturnType<typeof client.organization.get.query>>;
export type OrganizationPlace = Organization["places"][number];
export type AreaScheme = Awaited<ReturnType<typeof client.municipality.listAreas.query>>["schemes"][number];
