import { z } from "zod";
import { Page, command, input } from "../kernel/index.ts";
import { NoticeId } from "./notice.ts";

export const ListNotices = input({ onlyUnread: z.boolean().default(false), ...Page });
export const CountUnreadNotices = input({});
export const MarkNoticeRead = command({ noticeId: NoticeId });
export const ListOutbox = input({ ...Page });
