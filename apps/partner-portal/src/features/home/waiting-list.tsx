import { Link } from "@tanstack/react-router";
import { itemLinkStyle, StatusBadge } from "@tsunagari/ui";
import type { Waiting } from "./waiting.ts";

const linkStyle = `${itemLinkStyle} after:absolute after:inset-0 after:content-['']`;

const WaitingLink = ({ kind, id, title }: Waiting) => {
  const props = { className: linkStyle, children: title };
  if (kind === "referral") return <Link to="/referrals/$referralId" params={{ referralId: id }} {...props} />;
  if (kind === "activity") return <Link to="/activities/$activityId" params={{ activityId: id }} {...props} />;
  return <Link to="/platforms/$platformId" params={{ platformId: id }} {...props} />;
};

/** Things that wait, each a target as large as its row. */
export const WaitingList = ({ label, items }: { readonly label: string; readonly items: readonly Waiting[] }) => (
  <ul aria-label={label} className="flex flex-col divide-y divide-solid-gray-200">
    {items.map((item) => (
      <li key={`${item.kind}-${item.id}`} className="relative flex flex-col gap-1 py-4 first:pt-0 last:pb-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <WaitingLink {...item} />
          {item.due === null ? null : <StatusBadge tone={item.due.tone}>{item.due.text}</StatusBadge>}
        </div>
        <p>{item.text}</p>
      </li>
    ))}
  </ul>
);
