import { and, eq, sql } from "@tsunagari/db";
import { notice } from "@tsunagari/db/schema";
import { MarkNoticeRead } from "@tsunagari/domain/notice";
import { defineCommand } from "../kernel/index.ts";
import { loadNoticeForUpdate } from "./store.ts";

/** The first reading stands; a second one does not move it. */
export const markNoticeRead = defineCommand({
  action: "notice.markRead",
  input: MarkNoticeRead,
  load: (step) => loadNoticeForUpdate(step, step.input.noticeId),
  run: async ({ tx, municipalityId, input, now }) => {
    await tx
      .update(notice)
      .set({ readAt: sql`coalesce(${notice.readAt}, ${now.toISOString()}::timestamptz)` })
      .where(and(eq(notice.municipalityId, municipalityId), eq(notice.id, input.noticeId)));
    return { id: input.noticeId, subjects: [{ kind: "notice", id: input.noticeId }] };
  },
});
