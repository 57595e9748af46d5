import { Link } from "@tanstack/react-router";
import {
  endedReferralStatuses,
  openReferralStatuses,
  type EndedReferralStatus,
  type OpenReferralStatus,
} from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import type { ReferralSearch } from "./search.ts";

const chipStyle =
  "inline-flex min-h-11 items-center rounded-full border border-solid-gray-420 bg-white px-4 text-oln-16N-100 hover:border-black hover:underline aria-[current]:border-key-900 aria-[current]:bg-key-50 aria-[current]:font-bold aria-[current]:text-key-1000 forced-colors:aria-[current]:outline-2";

type ChipProps = { readonly search: ReferralSearch; readonly isCurrent: boolean; readonly children: string };

const Chip = ({ search, isCurrent, children }: ChipProps) => (
  <li>
    <Link
      to="/referrals"
      search={search}
      // Without it the router would mark every link to this page as the current one.
      activeOptions={{ exact: true }}
      aria-current={isCurrent ? "true" : undefined}
      className={chipStyle}
    >
      {children}
    </Link>
  </li>
);

type Props = { readonly search: ReferralSearch; readonly total: number };

/** Chooses a state by a press; the choice stands in the address. */
export const StatusFilter = ({ search, total }: Props) => {
  const view = search.view === undefined ? {} : { view: search.view };
  const statuses: readonly (OpenReferralStatus | EndedReferralStatus)[] =
    search.view === "ended" ? endedReferralStatuses : openReferralStatuses;
  const current = statuses.find((status) => status === search.status);
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label="状態でしぼりこむ">
        <ul className="flex flex-wrap gap-2">
          <Chip search={view} isCurrent={current === undefined}>
            すべて
          </Chip>
          {statuses.map((status) => (
            <Chip key={status} search={{ ...view, status }} isCurrent={status === current}>
              {referralMessages.receivedShort[status]}
            </Chip>
          ))}
        </ul>
      </nav>
      <p aria-live="polite" className="text-solid-gray-800">
        <span className="text-std-18B-160 tabular-nums">{total.toLocaleString("ja-JP")}</span>件
      </p>
    </div>
  );
};
