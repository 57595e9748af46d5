import { mayDisclose, openPacketSteps } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { eraDateText, instantText, useSession } from "@tsunagari/portal";
import { Card, Disclosure, Icon } from "@tsunagari/ui";
import { PacketLines, type PacketLine } from "./packet-lines.tsx";
import type { Referral } from "./queries.ts";

/** The steps and lines the partner reads today, by the domain's rule that the database's fence states too (D-10, D-11). */
const openLinesOf = (referral: Referral, today: Parameters<typeof openPacketSteps>[0]["today"]) => {
  const { status, packetClosesOn, consent, person, packet } = referral;
  const isConsentInForce = consent.ground === "in_force";
  const steps = openPacketSteps({ status, isConsentInForce, packetClosesOn, today });
  const ground = {
    consentedGroups: consent.dataGroups,
    isProtected: person.isProtected,
    isAreaDisclosable: packet.isAreaDisclosable,
  };
  const isOpen = ({ step, field }: PacketLine) => steps.includes(step) && mayDisclose(field, ground) === true;
  return {
    open: packet.lines.filter(isOpen),
    closed: packet.lines.filter((line) => !isOpen(line)),
    isClosed: steps.length === 0,
  };
};

const Copies = ({ referral: { copiesDestroyedAt, organizationName } }: { readonly referral: Referral }) => (
  <p>
    {copiesDestroyedAt === null
      ? `写しを破棄したという連絡は、${organizationName}からまだ届いていません。`
      : `${referralMessages.events.confirmDestroyed}（${instantText(copiesDestroyedAt)}に連絡がありました）`}
  </p>
);

const Readers = ({ name, isClosed }: { readonly name: string; readonly isClosed: boolean }) => (
  <p className="flex items-start gap-2 text-solid-gray-700">
    <Icon name="lock" className="mt-1 size-5 shrink-0" />
    見る人：このケースの担当者と所属長、受入先：{isClosed ? "なし" : `${name}の受入担当`}
  </p>
);

/** 「いま相手に見えていること」 */
export const PartnerSeesCard = ({ referral }: { readonly referral: Referral }) => {
  const { today } = useSession();
  const { open, closed, isClosed } = openLinesOf(referral, today);
  const waits = referral.status === "sent" || referral.status === "waitlisted";
  return (
    <Card title="いま相手に見えていること">
      <Readers name={referral.organizationName} isClosed={isClosed} />
      {isClosed ? (
        <>
          <p className="text-std-16B-170">いまは何も見えません。</p>
          <Copies referral={referral} />
        </>
      ) : (
        <PacketLines lines={open} />
      )}
      {referral.packetClosesOn !== null && !isClosed ? (
        <p>{eraDateText(referral.packetClosesOn)}からは見えなくなります。</p>
      ) : null}
      {closed.length === 0 ? null : (
        <Disclosure summary={waits ? "受け入れのあとに見えること" : "この依頼に書いた内容（いまは相手に見えません）"}>
          <PacketLines lines={closed} />
        </Disclosure>
      )}
    </Card>
  );
};
