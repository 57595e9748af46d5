import { consentMessages } from "@tsunagari/messages";
import { announce, ConfirmAction } from "@tsunagari/portal";
import { RadioGroup } from "@tsunagari/ui";
import { useState } from "react";
import { client } from "../../client.ts";
import type { ConsentGrant, ConsentPerson, OpenReferral } from "./queries.ts";
import { inOrder, isStanding, personTitle, referralText } from "./wording.ts";

const { effects, purposes } = consentMessages;

const ReferralsThatEnd = ({ referrals }: { readonly referrals: readonly OpenReferral[] }) =>
  referrals.length === 0 ? (
    <p>いま開いているつなぎはありません。</p>
  ) : (
    <>
      <p className="font-bold">開いているつなぎ {referrals.length}件が終わり、受入先はすぐに見られなくなります。</p>
      <ul className="list-disc pl-6">
        {referrals.map((referral) => (
          <li key={referral.id}>{referralText(referral)}</li>
        ))}
      </ul>
      <p>{effects.destroy}</p>
    </>
  );

const doneText = (what: string, ended: number): string =>
  ended === 0 ? `${what}を撤回しました` : `${what}を撤回しました。つなぎ ${ended}件が終わり、受入先はもう見られません`;

const referralsOf = (grants: readonly ConsentGrant[]): readonly OpenReferral[] =>
  grants.filter(isStanding).flatMap(({ openReferrals }) => openReferrals);

const AllEffect = ({ person }: { readonly person: ConsentPerson }) => (
  <div className="flex flex-col gap-3">
    <p>{effects.withdrawAll}</p>
    <ul className="list-disc pl-6">
      {inOrder(person.grants.filter(isStanding)).map((grant) => (
        <li key={grant.id}>{purposes[grant.purpose]}</li>
      ))}
    </ul>
    <ReferralsThatEnd referrals={referralsOf(person.grants)} />
    <p>{effects.irreversible}</p>
  </div>
);

const OneEffect = ({ grant }: { readonly grant: ConsentGrant }) => (
  <div className="flex flex-col gap-3">
    <p>{effects.withdraw[grant.purpose]}</p>
    {grant.purpose === "partnerDisclosure" ? <ReferralsThatEnd referrals={grant.openReferrals} /> : null}
    <p>{effects.irreversible}</p>
  </div>
);

type Scope = "one" | "all";

const scopes = [
  { value: "one", label: "この同意だけを撤回する", description: "つなぎは続きます。" },
  { value: "all", label: "すべての同意を撤回する", description: "開いているつなぎも、すべて終わります。" },
] as const;

const ScopeChoice = ({ scope, onChange }: { readonly scope: Scope; readonly onChange: (scope: Scope) => void }) => (
  <RadioGroup
    label="どこまで撤回しますか"
    value={scope}
    onChange={(event) => onChange(event.currentTarget.value === "all" ? "all" : "one")}
    options={scopes}
  />
);

type WithdrawProps = { readonly person: ConsentPerson; readonly grant: ConsentGrant };

/**
 * Ends one consent with one confirmation (D-03). Who no longer wants to be talked about may want everything to end, so
 * a withdrawal of information sharing offers both (D-02).
 */
export const WithdrawAction = ({ person, grant }: WithdrawProps) => {
  const [scope, setScope] = useState<Scope>("one");
  const isOffered = grant.purpose === "informationSharing" && person.grants.filter(isStanding).length > 1;
  const isAll = isOffered && scope === "all";
  const ended = isAll ? referralsOf(person.grants).length : grant.openReferrals.length;
  return (
    <ConfirmAction
      ability={grant.abilities.withdraw}
      label="撤回する"
      variant="secondary"
      isDangerous
      title={`${personTitle(person)}さんの同意を撤回しますか`}
      effect={
        <div className="flex flex-col gap-5">
          {isOffered ? <ScopeChoice scope={scope} onChange={setScope} /> : null}
          {isAll ? <AllEffect person={person} /> : <OneEffect grant={grant} />}
        </div>
      }
      confirmLabel={isAll ? consentMessages.withdrawAll : "この同意を撤回する"}
      send={(requestId) =>
        isAll
          ? client.consent.withdrawAll.mutate({ requestId, personId: person.personId })
          : client.consent.withdraw.mutate({ requestId, grantId: grant.id })
      }
      onDone={() => {
        setScope("one");
        announce(doneText(isAll ? "すべての同意" : `「${purposes[grant.purpose]}」の同意`, ended));
      }}
    />
  );
};

/** 「すべての同意を撤回」 (D-02). */
export const WithdrawAllAction = ({ person }: { readonly person: ConsentPerson }) => (
  <ConfirmAction
    ability={person.abilities.withdrawAll}
    label={consentMessages.withdrawAll}
    variant="secondary"
    isDangerous
    title={`${personTitle(person)}さんの、すべての同意を撤回しますか`}
    effect={<AllEffect person={person} />}
    send={(requestId) => client.consent.withdrawAll.mutate({ requestId, personId: person.personId })}
    onDone={() => announce(doneText("すべての同意", referralsOf(person.grants).length))}
  />
);
