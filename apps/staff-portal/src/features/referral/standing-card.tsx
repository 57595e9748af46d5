import { referralMessages } from "@tsunagari/messages";
import { eraDateText, instantText, useSession } from "@tsunagari/portal";
import { Card, DescriptionList, type DescriptionItem } from "@tsunagari/ui";
import { ClockText } from "./looks.tsx";
import type { Referral } from "./queries.ts";

const { fields, endReasons } = referralMessages;

const dated = (term: string, on: string | null): readonly DescriptionItem[] =>
  on === null ? [] : [{ term, detail: eraDateText(on) }];

const seen = ({ sentAt, seenAt }: Referral): readonly DescriptionItem[] =>
  sentAt === null
    ? []
    : [
        { term: "依頼を送った日時", detail: instantText(sentAt) },
        { term: "相手が開いた日時", detail: seenAt === null ? "まだ開かれていません" : instantText(seenAt) },
      ];

const agreed = (referral: Referral): readonly DescriptionItem[] => [
  ...(referral.contactPersonName === null
    ? []
    : [{ term: fields.contactPersonName, detail: referral.contactPersonName }]),
  ...dated(fields.firstStepOn, referral.firstStepOn),
  ...dated(fields.firstContactOn, referral.firstContactOn),
];

const linesOf = (referral: Referral): readonly DescriptionItem[] => {
  switch (referral.status) {
    case "sent":
      return seen(referral);
    case "waitlisted":
      return [
        {
          term: "受け入れられそうな日",
          detail: referral.expectedOn === null ? "わからないとの返事です" : eraDateText(referral.expectedOn),
        },
        ...seen(referral),
      ];
    case "accepted":
    case "in_progress":
    case "completed":
      return agreed(referral);
    default:
      return [
        ...(referral.endedAt === null ? [] : [{ term: "終わった日時", detail: instantText(referral.endedAt) }]),
        ...(referral.reasonCode === null ? [] : [{ term: fields.reasonCode, detail: endReasons[referral.reasonCode] }]),
        ...(referral.reasonText === null
          ? []
          : [{ term: fields.reasonText, detail: <span className="whitespace-pre-line">{referral.reasonText}</span> }]),
      ];
  }
};

/** Where it stands and what is waited for, in words. */
export const StandingCard = ({ referral }: { readonly referral: Referral }) => {
  const { today } = useSession();
  const { status, nextClockOn } = referral;
  return (
    <Card title="いまの状態">
      <p className="text-std-18B-160">{referralMessages.standings[status]}</p>
      {nextClockOn === null ? null : (
        <p>
          <ClockText status={status} on={nextClockOn} today={today} />
        </p>
      )}
      <DescriptionList isDense items={linesOf(referral)} />
    </Card>
  );
};
