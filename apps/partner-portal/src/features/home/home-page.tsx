import { useSuspenseQuery } from "@tanstack/react-query";
import { dateText, PageTitle, useSession } from "@tsunagari/portal";
import { Card, Columns, PageHeader, Stack } from "@tsunagari/ui";
import { FirstStepsCard } from "./first-steps-card.tsx";
import { NextDatesCard } from "./next-dates-card.tsx";
import { NoticesCard } from "./notices-card.tsx";
import { activitiesOptions, inboxOptions, platformsOptions, withdrawnOptions } from "./queries.ts";
import { meOptions } from "../../session.ts";
import { WaitingCard } from "./waiting-card.tsx";
import { WaitingList } from "./waiting-list.tsx";
import { waitingActivities, waitingReferrals, withTheCity, type Waiting } from "./waiting.ts";

type Props = { readonly organizationId: string };

const Parts = ({ organizationId, referrals }: Props & { readonly referrals: readonly Waiting[] }) => {
  const { data: activities } = useSuspenseQuery(activitiesOptions(organizationId));
  const { data: platforms } = useSuspenseQuery(platformsOptions);
  const pending = withTheCity(activities.items, platforms);
  const isNew = activities.total === 0;
  return (
    <Columns
      aside={
        <>
          <NextDatesCard organizationId={organizationId} />
          <NoticesCard />
        </>
      }
    >
      <WaitingCard
        items={[...referrals, ...waitingActivities(activities.items, activities.abilities.create === true)]}
      />
      {isNew ? <FirstStepsCard organizationId={organizationId} /> : null}
      {pending.length === 0 ? null : (
        <Card title="市の返事を待っているもの">
          <WaitingList label="市の返事を待っているもの" items={pending} />
        </Card>
      )}
    </Columns>
  );
};

/** The parts with the referrals, for who receives them. */
const ReceiverParts = ({ organizationId }: Props) => {
  const { today } = useSession();
  const { data: inbox } = useSuspenseQuery(inboxOptions);
  const { data: withdrawn } = useSuspenseQuery(withdrawnOptions);
  const referrals = waitingReferrals([...inbox.items, ...withdrawn.items], today);
  return <Parts organizationId={organizationId} referrals={referrals} />;
};

/** What waits, what comes next, what is new. */
export const HomePage = () => {
  const { data: me } = useSuspenseQuery(meOptions);
  const { abilities, organization } = me;
  return (
    <Stack>
      <PageTitle>ホーム</PageTitle>
      <PageHeader title={`${me.name}さん、こんにちは`} lead={`今日は${dateText(me.today)}です。`} />
      {organization === null ? (
        <NoticesCard />
      ) : abilities.listReferralInbox === true ? (
        <ReceiverParts organizationId={organization.id} />
      ) : (
        <Parts organizationId={organization.id} referrals={[]} />
      )}
    </Stack>
  );
};
