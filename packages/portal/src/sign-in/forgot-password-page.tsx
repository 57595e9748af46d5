import { Link } from "@tanstack/react-router";
import { RequestPasswordReset } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { buttonStyle, Card, NotificationBanner, PageHeader, Stack, TextField } from "@tsunagari/ui";
import { useState } from "react";
import { z } from "zod";
import { quietly } from "../client/client.ts";
import { CommandFormShell } from "../form/command-form-shell.tsx";
import { useCommandForm } from "../form/use-command-form.ts";
import { OutsideShell } from "../frame/outside-shell.tsx";
import { PageTitle, usePortal } from "../frame/portal.tsx";

const ResetForm = RequestPasswordReset.extend({ requestId: z.string() });

const backToSignIn = (
  <Link to="/sign-in" className={buttonStyle({ variant: "text", size: "large" })}>
    サインインへ戻る
  </Link>
);

const Ask = ({ onAsked }: { readonly onAsked: (mail: string) => void }) => {
  const { identity } = usePortal().client;
  const form = useCommandForm({
    schema: ResetForm,
    defaultValues: { mail: "" },
    send: ({ mail }) => identity.requestPasswordReset.mutate({ mail }, { context: quietly }),
    onDone: (_done, { mail }) => onAsked(mail),
  });
  return (
    <CommandFormShell form={form} submitLabel="再設定のメールを送る" pendingLabel="送っています…" cancel={backToSignIn}>
      <Card>
        <TextField
          {...form.field("mail", identityMessages.fields.mail)}
          type="email"
          inputMode="email"
          autoComplete="username"
          width="full"
          requirement="required"
          support="サインインに使っているメールアドレスを入力してください。"
        />
      </Card>
    </CommandFormShell>
  );
};

/** Asks for a link by mail. What it says next is the same whether there is such an account or not (threat 18). */
export const ForgotPasswordPage = () => {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <OutsideShell>
      <Stack>
        <PageTitle>パスワードの再設定</PageTitle>
        <PageHeader
          title="パスワードの再設定"
          lead="登録してあるメールアドレスに、新しいパスワードを決めるためのリンクを送ります。"
        />
        {asked === null ? (
          <Ask onAsked={setAsked} />
        ) : (
          <>
            <NotificationBanner tone="success" title="申し込みを受け付けました">
              {asked} が登録されていれば、まもなくメールが届きます。30分以内に、メールのリンクを開いてください。
            </NotificationBanner>
            <Card title="メールが届かないとき">
              <ul className="list-disc pl-6">
                <li>迷惑メールの中も確かめてください。</li>
                <li>
                  メールアドレスが違っていないか確かめて、もう一度申し込んでください。申し込めるのは、1時間に3回までです。
                </li>
                <li>メールを使えない方や、招待のリンクの期限が過ぎた方は、市の担当にお知らせください。</li>
              </ul>
            </Card>
            <div>{backToSignIn}</div>
          </>
        )}
      </Stack>
    </OutsideShell>
  );
};
