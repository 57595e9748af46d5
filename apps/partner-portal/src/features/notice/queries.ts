import { newRequestId, quietly } from "@tsunagari/portal";
import { client, queryClient, trpc } from "../../client.ts";
import type { NoticeSearch } from "./search.ts";

export const noticePageSize = 20;

export const noticeListOptions = ({ view, page }: NoticeSearch) =>
  trpc.notice.list.queryOptions({ onlyUnread: view === "unread", page: page ?? 1, pageSize: noticePageSize });

export type NoticeItem = Awaited<ReturnType<typeof client.notice.list.query>>["items"][number];

/** Notes that notices were read; lists and the number in the menu are read anew, nothing else. */
export const markRead = async (noticeIds: readonly string[]): Promise<void> => {
  await Promise.all(
    noticeIds.map((noticeId) =>
      client.notice.markRead.mutate({ requestId: newRequestId(), noticeId }, { context: quietly }),
    ),
  );
  await queryClient.invalidateQueries(trpc.notice.pathFilter());
};
