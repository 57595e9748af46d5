import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { platformMessages } from "@tsunagari/messages";
import { instantText } from "@tsunagari/portal";
import { Card, itemLinkStyle, StatusBadge } from "@tsunagari/ui";
import { eraPeriodText, membershipTones } from "./looks.ts";
import { membershipsOfOptions } from "./queries.ts";

/** The area platforms the organization belongs to, belonged to, or asked to join. */
export const PlatformsCard = ({ organizationId }: { readonly organizationId: string }) => {
  const { data } = useSuspenseQuery(membershipsOfOptions(organizationId));
  return (
    <Card title="プラットフォームへの参加" id="platforms">
      {data.items.length === 0 ? (
        <p>どのプラットフォームにも参加していません。参加は、団体が団体ポータルから申し込みます。</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {data.items.map((row) => (
            <li key={row.id} className="flex flex-col border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
              <div className="flex flex-wrap items-center gap-x-3">
                <Link
                  to="/platforms/$platformId"
                  params={{ platformId: row.platformId }}
                  search={{}}
                  className={itemLinkStyle}
                >
                  {row.platformName}
                </Link>
                <StatusBadge tone={membershipTones[row.status]}>
                  {platformMessages.membershipStatuses[row.status]}
                </StatusBadge>
              </div>
              <p className="text-solid-gray-700">
                {row.sinceOn === null
                  ? `${instantText(row.appliedAt)}に申込み`
                  : eraPeriodText({ sinceOn: row.sinceOn, untilOn: row.untilOn })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
