import { countUnreadNotices, listNotices, listOutbox, markNoticeRead } from "@tsunagari/services/notice";
import { expose } from "../trpc.ts";

const own = {
  list: expose(listNotices),
  countUnread: expose(countUnreadNotices),
  markRead: expose(markNoticeRead),
};

export const noticeRouter = { staff: { ...own, listOutbox: expose(listOutbox) }, partner: own };
