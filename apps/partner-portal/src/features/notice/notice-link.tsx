import { Link } from "@tanstack/react-router";
import { itemLinkStyle } from "@tsunagari/ui";
import { markRead, type NoticeItem } from "./queries.ts";

type Props = { readonly notice: NoticeItem; readonly children: string };

/** Leads to what a notice is about and marks it as read on the way. Each target is a page of this portal. */
export const NoticeLink = ({ notice, children }: Props) => {
  const id = notice.subjectId;
  const props = {
    className: `${itemLinkStyle} after:absolute after:inset-0 after:content-['']`,
    onClick: () => {
      // Whether the mark could be set is no reason to keep the reader from the page.
      if (notice.readAt === null) void markRead([notice.id]).catch(() => undefined);
    },
    children,
  };
  switch (notice.subjectKind) {
    case "referral":
      return <Link to="/referrals/$referralId" params={{ referralId: id }} {...props} />;
    case "activity":
      return <Link to="/activities/$activityId" params={{ activityId: id }} {...props} />;
    case "platform":
      return <Link to="/platforms/$platformId" params={{ platformId: id }} {...props} />;
    case "organization":
      return <Link to="/organization" {...props} />;
    case "audit":
    case "case":
    case "meeting":
    case "retention":
      return <p className="text-std-16B-170">{children}</p>;
  }
};
