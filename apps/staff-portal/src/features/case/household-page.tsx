import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { caseMessages, retentionMessages } from "@tsunagari/messages";
import { AbilityLink, PageTitle, unavailableReason } from "@tsunagari/portal";
import { Disclosure, NotificationBanner, Stack } from "@tsunagari/ui";
import { MemberCard } from "./member-card.tsx";
import { caseOptions, type SupportCase } from "./queries.ts";
import { ReadersLine } from "./readers.tsx";

const AddLink = ({ data }: { readonly data: SupportCase }) => (
  <AbilityLink
    ability={data.abilities.addMember}
    label={caseMessages.actions.addMember}
    link={(props) => <Link to="/cases/$caseId/household/new" params={{ caseId: data.id }} {...props} />}
  />
);

/** 世帯: everybody who lives there, with what is written about each. */
export const HouseholdPage = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  const refusal = unavailableReason(data.abilities.updatePerson);
  return (
    <Stack gap="medium">
      <PageTitle>{`${data.number} 世帯`}</PageTitle>
      <div className="flex flex-col gap-1">
        <h2 className="text-std-20B-150">世帯（{data.members.length}名）</h2>
        <ReadersLine data={data} />
      </div>
      {refusal === undefined ? null : (
        <NotificationBanner tone="info" title="この画面では見るだけです">
          {refusal}
        </NotificationBanner>
      )}
      {data.members.map((member) => (
        <MemberCard key={member.id} data={data} member={member} />
      ))}
      <div>
        <AddLink data={data} />
      </div>
      {data.formerMembers.length === 0 ? null : (
        <Disclosure summary={`以前の世帯員（${data.formerMembers.length}名）`}>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {data.formerMembers.map((member) => (
              <li key={member.id}>
                {member.name ?? (data.erasedAt === null ? "名前の記載なし" : retentionMessages.erased)}（
                {caseMessages.relations[member.relation]}）
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Stack>
  );
};
