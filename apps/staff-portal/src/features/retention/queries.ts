import { trpc, type client } from "../../client.ts";
import type { RetentionSearch } from "./search.ts";

/** As many as can be decided at once. */
export const waitingPageSize = 100;

export const waitingOptions = ({ status, page }: RetentionSearch) =>
  trpc.retention.list.queryOptions({
    ...(status === undefined ? {} : { status }),
    page: page ?? 1,
    pageSize: waitingPageSize,
  });

export const destroyedOptions = ({ past }: RetentionSearch) =>
  trpc.retention.listDestroyed.queryOptions({ page: past ?? 1 });

export const officersOptions = trpc.retention.listOfficers.queryOptions({});

export type WaitingRecord = Awaited<ReturnType<typeof client.retention.list.query>>["items"][number];
export type DestroyedRecord = Awaited<ReturnType<typeof client.retention.listDestroyed.query>>["items"][number];
export type RetentionOfficers = Awaited<ReturnType<typeof client.retention.listOfficers.query>>;
