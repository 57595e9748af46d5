import { Link } from "@tanstack/react-router";
import { lastDayOf } from "@tsunagari/domain/kernel";
import { referralMessages } from "@tsunagari/messages";
import { eraDateText } from "@tsunagari/portal";
import { Card, DescriptionList, linkStyle, StatusBadge } from "@tsunagari/ui";
import { groupNames } from "./group-names.ts";
import type { Referral } from "./queries.ts";

const { fields, purposes, contactWays } = referralMessages;

const consentText = ({ consent }: Referral): string | null => {
  if (consent.grantId === null) return null;
  if (consent.ground !== "in_force") return "終わっています";
  return consent.untilOn === null ? "有効" : `${eraDateText(lastDayOf(consent.untilOn))}まで有効`;
};

/** Whom, what, under which consent. */
export const AboutCard = ({ referral }: { readonly referral: Referral }) => {
  const { person, consent, purpose, contactWay, parentId } = referral;
  return (
    <Card title="このつなぎについて">
      <dl className="flex flex-col gap-4">
        <div>
          <dt className="text-solid-gray-700">つなぐ人</dt>
          <dd className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-std-16B-170">{person.name ?? "氏名の記録なし"}</span>
            {person.isProtected ? <StatusBadge tone="danger">支援措置の対象</StatusBadge> : null}
          </dd>
        </div>
      </dl>
      <DescriptionList
        isDense
        items={[
          { term: fields.purpose, detail: purpose === null ? null : purposes[purpose] },
          { term: fields.contactWay, detail: contactWay === null ? null : contactWays[contactWay] },
          { term: "同意", detail: consentText(referral) },
          { term: "同意の範囲", detail: groupNames(consent.dataGroups) },
          { term: "担当職員", detail: referral.staffContactName },
        ]}
      />
      {parentId === null ? null : (
        <Link to="/referrals/$referralId" params={{ referralId: parentId }} search={{}} className={linkStyle}>
          もとのつなぎを見る
        </Link>
      )}
    </Card>
  );
};
