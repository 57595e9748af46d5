import { useSuspenseQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { cityPageKinds } from "@tsunagari/domain/municipality";
import { cityPageMessages } from "@tsunagari/messages";
import { eraDateText } from "@tsunagari/portal";
import { Card, itemLinkStyle, StatusBadge } from "@tsunagari/ui";
import { pageOptions } from "./queries.ts";

const { titles, leads } = cityPageMessages;

/** The pages of the city with whose words stand on each. */
export const PagesPanel = () => {
  const pages = useSuspenseQueries({ queries: cityPageKinds.map(pageOptions) });
  return (
    <Card>
      <ul className="flex flex-col gap-5">
        {pages.map(({ data: { kind, isOwn, sinceOn } }) => (
          <li
            key={kind}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0"
          >
            <div className="min-w-0">
              <Link to="/settings/pages/$kind" params={{ kind }} className={itemLinkStyle}>
                {titles[kind]}
              </Link>
              <p className="text-solid-gray-700">{leads[kind]}</p>
              {sinceOn === null ? null : <p className="text-solid-gray-700">{eraDateText(sinceOn)}から</p>}
            </div>
            <StatusBadge tone={isOwn ? "success" : "warning"}>{isOwn ? "市の文" : "はじめの文のまま"}</StatusBadge>
          </li>
        ))}
      </ul>
    </Card>
  );
};
