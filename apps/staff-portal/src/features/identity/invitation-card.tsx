import { identityMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, instantText } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { User } from "./queries.ts";

const { actions, effects } = identityMessages;

const stateText = ({ access, invitedUntil }: User): string => {
  if (invitedUntil === null) return "招待のメールは、送られていないか、取り消されています。";
  return access === "invitationExpired"
    ? `リンクの期限（${instantText(invitedUntil)}）が過ぎました。本人は、まだパスワードを決めていません。`
    : `本人がパスワードを決めるのを待っています。リンクは${instantText(invitedUntil)}まで使えます。`;
};

/** The invitation of somebody who has not chosen a password yet: sent again with a new link, or taken back. */
export const InvitationCard = ({ user }: { readonly user: User }) => {
  const target = { userId: user.id, version: user.version };
  return (
    <Card title="招待">
      <p>{stateText(user)}</p>
      <ConfirmAction
        ability={user.abilities.resendInvitation}
        label={user.invitedUntil === null ? "招待メールを送る" : actions.resendInvitation}
        variant="secondary"
        title={`${user.name}さんに招待メールを送りますか`}
        effect={effects.resendInvitation}
        send={(requestId) => client.identity.resendInvitation.mutate({ ...target, requestId })}
        onDone={() => announce(`${user.name}さんへの招待メールを用意しました`)}
      />
      {user.invitedUntil === null ? null : (
        <ConfirmAction
          ability={user.abilities.cancelInvitation}
          label={actions.cancelInvitation}
          variant="text"
          isDangerous
          title={`${user.name}さんの招待を取り消しますか`}
          effect={effects.cancelInvitation}
          send={(requestId) => client.identity.cancelInvitation.mutate({ ...target, requestId })}
          onDone={() => announce(`${user.name}さんの招待を取り消しました`)}
        />
      )}
    </Card>
  );
};
