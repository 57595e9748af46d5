import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonStyle, EmptyState } from "@tsunagari/ui";
import { organizationOptions, type PermissionState } from "./queries.ts";

const noRequests: Readonly<Record<PermissionState, string>> = {
  inForce:
    "依頼が届くと、ここと「お知らせ」に出ます。メールでもお知らせします（メールには、どなたの依頼かは書かれません）。受け入れられる人数は「活動」で変えられます。",
  planned: "つなぎを受けられる期間は、まだ始まっていません。始まる日は「団体の情報」で確かめられます。",
  none: "つなぎの依頼を受けるには、市と、個人情報の取り扱いの取り決めを交わします。受けてみたいときは、市の地域福祉の担当にお知らせください。",
  ended:
    "つなぎを受ける期間が終わっています。続けて受けたいときは、市の地域福祉の担当にお知らせください。いままでの依頼は「終わった依頼」に残ります。",
};

const showAll = (view: { view?: "ended" }) => (
  <Link to="/referrals" search={view} className={buttonStyle()}>
    すべての依頼を見る
  </Link>
);

type InboxProps = { readonly isFiltered: boolean; readonly organizationId: string };

export const EmptyInbox = ({ isFiltered, organizationId }: InboxProps) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  return isFiltered ? (
    <EmptyState icon="referral" title="この状態の依頼はありません" action={showAll({})} />
  ) : (
    <EmptyState icon="referral" title="いま、お願いしている依頼はありません">
      {noRequests[organization.permissionState]}
    </EmptyState>
  );
};

export const EmptyHistory = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState icon="referral" title="この結果の依頼はありません" action={showAll({ view: "ended" })} />
  ) : (
    <EmptyState icon="referral" title="終わった依頼はまだありません">
      完了した依頼や、お断りした依頼が、日付と活動の名前だけ残ります。個人の情報は残りません。
    </EmptyState>
  );
