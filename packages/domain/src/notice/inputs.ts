import { z } from "zod";
import { choice, command, idOf, input, Page } from "../kernel/index.ts";
import { mailStates } from "./mail-delivery.ts";
import { NoticeId } from "./notice.ts";

export const ListNotices = input({ onlyUnread: z.boolean().default(false), ...Page });
export const CountUnreadNotices = input({});
export const MarkNoticeRead = command({ noticeId: NoticeId });
export const ListOutbox = input({ state: choice(mailStates).optional(), ...Page });
/** Tries a mail again that was left. */
export const RetryMail = command({ mailId: idOf("outboxMail") });
export const DiscardMailTexts = command({});
