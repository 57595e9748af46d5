import type { CivilDate } from "@tsunagari/domain/kernel";
import { referralMessages } from "@tsunagari/messages";
import { dateText, useSession } from "@tsunagari/portal";
import { Card, DescriptionList, Icon, TextLink, type DescriptionItem } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { dayText, nearDateText } from "./clock-text.ts";
import type { Referral } from "./queries.ts";
import { useReferral } from "./referral-context.tsx";

type PacketLine = Referral["packet"]["lines"][number];

const lineText = ({ field, text }: PacketLine): ReactNode => {
  if (field === "phone") return <TextLink href={`tel:${text}`}>{text}</TextLink>;
  if (field === "mail") return <TextLink href={`mailto:${text}`}>{text}</TextLink>;
  if (field === "birthOn") return dateText(text);
  return <span className="whitespace-pre-wrap">{text}</span>;
};

const linesOf = ({ packet }: Referral, step: 1 | 2): readonly DescriptionItem[] =>
  packet.lines
    .filter((line) => line.step === step)
    .map((line) => ({ term: referralMessages.packetFields[line.field], detail: lineText(line) }));

/** Who reads this, in a line that stands with every block about a person. */
const Readers = () => {
  const { organization } = useSession();
  return (
    <p className="flex gap-2 text-solid-gray-700 text-dns-16N-130">
      <Icon name="lock" className="mt-0.5 size-5" />
      <span>
        見られるのは、{organization?.name ?? "こちらの団体"}
        のつなぎの受入担当と、市の担当職員だけです。開いたことは記録されます。
      </span>
    </p>
  );
};

const isBeforeAnswer = ({ status }: Referral): boolean => status === "sent" || status === "waitlisted";

const placesText = (placesFree: number): string =>
  placesFree === 0 ? "いまは空きがありません" : `あと${placesFree}人`;

const { fields } = referralMessages;

/** What was answered, and the dates. */
const answerItems = (referral: Referral, today: CivilDate): readonly DescriptionItem[] => [
  ...(referral.sentAt === null ? [] : [{ term: "依頼が届いた日", detail: dayText(referral.sentAt, today) }]),
  ...(referral.contactPersonName === null
    ? []
    : [{ term: fields.contactPersonName, detail: referral.contactPersonName }]),
  ...(referral.firstStepOn === null
    ? []
    : [{ term: fields.firstStepOn, detail: nearDateText(referral.firstStepOn, today) }]),
  ...(referral.firstContactOn === null
    ? []
    : [{ term: fields.firstContactOn, detail: nearDateText(referral.firstContactOn, today) }]),
];

const requestItems = (referral: Referral, today: CivilDate): readonly DescriptionItem[] => [
  ...(referral.purpose === null ? [] : [{ term: fields.purpose, detail: referralMessages.purposes[referral.purpose] }]),
  ...linesOf(referral, 1),
  ...(referral.contactWay === null
    ? []
    : [{ term: fields.contactWay, detail: referralMessages.contactWays[referral.contactWay] }]),
  ...(referral.placesFree === null || !isBeforeAnswer(referral)
    ? []
    : [{ term: "受け入れ枠の空き", detail: placesText(referral.placesFree) }]),
  ...answerItems(referral, today),
];

/** What is asked: step 1 of the packet, which names nobody (D-10). */
export const RequestCard = () => {
  const { referral } = useReferral();
  const { today } = useSession();
  return (
    <Card title="依頼の内容" footer={<Readers />}>
      <DescriptionList items={requestItems(referral, today)} />
      {isBeforeAnswer(referral) ? (
        <p className="rounded-8 bg-key-50 px-4 py-3">
          ここまでは、どなたのことかわからないように書かれています。受け入れると答えると、ご本人が同意した範囲で、呼び名・連絡先・気をつけることなどが見られるようになります。
        </p>
      ) : null}
    </Card>
  );
};

/** What opened on acceptance: step 2, as far as the person consented. */
export const OpenedCard = () => {
  const { referral } = useReferral();
  if (!referral.packet.openSteps.includes(2)) return null;
  const items = linesOf(referral, 2);
  return (
    <Card
      title="受け入れのあとに開いた情報"
      lead="ご本人が、こちらの団体に伝えることに同意した内容です。写しを作ったときは、終わったあとに破棄してください。"
      footer={<Readers />}
    >
      {items.length === 0 ? (
        <p>同意の範囲に、これより詳しい情報はありません。担当職員と相談しながら進めてください。</p>
      ) : (
        <DescriptionList items={items} />
      )}
    </Card>
  );
};
