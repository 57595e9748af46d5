import { countUnreadNotices, listNotices, listOutbox, markNoticeRead, retryMail } from "@tsunagari/services/notice";
import { expose } from "../trpc.ts";

const own = {
  list: expose(listNotices),
  countUnread: expose(countUnreadNotices),
  markRead: expose(markNoticeRead),
};

export const noticeRouter = {
  staff: { ...own, listOutbox: expose(listOutbox), retryMail: expose(retryMail) },
  partner: own,
};
