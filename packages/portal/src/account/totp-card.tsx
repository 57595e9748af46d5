import { ConfirmTotp } from "@tsunagari/domain/identity";
import { secondFactorMessages } from "@tsunagari/messages";
import { Button, Card, Dialog, ErrorText, LoadingState, StatusBadge, TextField } from "@tsunagari/ui";
import { useRef, useState } from "react";
import { ConfirmAction } from "../form/confirm-action.tsx";
import { instantText } from "../date-text.ts";
import { failureText } from "../client/failure-text.ts";
import { announce } from "../frame/flash.tsx";
import { CommandFormShell } from "../form/command-form-shell.tsx";
import { GiveUpButton } from "../form/form-dialog.tsx";
import { useCommandForm } from "../form/use-command-form.ts";
import type { OwnAccount, SecondFactors } from "../client/common-client.ts";
import { QrCode } from "./qr-code.tsx";
import { newRequestId } from "../form/request-id.ts";
import { wireErrorOf } from "../client/wire-error.ts";

const { actions, effects, fields, hints, kinds } = secondFactorMessages;

type Account = Pick<OwnAccount, "beginTotp" | "confirmTotp" | "removeTotp">;
type Begun = { readonly secret: string; readonly uri: string };

type ConfirmProps = {
  readonly account: Account;
  readonly begun: Begun;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onGivenUp: () => void;
};

const grouped = (secret: string): string => secret.match(/.{1,4}/gu)?.join(" ") ?? secret;

const ConfirmForm = ({ account, begun, onDone, onGivenUp }: ConfirmProps) => {
  const form = useCommandForm({
    schema: ConfirmTotp,
    defaultValues: { code: "" },
    send: (input) => account.confirmTotp.mutate(input),
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="登録する"
      pendingLabel="確かめています…"
      cancel={<GiveUpButton close={onGivenUp} />}
    >
      <ol className="flex list-decimal flex-col gap-4 pl-6">
        <li>
          <div className="flex flex-col gap-3">
            <span>
              スマートフォンの認証アプリ（Google Authenticator、Microsoft Authenticator など）で、読み取ります。
            </span>
            <QrCode text={begun.uri} label="認証アプリで読み取るQRコード" />
            <span>
              読み取れないときは、アプリに次の文字を入力します（時間で変わる6桁の番号）：
              <code className="mt-1 block font-mono text-std-16B-170 break-all">{grouped(begun.secret)}</code>
            </span>
          </div>
        </li>
        <li>アプリに出た6桁の番号を入力します。</li>
      </ol>
      <TextField
        {...form.field("code", fields.code)}
        requirement="required"
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        support={hints.code}
      />
    </CommandFormShell>
  );
};

/** One opening is one beginning: the secret shown is the one that counts. */
const useEnrolment = (account: Account) => {
  const [isOpen, setIsOpen] = useState(false);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const opening = useRef(0);
  const open = async () => {
    opening.current += 1;
    const own = opening.current;
    setBegun(null);
    setRefusal(null);
    setIsOpen(true);
    try {
      const answer = await account.beginTotp.mutate({ requestId: newRequestId() });
      if (own === opening.current) setBegun(answer.begun);
    } catch (thrown) {
      if (own === opening.current) setRefusal(failureText(wireErrorOf(thrown)));
    }
  };
  return { isOpen, close: () => setIsOpen(false), open, begun, refusal };
};

export type TotpCardProps = {
  readonly factors: SecondFactors;
  readonly account: Account;
  readonly onCodes: (codes: readonly string[]) => void;
};

/** The authenticator app: enrolled with a first code, removed with a word of what that means. */
export const TotpCard = ({ factors, account, onCodes }: TotpCardProps) => {
  const { isOpen, close, open, begun, refusal } = useEnrolment(account);
  const { totpSince } = factors;
  const finish = (codes: readonly string[]) => {
    close();
    announce("認証アプリを登録しました");
    onCodes(codes);
  };
  return (
    <Card
      title={kinds.totp}
      lead="パスワードのあとに、スマートフォンのアプリに出る6桁の番号を入れます。"
      aside={totpSince === null ? null : <StatusBadge tone="success">登録済み</StatusBadge>}
    >
      {totpSince === null ? (
        <div>
          <Button onClick={() => void open()}>{actions.confirmTotp}</Button>
        </div>
      ) : (
        <>
          <p>{instantText(totpSince)}に登録しました。</p>
          <div>
            <ConfirmAction
              ability
              isDangerous
              variant="secondary"
              label={actions.removeTotp}
              title="認証アプリを外しますか"
              effect={<p>{effects.removeTotp}</p>}
              send={(requestId) => account.removeTotp.mutate({ requestId })}
              onDone={() => announce("認証アプリを外しました")}
            />
          </div>
        </>
      )}
      <Dialog isOpen={isOpen} onOpenChange={close} title="認証アプリの登録" role="alertdialog">
        {refusal === null ? null : (
          <>
            <ErrorText id="totp-refusal">{refusal}</ErrorText>
            <div>
              <Button onClick={close}>閉じる</Button>
            </div>
          </>
        )}
        {refusal === null && begun === null ? <LoadingState lines={2} /> : null}
        {begun === null ? null : <ConfirmForm account={account} begun={begun} onDone={finish} onGivenUp={close} />}
      </Dialog>
    </Card>
  );
};
