import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { activityMessages, consentMessages } from "@tsunagari/messages";
import { ConfirmAction, dateText, FilterForm, QueryTable } from "@tsunagari/portal";
import { buttonStyle, Checkbox, StatusBadge, TextField, type TableColumn } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { targetsOptions, type ConsentingPerson, type Target } from "./queries.ts";
import { NewReferralSearch } from "./search.ts";

type TargetChoiceProps = {
  readonly caseId: string;
  readonly search: NewReferralSearch;
  readonly person: ConsentingPerson;
};

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

const matches = (target: Target, { keyword, free }: NewReferralSearch): boolean => {
  if (free === true && target.freePlaces === 0) return false;
  const haystack = folded(`${target.title} ${target.organizationName} ${activityMessages.categories[target.category]}`);
  return folded(keyword ?? "")
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
};

/** The person's consents in force that name the organization, the one that lasts longest first. */
const grantsFor = (person: ConsentingPerson, organizationId: string) =>
  person.grants
    .filter(
      (grant) =>
        grant.purpose === "partnerDisclosure" &&
        grant.state === "given" &&
        grant.recipients.some(({ kind, id }) => kind === "organization" && id === organizationId),
    )
    .toSorted((a, b) => (a.lastOn < b.lastOn ? 1 : -1));

const Places = ({ target: { freePlaces } }: { readonly target: Target }) => {
  if (freePlaces === null) return <StatusBadge tone="success">人数の上限なし</StatusBadge>;
  return freePlaces === 0 ? (
    <StatusBadge tone="warning">空きなし（順番待ち）</StatusBadge>
  ) : (
    <StatusBadge tone="success">{`空き${freePlaces}名`}</StatusBadge>
  );
};

const Consent = ({ person, target }: { readonly person: ConsentingPerson; readonly target: Target }) => {
  const [grant] = grantsFor(person, target.organizationId);
  return grant === undefined ? (
    <span className="text-solid-gray-700">この団体への同意はまだありません</span>
  ) : (
    <>
      {consentMessages.statuses.given}
      <span className="block text-solid-gray-700 text-dns-16N-130">{dateText(grant.lastOn)}まで</span>
    </>
  );
};

const Choose = ({ caseId, search, person, target }: TargetChoiceProps & { readonly target: Target }) => {
  const navigate = useNavigate();
  const [grant] = grantsFor(person, target.organizationId);
  return (
    <ConfirmAction
      ability
      label="選ぶ"
      variant="secondary"
      title={`「${target.title}」へのつなぎの下書きを作りますか`}
      effect={
        <p>
          {target.organizationName}の活動です。作るのは下書きだけで、相手には何も見えません。
          {grant === undefined ? "送るまでに、この団体への情報提供の同意を本人から得てください。" : null}
          {target.freePlaces === 0 ? "いまは空きがないため、受入先は順番待ちと答えることがあります。" : null}
        </p>
      }
      confirmLabel="下書きを作る"
      send={(requestId) =>
        client.referral.createDraft.mutate({
          requestId,
          caseId,
          personId: person.personId,
          activityId: target.activityId,
          consentGrantId: grant?.id ?? null,
          parentId: search.parentId ?? null,
        })
      }
      onDone={({ id }) => navigate({ to: "/referrals/$referralId", params: { referralId: id }, search: {} })}
    />
  );
};

const columnsFor = (props: TargetChoiceProps): readonly TableColumn<Target>[] => [
  {
    key: "title",
    header: "活動",
    isRowHeader: true,
    cell: (row) => (
      <>
        <span className="block text-std-16B-170">{row.title}</span>
        <span className="block font-normal text-solid-gray-700 text-dns-16N-130">{row.organizationName}</span>
      </>
    ),
  },
  { key: "category", header: "種類", cell: (row) => activityMessages.categories[row.category] },
  { key: "places", header: "受け入れ", isNarrow: true, cell: (row) => <Places target={row} /> },
  { key: "consent", header: "本人の同意", cell: (row) => <Consent person={props.person} target={row} /> },
  { key: "choose", header: "操作", isNarrow: true, cell: (row) => <Choose {...props} target={row} /> },
];

const Filters = ({ caseId, search }: Omit<TargetChoiceProps, "person">) => {
  const navigate = useNavigate();
  const { keyword, free, ...kept } = search;
  return (
    <FilterForm
      label="つなぎ先の活動をさがす"
      state={JSON.stringify({ keyword, free })}
      onApply={(values) =>
        void navigate({
          to: "/cases/$caseId/referrals/new",
          params: { caseId },
          search: { ...NewReferralSearch.parse(values), ...kept },
          resetScroll: false,
        })
      }
      clear={
        keyword === undefined && free === undefined ? null : (
          <Link
            to="/cases/$caseId/referrals/new"
            params={{ caseId }}
            search={kept}
            className={buttonStyle({ variant: "text" })}
          >
            条件を消す
          </Link>
        )
      }
    >
      <TextField type="search" label="活動・団体・種類" name="keyword" defaultValue={keyword} width="full" />
      <Checkbox label="空きのある活動だけ" name="free" defaultChecked={free ?? false} />
    </FilterForm>
  );
};

/** Activities that take referrals today, searched by the address. */
export const TargetChoice = (props: TargetChoiceProps) => {
  const { data } = useSuspenseQuery(targetsOptions);
  const rows = data.items.filter((target) => matches(target, props.search));
  return (
    <section aria-labelledby="targets-title" className="flex flex-col gap-5">
      <h2 id="targets-title" className="text-std-20B-150">
        つなぐ活動
      </h2>
      <QueryTable
        caption="つなぎを受け付けている活動"
        rows={rows}
        rowKey={(row) => row.activityId}
        columns={columnsFor(props)}
        total={rows.length}
        filters={<Filters {...props} />}
        empty={
          data.items.length === 0
            ? {
                title: "いま、つなぎを受け付けている活動はありません",
                body: "公開中で、つなぎを受け付けると決めた活動と、受入許可のある団体がそろうと、ここに並びます。",
                action: (
                  <Link to="/organizations" search={{}} className={buttonStyle()}>
                    団体の受入許可を確かめる
                  </Link>
                ),
              }
            : { title: "条件に合う活動はありません", body: "ことばを短くするか、条件を消してください。" }
        }
      />
    </section>
  );
};
