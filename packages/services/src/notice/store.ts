import { and, count, eq, inArray, isNull } from "@tsunagari/db";
import { notice } from "@tsunagari/db/schema";
import type { Instant, UserId } from "@tsunagari/domain";
import { asId } from "@tsunagari/domain";
import type { NoticeFacts, NoticeKind } from "@tsunagari/domain/notice";
import type { Scope } from "../case/index.ts";

export const ownNotices = (municipalityId: string, userId: UserId) =>
  and(eq(notice.municipalityId, municipalityId), eq(notice.userId, userId));

/** The addressee of a notice, locked; null where the fence hides it. */
export const loadNoticeForUpdate = async (
  { tx, municipalityId }: Scope,
  noticeId: string,
): Promise<NoticeFacts | null> => {
  const [row] = await tx
    .select({ userId: notice.userId })
    .from(notice)
    .where(and(eq(notice.municipalityId, municipalityId), eq(notice.id, noticeId)))
    .for("update");
  return row ? { userId: asId<"user">(row.userId) } : null;
};

export const countNotices = async (
  { tx, municipalityId }: Scope,
  userId: UserId,
  onlyUnread: boolean,
): Promise<number> => {
  const [row] = await tx
    .select({ total: count() })
    .from(notice)
    .where(and(ownNotices(municipalityId, userId), onlyUnread ? isNull(notice.readAt) : undefined));
  return row?.total ?? 0;
};

/** Notes that the reader did what notices of these kinds asked; for the module that owns what was done. */
export const confirmNotices = async (
  { tx, municipalityId }: Scope,
  about: {
    readonly userId: UserId;
    readonly kinds: readonly NoticeKind[];
    readonly subjectId: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await tx
    .update(notice)
    .set({ confirmedAt: about.at, readAt: about.at })
    .where(
      and(
        ownNotices(municipalityId, about.userId),
        inArray(notice.kind, [...about.kinds]),
        eq(notice.subjectId, about.subjectId),
        isNull(notice.confirmedAt),
      ),
    );
};
