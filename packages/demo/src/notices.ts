import { addDays, startOfDay } from "@tsunagari/domain";
import { listNotices, markNoticeRead } from "@tsunagari/services/notice";
import { clockAt } from "./moment.ts";
import { as, forEachOf, requestOf, type Seeding } from "./seeding.ts";

/** Days for which a notice still counts as new. */
const unreadDays = 7;

/** People have read what is older than a week; else years of applications would stand in front of today's. */
export const seedReading = (seeding: Seeding): Promise<void> =>
  forEachOf(seeding.data.personas, async ({ code }) => {
    const context = as(seeding, code, clockAt(addDays(seeding.day, -1), "18:00"));
    const before = startOfDay(addDays(seeding.day, -unreadDays));
    for (;;) {
      // The newest stand first, so what is old is at the end; each round makes the list shorter.
      const { total } = await listNotices.execute(context, { onlyUnread: true, page: 1, pageSize: 1 });
      const page = Math.max(1, Math.ceil(total / 100));
      const { items } = await listNotices.execute(context, { onlyUnread: true, page, pageSize: 100 });
      const old = items.filter((item) => item.createdAt < before);
      if (old.length === 0) return;
      await forEachOf(old, async ({ id }) => {
        await markNoticeRead.execute(context, { requestId: requestOf(seeding, "reading", id), noticeId: id });
      });
    }
  });
