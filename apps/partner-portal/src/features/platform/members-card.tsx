import { useSuspenseQuery } from "@tanstack/react-query";
import { organizationMessages } from "@tsunagari/messages";
import { dateText } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import { membersOptions, type Platform } from "./queries.ts";

const Members = ({ platformId }: { readonly platformId: string }) => {
  const { data: members } = useSuspenseQuery(membersOptions(platformId));
  return (
    <>
      <p>
        <span className="text-std-18B-160 tabular-nums">{members.total}</span>団体
      </p>
      <ul aria-label="参加団体" className="grid gap-x-8 sm:grid-cols-2">
        {members.items.map(({ organizationId, organizationName, kind, sinceOn }) => (
          <li key={organizationId} className="flex flex-col border-b border-solid-gray-200 py-2.5">
            <span className="text-std-16B-170">{organizationName}</span>
            <span className="text-solid-gray-700">{organizationMessages.kinds[kind]}</span>
            <span className="text-solid-gray-700">{dateText(sinceOn)}から</span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The names of the members are for the members; others read how many there are. */
export const MembersCard = ({ platform }: { readonly platform: Platform }) => (
  <Card title="参加団体" lead="名前は、参加団体どうしだけが見られます。">
    {platform.abilities.listMembers === true ? (
      <Members platformId={platform.id} />
    ) : (
      <p>
        <span className="text-std-18B-160 tabular-nums">{platform.memberCount}</span>団体が参加しています。
      </p>
    )}
  </Card>
);
