import { recoveryCodeCount } from "@tsunagari/domain/identity";
import { secondFactorMessages } from "@tsunagari/messages";
import { Button, ButtonRow, Card, Dialog, NotificationBanner } from "@tsunagari/ui";
import { useState } from "react";
import { ConfirmAction } from "../form/confirm-action.tsx";
import type { OwnAccount, SecondFactors } from "../client/common-client.ts";

const { actions, effects } = secondFactorMessages;

type CodesProps = { readonly codes: readonly string[]; readonly onClose: () => void };

/** The codes, this once: to be printed, copied or written down. Nothing else is printed while they are open. */
export const RecoveryCodesDialog = ({ codes, onClose }: CodesProps) => {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(codes.join("\n")).then(() => setIsCopied(true));
  return (
    <Dialog isOpen={codes.length > 0} onOpenChange={onClose} title="回復コード" role="alertdialog">
      <p data-print-alone>
        認証アプリやパスキーが使えなくなったとき、パスワードのあとにこのコードの一つを入れると、サインインできます。一つのコードは、一度だけ使えます。
      </p>
      <ol className="grid grid-cols-1 gap-x-8 gap-y-2 rounded-8 border border-solid-gray-300 p-4 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="font-mono text-std-18N-160 tabular-nums">
            {code}
          </li>
        ))}
      </ol>
      <p className="text-std-16B-170 print:hidden">
        この画面を閉じると、もう表示できません。印刷か書き写しをして、ほかの人に見られない所に置いてください。
      </p>
      <div className="print:hidden">
        <ButtonRow>
          <Button variant="primary" onClick={() => window.print()}>
            印刷する
          </Button>
          <Button onClick={copy}>コピーする</Button>
          <Button onClick={onClose}>保管したので閉じる</Button>
        </ButtonRow>
      </div>
      <p role="status">{isCopied ? "コピーしました。" : ""}</p>
    </Dialog>
  );
};

type CardProps = {
  readonly factors: SecondFactors;
  readonly account: Pick<OwnAccount, "renewRecoveryCodes">;
  readonly onCodes: (codes: readonly string[]) => void;
};

const fewCodes = 3;

/** How many are left, and a fresh set. */
export const RecoveryCodesCard = ({ factors, account, onCodes }: CardProps) => {
  const { recoveryCodesLeft, totpSince, passkeys } = factors;
  if (totpSince === null && passkeys.length === 0) return null;
  return (
    <Card title="回復コード" lead="認証アプリやパスキーが使えなくなったときのための、一度ずつ使えるコードです。">
      <p>
        残り <strong>{recoveryCodesLeft}</strong> 個（{recoveryCodeCount}個のうち）
      </p>
      {recoveryCodesLeft > fewCodes ? null : (
        <NotificationBanner tone="warning" title="残りが少なくなっています">
          新しいコードを作って、古い控えと入れ替えてください。
        </NotificationBanner>
      )}
      <div>
        <ConfirmAction
          ability
          variant="secondary"
          label={actions.renewRecoveryCodes}
          title="回復コードを作り直しますか"
          effect={<p>{effects.renewRecoveryCodes}</p>}
          send={(requestId) => account.renewRecoveryCodes.mutate({ requestId })}
          onDone={({ recoveryCodes }) => onCodes(recoveryCodes)}
        />
      </div>
    </Card>
  );
};
