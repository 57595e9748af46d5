import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { secondFactorMessages } from "@tsunagari/messages";
import { buttonStyle, Card, LoadingState, NotificationBanner, PageHeader, Stack } from "@tsunagari/ui";
import { useState } from "react";
import { PageTitle, usePortal } from "../frame/portal.tsx";
import { LoadFailure } from "../list/load-failure.tsx";
import { OwnSessionsCard } from "./own-sessions-card.tsx";
import { PasskeyCard } from "./passkey-card.tsx";
import { RecoveryCodesCard, RecoveryCodesDialog } from "./recovery-codes.tsx";
import { useSession } from "../frame/session.tsx";
import { TotpCard } from "./totp-card.tsx";

const { required } = secondFactorMessages;

const Factors = () => {
  const account = usePortal().client.identity;
  // Outside the cards: registering ends every other session and fetches all anew, and the codes must stay on the screen.
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery({
    queryKey: ["identity", "getSecondFactors"],
    queryFn: () => account.getSecondFactors.query({}),
  });
  if (error) return <LoadFailure error={error} refetch={refetch} />;
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

/** One's own ways of signing in, and where one is signed in. */
export const AccountPage = () => {
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
      <Factors />
      <Card title="パスワード" lead="変えると、すべての端末でサインアウトします。">
        <div>
          <Link to="/password" className={buttonStyle()}>
            パスワードを変える
          </Link>
        </div>
      </Card>
      <OwnSessionsCard />
    </Stack>
  );
};
