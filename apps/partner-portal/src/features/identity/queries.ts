import { trpc, type client } from "../../client.ts";

export const pageSize = 50;

export const memberListOptions = (page = 1) => trpc.identity.listMembers.queryOptions({ page, pageSize });

export type MemberList = Awaited<ReturnType<typeof client.identity.listMembers.query>>;
export type Member = MemberList["members"][number];
export type MemberRoleChoice = MemberList["roles"][number];
