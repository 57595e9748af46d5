import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { caseMessages } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import {
  Breadcrumbs,
  buttonStyle,
  Card,
  EmptyState,
  itemLinkStyle,
  linkStyle,
  NotificationBanner,
  PageHeader,
  Stack,
  StatusBadge,
} from "@tsunagari/ui";
import { caseReferralsOptions, consentsOptions, type ConsentingPerson } from "./queries.ts";
import type { NewReferralSearch } from "./search.ts";
import { TargetChoice } from "./target-choice.tsx";

type NewReferralPageProps = { readonly caseId: string; readonly search: NewReferralSearch };

const disclosureWords = (person: ConsentingPerson): string => {
  const names = person.grants
    .filter((grant) => grant.purpose === "partnerDisclosure" && grant.state === "given")
    .flatMap((grant) => grant.recipients.flatMap(({ name }) => name ?? []));
  return names.length === 0
    ? "受入先への情報提供の同意はまだありません。"
    : `情報提供の同意がある団体：${[...new Set(names)].join("、")}`;
};

const PersonChoice = ({ caseId, search, persons }: NewReferralPageProps & { persons: readonly ConsentingPerson[] }) => (
  <Card title="だれのつなぎですか" lead="つなぎは一人ずつ行います。世帯のほかの人のことは、相手に伝わりません。">
    <ul className="flex flex-col divide-y divide-solid-gray-200">
      {persons.map((person) => (
        <li key={person.personId} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              to="/cases/$caseId/referrals/new"
              params={{ caseId }}
              search={{ ...search, personId: person.personId }}
              className={itemLinkStyle}
            >
              {person.name ?? "氏名の記録なし"}
            </Link>
            <span>{caseMessages.relations[person.relation]}</span>
            {person.isProtected ? <StatusBadge tone="danger">支援措置の対象</StatusBadge> : null}
          </span>
          <span className="text-solid-gray-700">{disclosureWords(person)}</span>
        </li>
      ))}
    </ul>
  </Card>
);

const ChosenPerson = ({
  caseId,
  search,
  person,
  isOnly,
}: NewReferralPageProps & { readonly person: ConsentingPerson; readonly isOnly: boolean }) => {
  const { personId: _personId, ...others } = search;
  return (
    <Card title="つなぐ人">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-std-18B-160">{person.name ?? "氏名の記録なし"}</span>
        <span>{caseMessages.relations[person.relation]}</span>
        {person.isProtected ? <StatusBadge tone="danger">支援措置の対象</StatusBadge> : null}
        {isOnly ? null : (
          <Link to="/cases/$caseId/referrals/new" params={{ caseId }} search={others} className={linkStyle}>
            ほかの人を選ぶ
          </Link>
        )}
      </p>
      {person.isProtected ? <p>保護の必要な人です。住所・連絡先と圏域は、どの団体にも伝えられません。</p> : null}
    </Card>
  );
};

const Nobody = ({ caseId }: { readonly caseId: string }) => (
  <EmptyState
    title="つなぐ人がいません"
    icon="person"
    action={
      <Link to="/cases/$caseId" params={{ caseId }} className={buttonStyle()}>
        ケースへ戻る
      </Link>
    }
  >
    このケースの世帯に、いまいる人の記録がありません。世帯の記録を確かめてください。
  </EmptyState>
);

/** Begins a referral: one person, one activity. Nothing goes out from here. */
export const NewReferralPage = ({ caseId, search }: NewReferralPageProps) => {
  const { data: consents } = useSuspenseQuery(consentsOptions(caseId));
  const { data: referrals } = useSuspenseQuery(caseReferralsOptions(caseId));
  const persons = consents.persons.filter(({ isMember }) => isMember);
  const [only] = persons.length === 1 ? persons : [];
  const person = persons.find(({ personId }) => personId === search.personId) ?? only;
  const parent = referrals.items.find(({ id }) => id === search.parentId);
  return (
    <Stack>
      <PageTitle>新しいつなぎ</PageTitle>
      <PageHeader
        title="新しいつなぎ"
        lead="つなぐ人と活動を選ぶと、下書きができます。送るまで、相手には何も見えません。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="case" to="/cases/$caseId/referrals" params={{ caseId }}>
                ケースのつなぎ
              </Link>,
            ]}
            current="新しいつなぎ"
          />
        }
      />
      {parent === undefined ? null : (
        <NotificationBanner tone="info" title={`「${parent.activityTitle}」のあとに続くつなぎとして作ります`}>
          前のつなぎの経過とつながった記録になります。伝える内容は、新しく書きます。
        </NotificationBanner>
      )}
      {persons.length === 0 ? (
        <Nobody caseId={caseId} />
      ) : person === undefined ? (
        <PersonChoice caseId={caseId} search={search} persons={persons} />
      ) : (
        <>
          <ChosenPerson caseId={caseId} search={search} person={person} isOnly={only !== undefined} />
          <TargetChoice caseId={caseId} search={search} person={person} />
        </>
      )}
    </Stack>
  );
};
