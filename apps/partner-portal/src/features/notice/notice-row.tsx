import { noticeMessages } from "@tsunagari/messages";
import { instantText } from "@tsunagari/portal";
import { classNames, StatusBadge } from "@tsunagari/ui";
import { NoticeLink } from "./notice-link.tsx";
import type { NoticeItem } from "./queries.ts";

/** One notice; the whole card leads to what it is about. */
export const NoticeRow = ({ notice }: { readonly notice: NoticeItem }) => {
  const isUnread = notice.readAt === null;
  return (
    <li
      className={classNames(
        "relative flex flex-col gap-2 rounded-12 border bg-white p-4 hover:border-black sm:p-5",
        isUnread ? "border-l-6 border-key-900" : "border-solid-gray-200",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {isUnread ? <StatusBadge tone="info">未読</StatusBadge> : null}
        <span className="text-solid-gray-700 text-dns-16N-130">{instantText(notice.createdAt)}</span>
      </div>
      <NoticeLink notice={notice}>{noticeMessages.kinds[notice.kind]}</NoticeLink>
      {notice.asksConfirmation ? (
        <p className="text-solid-gray-700">
          {notice.confirmedAt === null ? "開いて、写しを破棄したことをお知らせください。" : "写しの破棄を伝えました。"}
        </p>
      ) : null}
    </li>
  );
};
