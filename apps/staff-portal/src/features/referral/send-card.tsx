import { Link } from "@tanstack/react-router";
import { referralMessages } from "@tsunagari/messages";
import { announce, ConfirmAction } from "@tsunagari/portal";
import { Button, Card, linkStyle } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { wishedDueText } from "./looks.tsx";
import { fieldNames } from "./packet-lines.tsx";
import type { Referral } from "./queries.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const label = "この内容で送る";

/** Who will read what from when: the disclosure in words, before it happens. */
const SendEffect = ({ referral }: { readonly referral: Referral }) => {
  const { lines } = referral.packet;
  const after = fieldNames(lines.filter(({ step }) => step === 2));
  return (
    <div className="flex flex-col gap-3">
      <p>{referral.organizationName}で「つなぎの受入担当」の役割を持つ人だけが見られます。</p>
      <dl className="flex flex-col gap-2">
        <dt className="text-std-16B-170">送ったときから見えること</dt>
        <dd>お願いしたいこと、最初の連絡のしかた、{fieldNames(lines.filter(({ step }) => step === 1))}</dd>
        <dt className="text-std-16B-170">受け入れると答えたときから見えること</dt>
        <dd>{after === "" ? "増えることはありません。" : after}</dd>
        <dt className="text-std-16B-170">返事の期限</dt>
        <dd>{wishedDueText(referral.dueOn, referral.choices?.latestDueOn)}</dd>
      </dl>
      <p>
        同意が撤回されたとき、断られたとき、取り下げたときは、相手はすぐに見られなくなります。
        送ったあとは、内容を書き直せません。
      </p>
    </div>
  );
};

type SendCardProps = { readonly referral: Referral; readonly isChanged: boolean };

/** Sends the saved draft, or gives it up. */
export const SendCard = ({ referral, isChanged }: SendCardProps) => (
  <Card title="送る" lead={`返事は${referral.organizationName}の受入担当から届きます。`}>
    <div className="flex flex-col items-stretch gap-4">
      {isChanged ? (
        <Button variant="primary" unavailableReason="保存していない変更があります。先に「保存する」を押してください。">
          {label}
        </Button>
      ) : (
        <ConfirmAction
          ability={referral.abilities.send}
          label={label}
          title={`${referral.organizationName}に送りますか`}
          effect={<SendEffect referral={referral} />}
          confirmLabel="送る"
          send={(requestId) =>
            client.referral.send.mutate({ requestId, referralId: referral.id, version: referral.version })
          }
          onDone={() => {
            announce(`${referral.organizationName}に${referralMessages.events.send}。`);
          }}
        />
      )}
      <p>
        <a href="#preview" className={linkStyle}>
          {referralMessages.hints.preview}
        </a>
      </p>
      <WithdrawDialog referral={referral} />
      <Link to="/cases/$caseId/referrals" params={{ caseId: referral.case.id }} className={linkStyle}>
        ケースのつなぎへ戻る
      </Link>
    </div>
  </Card>
);
