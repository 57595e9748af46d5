import { Link } from "@tanstack/react-router";
import { civilDateAt } from "@tsunagari/domain/kernel";
import { caseMessages, consentMessages } from "@tsunagari/messages";
import { AbilityButton, eraDateText } from "@tsunagari/portal";
import { ButtonRow, buttonStyle, ChipList, DescriptionList, StatusBadge } from "@tsunagari/ui";
import type { ConsentGrant, ConsentPerson } from "./queries.ts";
import { WithdrawAction } from "./withdraw.tsx";
import { grantTones, isStanding, recipientNames, referralText } from "./wording.ts";

const { forms, givers, capacities, statuses, fields } = consentMessages;

const givenText = ({ givenBy, representative, form }: ConsentGrant): string => {
  const who =
    representative === null ? givers[givenBy] : `${representative.name}（${capacities[representative.capacity]}）`;
  return `${who}・${forms[form]}`;
};

const endText = ({ narrowedToId }: ConsentGrant, withdrawnAt: string | Date): string => {
  const on = eraDateText(civilDateAt(new Date(withdrawnAt)));
  return narrowedToId === null ? `${on}に撤回` : `${on}に範囲を狭めて、新しい同意に替えました`;
};

const itemsOf = (grant: ConsentGrant) => [
  { term: "見られる人", detail: recipientNames(grant).join("、") },
  ...(grant.dataGroups.length === 0
    ? []
    : [
        {
          term: "見られる情報",
          detail: (
            <ChipList label="見られる情報" items={grant.dataGroups.map((group) => caseMessages.dataGroups[group])} />
          ),
        },
      ]),
  { term: "期間", detail: `${eraDateText(grant.givenOn)}から、${eraDateText(grant.lastOn)}まで` },
  { term: "同意した人と方法", detail: givenText(grant) },
  ...(grant.withdrawnAt === null ? [] : [{ term: "終わった日", detail: endText(grant, grant.withdrawnAt) }]),
  ...(grant.witness === null ? [] : [{ term: fields.witness, detail: grant.witness }]),
  ...(grant.formNote === null ? [] : [{ term: fields.formNote, detail: grant.formNote }]),
];

const Referrals = ({ grant }: { readonly grant: ConsentGrant }) =>
  grant.openReferrals.length === 0 ? null : (
    <div>
      <p className="text-std-16B-170">この同意による、開いているつなぎ {grant.openReferrals.length}件</p>
      <ul className="list-disc pl-6">
        {grant.openReferrals.map((referral) => (
          <li key={referral.id}>{referralText(referral)}</li>
        ))}
      </ul>
    </div>
  );

type GrantProps = { readonly caseId: string; readonly person: ConsentPerson; readonly grant: ConsentGrant };

const Narrow = ({ caseId, grant }: Omit<GrantProps, "person">) => {
  if (grant.purpose === "support") return null;
  if (grant.abilities.narrow !== true)
    return <AbilityButton ability={grant.abilities.narrow}>範囲を狭める</AbilityButton>;
  return (
    <Link to="/cases/$caseId/consents/$grantId/narrow" params={{ caseId, grantId: grant.id }} className={buttonStyle()}>
      範囲を狭める
    </Link>
  );
};

/** One consent: who may see what until when, what rests on it, and how it is made smaller or ended. */
export const GrantBox = ({ caseId, person, grant }: GrantProps) => (
  <div className="flex flex-col gap-4 rounded-8 border border-solid-gray-300 bg-canvas p-4 sm:p-5">
    {grant.state === "given" ? null : (
      <p>
        <StatusBadge tone={grantTones[grant.state]}>{statuses[grant.state]}</StatusBadge>
      </p>
    )}
    <DescriptionList isDense items={itemsOf(grant)} />
    <Referrals grant={grant} />
    {isStanding(grant) ? (
      <ButtonRow>
        <Narrow caseId={caseId} grant={grant} />
        <WithdrawAction person={person} grant={grant} />
      </ButtonRow>
    ) : null}
  </div>
);
