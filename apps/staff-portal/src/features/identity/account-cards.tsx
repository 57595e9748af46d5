import { identityMessages, secondFactorMessages } from "@tsunagari/messages";
import { announce, ConfirmAction } from "@tsunagari/portal";
import { Button, Card, Dialog } from "@tsunagari/ui";
import { useState } from "react";
import { client } from "../../client.ts";
import { OneTimePassword } from "./one-time-password.tsx";
import type { User } from "./queries.ts";

const { actions, effects } = identityMessages;

const passwordText = ({ access, mustChangePassword }: User): string => {
  if (mustChangePassword) return "渡されたパスワードのままです。本人がまだ変えていません。";
  if (access === "inUse")
    return "本人が決めたパスワードを使っています。忘れたときは、本人がサインインの画面から再設定できます。";
  return "パスワードは、まだありません。メールを使えない人には、ここで発行して紙などで渡せます。";
};

/** A new password for who has forgotten his; it is shown once, in a dialog that no press beside it closes. */
export const PasswordCard = ({ user }: { readonly user: User }) => {
  const [issued, setIssued] = useState<{ readonly password: string | null } | null>(null);
  const close = () => setIssued(null);
  return (
    <Card title="パスワード">
      <p>{passwordText(user)}</p>
      <ConfirmAction
        ability={user.abilities.issuePassword}
        label={actions.issuePassword}
        variant="secondary"
        title={`${user.name}さんのパスワードを発行し直しますか`}
        effect={effects.issuePassword}
        send={(requestId) =>
          client.identity.issuePassword.mutate({ requestId, userId: user.id, version: user.version })
        }
        onDone={({ oneTimePassword }) => setIssued({ password: oneTimePassword })}
      />
      <Dialog
        isOpen={issued !== null}
        onOpenChange={close}
        role="alertdialog"
        title="新しいパスワード"
        actions={
          <Button variant="primary" onClick={close}>
            本人に渡したので閉じる
          </Button>
        }
      >
        <OneTimePassword name={user.name} password={issued?.password ?? null} />
      </Dialog>
    </Card>
  );
};

/** For who has lost app, device and codes: he is looked at first, then all of them are taken off. */
export const SecondFactorCard = ({ user }: { readonly user: User }) => (
  <Card title="二段階の確認">
    <p>
      {user.hasSecondFactor
        ? "認証アプリかパスキーを登録しています。"
        : "パスワードだけでサインインしています。登録は、本人が「サインインとセキュリティ」でします。"}
    </p>
    {user.hasSecondFactor ? (
      <ConfirmAction
        ability={user.resetSecondFactors}
        label={actions.resetSecondFactors}
        variant="secondary"
        isDangerous
        title={`${user.name}さんの二段階の確認を取り消しますか`}
        effect={secondFactorMessages.effects.resetSecondFactors}
        send={(requestId) =>
          client.identity.resetSecondFactors.mutate({ requestId, userId: user.id, version: user.version })
        }
        onDone={() => announce(`${user.name}さんの二段階の確認を取り消しました`)}
      />
    ) : null}
  </Card>
);

/** Stopping and opening an account, with the effect in words. */
export const StatusCard = ({ user }: { readonly user: User }) => {
  const target = { userId: user.id, version: user.version };
  return (
    <Card title="利用の状態">
      {user.status === "active" ? (
        <ConfirmAction
          ability={user.abilities.deactivateUser}
          label={actions.deactivateUser}
          variant="secondary"
          isDangerous
          title={`${user.name}さんの利用を止めますか`}
          effect={effects.deactivateUser}
          send={(requestId) => client.identity.deactivateUser.mutate({ ...target, requestId })}
          onDone={() => announce(`${user.name}さんの利用を止めました`)}
        />
      ) : (
        <>
          <p>利用を止めているため、サインインできません。</p>
          <ConfirmAction
            ability={user.abilities.reactivateUser}
            label={actions.reactivateUser}
            title={`${user.name}さんの利用を再開しますか`}
            effect={effects.reactivateUser}
            send={(requestId) => client.identity.reactivateUser.mutate({ ...target, requestId })}
            onDone={() => announce(`${user.name}さんの利用を再開しました`)}
          />
        </>
      )}
    </Card>
  );
};
