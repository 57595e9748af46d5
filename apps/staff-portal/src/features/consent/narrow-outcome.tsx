import { Card } from "@tsunagari/ui";
import type { OpenReferral } from "./queries.ts";
import { referralText } from "./wording.ts";

type Kept = { readonly organizationIds: readonly string[]; readonly dataGroups: readonly string[] };

type Outcome = { readonly moving: readonly OpenReferral[]; readonly ending: readonly OpenReferral[] };

/** D-02: what the new consent covers wholly moves to it, the rest ends. The server decides by the same rule. */
export const outcomeOf = (referrals: readonly OpenReferral[], kept: Kept): Outcome => {
  const isCovered = ({ organizationId, dataGroups }: OpenReferral): boolean =>
    kept.organizationIds.includes(organizationId) && dataGroups.every((group) => kept.dataGroups.includes(group));
  return {
    moving: referrals.filter(isCovered),
    ending: referrals.filter((referral) => !isCovered(referral)),
  };
};

const Lines = ({ title, referrals }: { readonly title: string; readonly referrals: readonly OpenReferral[] }) => (
  <div>
    <p className="text-std-16B-170">{title}</p>
    {referrals.length === 0 ? (
      <p className="text-solid-gray-700">ありません。</p>
    ) : (
      <ul className="list-disc pl-6">
        {referrals.map((referral) => (
          <li key={referral.id}>{referralText(referral)}</li>
        ))}
      </ul>
    )}
  </div>
);

/** What becomes of the open referrals when the consent is made smaller. */
export const NarrowOutcome = ({ outcome: { moving, ending } }: { readonly outcome: Outcome }) => (
  <Card title="開いているつなぎは、こうなります">
    <div aria-live="polite" className="flex flex-col gap-4">
      <Lines title={`続くつなぎ ${moving.length}件`} referrals={moving} />
      <Lines title={`終わるつなぎ ${ending.length}件`} referrals={ending} />
      {ending.length === 0 ? null : (
        <p>終わるつなぎの受入先は、すぐに情報を見られなくなり、写しを処分するようお願いが届きます。</p>
      )}
    </div>
  </Card>
);
