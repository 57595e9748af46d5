import { useQuery } from "@tanstack/react-query";
import { secondFactorMessages } from "@tsunagari/messages";
import { Button, Card, LoadingState, NotificationBanner, PageHeader, Stack } from "@tsunagari/ui";
import { useState, type ReactNode } from "react";
import { failureText } from "./failure-text.ts";
import type { OwnAccount } from "./own-account.ts";
import { PageTitle } from "./page-title.tsx";
import { PasskeyCard } from "./passkey-card.tsx";
import { RecoveryCodesCard, RecoveryCodesDialog } from "./recovery-codes.tsx";
import { useSession } from "./session.tsx";
import { TotpCard } from "./totp-card.tsx";
import { wireErrorOf } from "./wire-error.ts";

const { required } = secondFactorMessages;

export type AccountPanelProps = {
  readonly account: OwnAccount;
  /** A link to the page that changes the password. */
  readonly passwordLink: ReactNode;
  /** What else concerns signing in: the devices one is signed in on. */
  readonly children?: ReactNode;
};

const Factors = ({ account }: Pick<AccountPanelProps, "account">) => {
  // Outside the cards: registering ends every other session and fetches all anew, and the codes must stay on the screen.
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery({
    queryKey: ["identity", "getSecondFactors"],
    queryFn: () => account.getSecondFactors.query({}),
  });
  if (error) {
    return (
      <NotificationBanner
        tone="error"
        title={failureText(wireErrorOf(error))}
        actions={<Button onClick={() => void refetch()}>もう一度読み込む</Button>}
      />
    );
  }
  if (data === undefined) return <LoadingState lines={3} />;
  const shared = { factors: data, account, onCodes: setCodes };
  return (
    <>
      <PasskeyCard {...shared} />
      <TotpCard {...shared} />
      <RecoveryCodesCard {...shared} />
      <RecoveryCodesDialog codes={codes} onClose={() => setCodes([])} />
    </>
  );
};

/** One's own ways of signing in; the same in both portals. */
export const AccountPanel = ({ account, passwordLink, children }: AccountPanelProps) => {
  const { mustEnroll } = useSession();
  return (
    <Stack>
      <PageTitle>サインインとセキュリティ</PageTitle>
      <PageHeader
        title="サインインとセキュリティ"
        lead="パスワードのほかに、本人であることを確かめる方法を登録できます。二つ目の方法があると、パスワードを知られても入られません。"
      />
      {mustEnroll ? (
        <NotificationBanner tone="info" title={required.title}>
          {required.text}
        </NotificationBanner>
      ) : null}
      <Factors account={account} />
      <Card title="パスワード" lead="変えると、すべての端末でサインアウトします。">
        <div>{passwordLink}</div>
      </Card>
      {children}
    </Stack>
  );
};
