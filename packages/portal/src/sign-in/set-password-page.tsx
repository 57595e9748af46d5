import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { UseAccountLink } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import {
  buttonStyle,
  Card,
  DescriptionList,
  LoadingState,
  NotificationBanner,
  PageHeader,
  Stack,
  TextField,
} from "@tsunagari/ui";
import { useEffect, useState } from "react";
import { z } from "zod";
import type { AccountByMail } from "../client/common-client.ts";
import { quietly } from "../client/client.ts";
import { instantText } from "../date-text.ts";
import { CommandFormShell } from "../form/command-form-shell.tsx";
import { useCommandForm } from "../form/use-command-form.ts";
import { failureText } from "../client/failure-text.ts";
import { OutsideShell } from "../frame/outside-shell.tsx";
import { PageTitle, usePortal } from "../frame/portal.tsx";
import { wireErrorOf } from "../client/wire-error.ts";

const { fields, hints } = identityMessages;
const ChosenForm = UseAccountLink.pick({ newPassword: true }).extend({ requestId: z.string() });

type Opened = Awaited<ReturnType<AccountByMail["openAccountLink"]["query"]>>;

const signIn = (
  <Link to="/sign-in" className={buttonStyle({ variant: "primary" })}>
    サインインへ進む
  </Link>
);
const askAgain = (
  <Link to="/forgot-password" className={buttonStyle()}>
    再設定のメールを申し込む
  </Link>
);

/**
 * What stands behind `#`, which a browser sends to nobody. It is taken from the address at once, so that it stays neither
 * in the history nor on the screen.
 */
const useToken = (): string => {
  const [token, setToken] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    const take = () => {
      const shown = window.location.hash.slice(1);
      if (shown === "") return;
      setToken(shown);
      window.history.replaceState(window.history.state, "", window.location.pathname);
    };
    take();
    // A newer link opened on this very page changes nothing but what stands behind `#`.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
};

type ChooseProps = {
  readonly token: string;
  readonly opened: Opened;
  readonly onChosen: () => void;
};

const Choose = ({ token, opened, onChosen }: ChooseProps) => {
  const { name, client } = usePortal();
  const form = useCommandForm({
    schema: ChosenForm,
    defaultValues: { newPassword: "" },
    send: ({ newPassword }) => client.identity.useAccountLink.mutate({ token, newPassword }, { context: quietly }),
    onDone: onChosen,
  });
  return (
    <CommandFormShell form={form} submitLabel="このパスワードに決める" pendingLabel="決めています…">
      <Card>
        <Stack>
          <DescriptionList
            items={[
              { term: "市", detail: opened.cityName },
              { term: fields.portal, detail: name },
              { term: fields.mail, detail: opened.mail },
              { term: "リンクの期限", detail: instantText(opened.expiresAt) },
            ]}
          />
          {/* Password managers keep the new password under this name. */}
          <input type="text" name="username" autoComplete="username" value={opened.mail} readOnly hidden />
          <TextField
            {...form.field("newPassword", fields.newPassword)}
            type="password"
            autoComplete="new-password"
            requirement="required"
            support={hints.newPassword}
          />
        </Stack>
      </Card>
    </CommandFormShell>
  );
};

const LinkState = ({ token }: { readonly token: string }) => {
  const { identity } = usePortal().client;
  const [isChosen, setIsChosen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["account-link", token],
    queryFn: () => identity.openAccountLink.query({ token }),
    enabled: token !== "",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (isChosen) {
    return (
      <NotificationBanner tone="success" title="パスワードを決めました" actions={signIn}>
        決めたパスワードで、サインインしてください。
      </NotificationBanner>
    );
  }
  if (token === "") {
    return (
      <NotificationBanner tone="warning" title="メールのリンクを、もう一度開いてください" actions={askAgain}>
        このページを読み込み直したか、リンクの一部が欠けています。リンクが2行に分かれているときは、つなげて開いてください。
      </NotificationBanner>
    );
  }
  if (error) {
    return (
      <NotificationBanner tone="error" title={failureText(wireErrorOf(error))} actions={askAgain}>
        招待のリンクが使えないときは、市の担当に、送り直しを頼んでください。
      </NotificationBanner>
    );
  }
  if (data === undefined) return <LoadingState lines={4} />;
  return <Choose token={token} opened={data} onChosen={() => setIsChosen(true)} />;
};

/** Choosing a password with a link from a mail: opening the page uses nothing up, sending the form does, once. */
export const SetPasswordPage = () => {
  const token = useToken();
  return (
    <OutsideShell>
      <Stack>
        <PageTitle>パスワードを決める</PageTitle>
        <PageHeader
          title="パスワードを決める"
          lead="これから使うパスワードを、自分で決めます。ほかの人には見られません。"
        />
        <LinkState key={token} token={token} />
      </Stack>
    </OutsideShell>
  );
};
