import { useQuery } from "@tanstack/react-query";
import { identityMessages } from "@tsunagari/messages";
import { Card, LoadingState, StatusBadge } from "@tsunagari/ui";
import type { OwnSession } from "../client/common-client.ts";
import { ConfirmAction } from "../form/confirm-action.tsx";
import { instantText } from "../date-text.ts";
import { announce } from "../frame/flash.tsx";
import { usePortal } from "../frame/portal.tsx";
import { LoadFailure } from "../list/load-failure.tsx";

const { browsers, systems, effects } = identityMessages;

const SessionItem = ({ session }: { readonly session: OwnSession }) => {
  const { identity } = usePortal().client;
  const name = `${systems[session.system]}の${browsers[session.family]}`;
  return (
    <li className="flex flex-col gap-2 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0 sm:flex-row sm:items-start sm:justify-between sm:gap-6">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-std-17B-170">{name}</h3>
          {session.isCurrent ? <StatusBadge tone="success">この端末</StatusBadge> : null}
        </div>
        <p>サインイン：{instantText(session.signedInAt)}</p>
        <p className="text-solid-gray-700">最後の操作：{instantText(session.lastSeenAt)}</p>
      </div>
      {session.isCurrent ? null : (
        <ConfirmAction
          ability={true}
          label="サインアウトさせる"
          variant="text"
          isDangerous
          title={`${name}をサインアウトさせますか`}
          effect={effects.endOwnSession}
          send={(requestId) => identity.endOwnSession.mutate({ requestId, sessionId: session.id })}
          onDone={() => announce(`${name}をサインアウトさせました`)}
        />
      )}
    </li>
  );
};

const SessionList = () => {
  const { identity } = usePortal().client;
  const { data, error, refetch } = useQuery({
    queryKey: ["identity", "listOwnSessions"],
    queryFn: () => identity.listOwnSessions.query({}),
  });
  if (error) return <LoadFailure error={error} refetch={refetch} />;
  if (data === undefined) return <LoadingState lines={3} />;
  const others = data.sessions.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      <ul className="flex flex-col gap-4">
        {data.sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ul>
      {others.length === 0 ? (
        <p>ほかの端末では、サインインしていません。</p>
      ) : (
        <ConfirmAction
          ability={true}
          label="ほかの端末をすべてサインアウト"
          variant="secondary"
          isDangerous
          title={`ほかの${others.length}台をすべてサインアウトさせますか`}
          confirmLabel="すべてサインアウトさせる"
          effect={effects.endOtherSessions}
          send={(requestId) => identity.endOtherSessions.mutate({ requestId })}
          onDone={() => announce("ほかの端末をすべてサインアウトさせました")}
        />
      )}
    </>
  );
};

/** Where one is signed in, to be ended from here where it is not oneself. */
export const OwnSessionsCard = () => (
  <Card
    title="サインイン中の端末"
    lead="同時にサインインできるのは3台までです。4台目でサインインすると、一番古いものがサインアウトします。心当たりのない端末があるときは、サインアウトさせて、パスワードを変えてください。"
  >
    <SessionList />
  </Card>
);
