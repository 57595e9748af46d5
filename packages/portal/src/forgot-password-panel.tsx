import { RequestPasswordReset } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { Card, NotificationBanner, PageHeader, Stack, TextField } from "@tsunagari/ui";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import type { AccountByMail } from "./account-client.ts";
import { quietly } from "./client.ts";
import { CommandFormShell } from "./form/command-form-shell.tsx";
import { useCommandForm } from "./form/use-command-form.ts";
import { PageTitle } from "./page-title.tsx";

const ResetForm = RequestPasswordReset.extend({ requestId: z.string() });

export type ForgotPasswordPanelProps = {
  readonly account: AccountByMail;
  /** The way back to the sign-in page. */
  readonly back: ReactNode;
};

type AskProps = ForgotPasswordPanelProps & { readonly onAsked: (mail: string) => void };

const Ask = ({ account, back, onAsked }: AskProps) => {
  const form = useCommandForm({
    schema: ResetForm,
    defaultValues: { mail: "" },
    send: ({ mail }) => account.requestPasswordReset.mutate({ mail }, { context: quietly }),
    onDone: (_done, { mail }) => onAsked(mail),
  });
  return (
    <CommandFormShell form={form} submitLabel="再設定のメールを送る" pendingLabel="送っています…" cancel={back}>
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
export const ForgotPasswordPanel = ({ account, back }: ForgotPasswordPanelProps) => {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Stack>
      <PageTitle>パスワードの再設定</PageTitle>
      <PageHeader
        title="パスワードの再設定"
        lead="登録してあるメールアドレスに、新しいパスワードを決めるためのリンクを送ります。"
      />
      {asked === null ? (
        <Ask account={account} back={back} onAsked={setAsked} />
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
          <div>{back}</div>
        </>
      )}
    </Stack>
  );
};
