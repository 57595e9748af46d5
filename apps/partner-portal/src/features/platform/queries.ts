import { type client, trpc } from "../../client.ts";

export const platformListOptions = trpc.platform.list.queryOptions({});

export const platformOptions = (platformId: string) => trpc.platform.get.queryOptions({ platformId });

export const membersOptions = (platformId: string) => trpc.platform.listMembers.queryOptions({ platformId });

export const participantsOptions = (platformId: string) => trpc.platform.listParticipants.queryOptions({ platformId });

export type Platform = Awaited<ReturnType<typeof client.platform.get.query>>;
export type Membership = NonNullable<Platform["membership"]>;
