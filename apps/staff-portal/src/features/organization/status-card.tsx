import { organizationMessages } from "@tsunagari/messages";
import { announce, ConfirmAction } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { Organization } from "./queries.ts";

const { actions, effects } = organizationMessages;

/** Suspending, resuming and closing: what it does is said before. */
export const StatusCard = ({ organization }: { readonly organization: Organization }) => {
  const { id: organizationId, version, abilities, name, status } = organization;
  const target = { organizationId, version };
  return (
    <Card title="登録の状態" id="status">
      {status === "closed" ? <p>この団体の登録は終わっています。</p> : null}
      {status === "active" ? (
        <ConfirmAction
          ability={abilities.suspend}
          label={actions.suspend}
          variant="secondary"
          isDangerous
          title={`「${name}」を一時停止しますか`}
          effect={effects.suspend}
          send={(requestId) => client.organization.suspend.mutate({ ...target, requestId })}
          onDone={() => announce("団体を一時停止しました")}
        />
      ) : null}
      {status === "suspended" ? (
        <ConfirmAction
          ability={abilities.resume}
          label={actions.resume}
          title={`「${name}」を再開しますか`}
          effect={effects.resume}
          send={(requestId) => client.organization.resume.mutate({ ...target, requestId })}
          onDone={() => announce("団体を再開しました")}
        />
      ) : null}
      {status === "closed" ? null : (
        <ConfirmAction
          ability={abilities.close}
          label={actions.close}
          variant="text"
          isDangerous
          title={`「${name}」の登録を終了しますか`}
          effect={effects.close}
          send={(requestId) => client.organization.close.mutate({ ...target, requestId })}
          onDone={() => announce("団体の登録を終了しました")}
        />
      )}
    </Card>
  );
};
