import { Link } from "@tanstack/react-router";
import { isPacketComplete, mayDisclose, type ConsentGround } from "@tsunagari/domain/referral";
import { reasonText, referralMessages } from "@tsunagari/messages";
import { Card, Icon, linkStyle, TextLink } from "@tsunagari/ui";
import type { ReactNode } from "react";
import type { Draft } from "./draft-values.ts";
import type { Referral } from "./queries.ts";

const { hints } = referralMessages;

type Check = {
  readonly key: keyof typeof referralMessages.checks;
  readonly isMet: boolean;
  /** How it can be mended. */
  readonly mend: string;
  readonly link: ReactNode;
};

const groundReasons = {
  not_chosen: "referral.consent_not_chosen",
  other_recipient: "referral.consent_other_recipient",
  ended: "referral.consent_ended",
  in_force: "referral.consent_not_chosen",
} as const satisfies Record<ConsentGround, string>;

const toField = (id: string, words: string): ReactNode => <TextLink href={`#${id}`}>{words}</TextLink>;

const consentCheck = ({ referral, choices }: Draft): Check => ({
  key: "consent",
  isMet: referral.checklist.isConsentInForce,
  mend: reasonText(groundReasons[referral.consent.ground]),
  link: choices.grants.some(({ state }) => state === "given") ? (
    toField("consent", "同意を選ぶ")
  ) : (
    <Link to="/cases/$caseId/consents" params={{ caseId: referral.case.id }} className={linkStyle}>
      同意を記録する
    </Link>
  ),
});

const outsideChecks = ({ checklist, organizationId, activityId, case: { id: caseId } }: Referral): readonly Check[] => [
  {
    key: "permission",
    isMet: checklist.isPermissionInForce,
    mend: reasonText("referral.permission_ended"),
    link: (
      <Link to="/organizations/$organizationId" params={{ organizationId }} className={linkStyle}>
        団体の受入許可を見る
      </Link>
    ),
  },
  {
    key: "activity",
    isMet: checklist.isActivityAccepting,
    mend: reasonText("referral.activity_not_accepting"),
    link: (
      <Link to="/activities/$activityId" params={{ activityId }} className={linkStyle}>
        活動を見る
      </Link>
    ),
  },
  {
    key: "gate",
    isMet: checklist.isGatePassed,
    mend: reasonText("referral.gate_not_passed"),
    link: (
      <Link to="/meetings" search={{}} className={linkStyle}>
        会議を見る
      </Link>
    ),
  },
  {
    key: "alone",
    isMet: checklist.isAlone,
    mend: reasonText("referral.open_twin"),
    link: (
      <Link to="/cases/$caseId/referrals" params={{ caseId }} className={linkStyle}>
        このケースのつなぎを見る
      </Link>
    ),
  },
];

const packetChecks = ({ checklist, packet, consent, person }: Referral): readonly Check[] => {
  const written = packet.lines.map(({ field }) => field);
  const ground = {
    consentedGroups: consent.dataGroups,
    isProtected: person.isProtected,
    isAreaDisclosable: packet.isAreaDisclosable,
  };
  const refused = packet.lines.map(({ field }) => mayDisclose(field, ground)).find((verdict) => verdict !== true);
  const isAreaTakenBack = refused === "referral.area_not_disclosable";
  return [
    {
      key: "purpose",
      isMet: checklist.isPurposeStated,
      mend: reasonText("referral.purpose_missing"),
      link: toField("purpose", "お願いの内容へ"),
    },
    {
      key: "packet",
      isMet: checklist.isPacketComplete && isPacketComplete(written),
      mend: reasonText("referral.packet_incomplete"),
      link: toField("before", "受け入れる前に読むことへ"),
    },
    {
      key: "consented",
      isMet: checklist.isPacketConsented,
      // The form no longer holds such an area: saving it is enough.
      mend: isAreaTakenBack ? hints.areaTakenBack : reasonText(refused ?? "referral.field_not_consented"),
      link: isAreaTakenBack ? toField("before", "受け入れる前に読むことへ") : toField("after", "伝えることを選び直す"),
    },
  ];
};

const CheckLine = ({ check: { key, isMet, mend, link } }: { readonly check: Check }) => (
  <li className="flex gap-3 py-3 first:pt-0 last:pb-0">
    <Icon
      name={isMet ? "success" : "warning"}
      className={`mt-0.5 size-6 shrink-0 ${isMet ? "text-success-2" : "text-warning-orange-2"}`}
    />
    <div className="flex min-w-0 flex-col gap-1">
      <p className={isMet ? undefined : "text-std-16B-170"}>
        <span className="sr-only">{isMet ? "できています：" : "まだです："}</span>
        {referralMessages.checks[key]}
      </p>
      {isMet ? null : (
        <>
          <p className="text-solid-gray-700 text-dns-16N-130">{mend}</p>
          <p>{link}</p>
        </>
      )}
    </div>
  </li>
);

/** Every condition of sending, met or with the way to mend it. The server asks them again when it is sent. */
export const Checklist = ({ draft }: { readonly draft: Draft }) => {
  const checks = [consentCheck(draft), ...packetChecks(draft.referral), ...outsideChecks(draft.referral)];
  const missing = checks.filter(({ isMet }) => !isMet).length;
  return (
    <Card
      title="送る前の確認"
      lead={missing === 0 ? "すべてそろいました。" : `あと${missing}つそろうと送れます。保存した内容で確かめています。`}
    >
      <ul className="flex flex-col divide-y divide-solid-gray-200">
        {checks
          .toSorted((a, b) => Number(a.isMet) - Number(b.isMet))
          .map((check) => (
            <CheckLine key={check.key} check={check} />
          ))}
      </ul>
    </Card>
  );
};
