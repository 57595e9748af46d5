import { trpc, type client } from "../../client.ts";
import type { NoticeSearch, OutboxSearch } from "./search.ts";

export const noticesOptions = ({ show, page }: NoticeSearch) =>
  trpc.notice.list.queryOptions({ onlyUnread: show === undefined, page: page ?? 1 });

export const outboxOptions = ({ state, page }: OutboxSearch) =>
  trpc.notice.listOutbox.queryOptions({ ...(state === undefined ? {} : { state }), page: page ?? 1 });

export type Notice = Awaited<ReturnType<typeof client.notice.list.query>>["items"][number];
export type Mail = Awaited<ReturnType<typeof client.notice.listOutbox.query>>["items"][number];
