import { and, desc, isNull } from "@tsunagari/db";
import { notice } from "@tsunagari/db/schema";
import { isNoticeKind, ListNotices, noticePath, noticeShapes } from "@tsunagari/domain/notice";
import { defineQuery, fail, userIdOf } from "../kernel/index.ts";
import { countNotices, ownNotices } from "./store.ts";

/** The signed-in user's notices, newest first. The words for a kind stand in `messages`. */
export const listNotices = defineQuery({
  action: "notice.list",
  input: ListNotices,
  run: async ({ tx, actor, municipalityId, input }) => {
    const userId = userIdOf(actor) ?? fail("forbidden", "notice.sign_in");
    const rows = await tx
      .select()
      .from(notice)
      .where(and(ownNotices(municipalityId, userId), input.onlyUnread ? isNull(notice.readAt) : undefined))
      .orderBy(desc(notice.createdAt), desc(notice.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const items = rows.flatMap((row) =>
      isNoticeKind(row.kind)
        ? [
            {
              id: row.id,
              kind: row.kind,
              subjectKind: noticeShapes[row.kind].subject,
              subjectId: row.subjectId,
              path: noticePath(row.kind, row.subjectId),
              createdAt: row.createdAt,
              readAt: row.readAt,
              confirmedAt: row.confirmedAt,
              asksConfirmation: noticeShapes[row.kind].asksConfirmation,
            },
          ]
        : [],
    );
    return { items, total: await countNotices({ tx, municipalityId }, userId, input.onlyUnread) };
  },
});
