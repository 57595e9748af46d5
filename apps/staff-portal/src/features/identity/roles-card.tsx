import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { addDays } from "@tsunagari/domain/kernel";
import { identityMessages } from "@tsunagari/messages";
import { AbilityLink, announce, ConfirmAction, eraDateText } from "@tsunagari/portal";
import { Card, Disclosure, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { labelsOptions, type Labels, type User, type UserRole } from "./queries.ts";
import { roleName, scopeName } from "./role-names.ts";

const { actions, effects } = identityMessages;

const periodOf = ({ sinceOn, untilOn }: UserRole): string => {
  if (untilOn === null) return `${eraDateText(sinceOn)}から`;
  if (untilOn <= sinceOn) return `${eraDateText(sinceOn)}からの予定でしたが、その日までに取りやめました`;
  return `${eraDateText(sinceOn)}から${eraDateText(addDays(untilOn, -1))}まで`;
};

type RoleItemProps = { readonly user: User; readonly role: UserRole; readonly labels: Labels };

const RoleItem = ({ user, role, labels }: RoleItemProps) => {
  const name = roleName(labels, role.code);
  const isOver = role.canBeEnded !== true;
  return (
    <li className="flex flex-col gap-2 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0 sm:flex-row sm:items-start sm:justify-between sm:gap-6">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-std-17B-170">{name}</h3>
          {isOver ? null : (
            <StatusBadge tone={role.isInForce ? "success" : "info"}>{role.isInForce ? "有効" : "開始前"}</StatusBadge>
          )}
        </div>
        <p>{scopeName(role)}</p>
        <p className="text-solid-gray-700">{periodOf(role)}</p>
      </div>
      {isOver ? null : (
        <ConfirmAction
          ability={user.abilities.endRole}
          label={actions.endRole}
          variant="text"
          isDangerous
          title={`${user.name}さんの「${name}」を終えますか`}
          effect={effects.endRole}
          send={(requestId) =>
            client.identity.endRole.mutate({
              requestId,
              userId: user.id,
              assignmentId: role.id,
              version: role.version,
            })
          }
          onDone={() => announce("役割を終えました")}
        />
      )}
    </li>
  );
};

const RoleList = ({ user, roles }: { readonly user: User; readonly roles: readonly UserRole[] }) => {
  const { data } = useSuspenseQuery(labelsOptions);
  return (
    <ul className="flex flex-col gap-4">
      {roles.map((role) => (
        <RoleItem key={role.id} user={user} role={role} labels={data.labels} />
      ))}
    </ul>
  );
};

/** The roles with scope and dates: those that count or will count, and behind a fold those that are over. */
export const RolesCard = ({ user }: { readonly user: User }) => {
  const open = user.roles.filter((role) => role.canBeEnded === true);
  const over = user.roles.filter((role) => role.canBeEnded !== true);
  return (
    <Card
      title={identityMessages.fields.code}
      lead="できることは、役割・範囲・期間で決まります。範囲の違う役割は、合わさりません。"
      aside={
        <AbilityLink
          ability={user.abilities.assignRole}
          label={actions.assignRole}
          size="small"
          link={(props) => <Link to="/users/$userId/role" params={{ userId: user.id }} {...props} />}
        />
      }
    >
      {open.length === 0 ? (
        <p>役割がないため、サインインしても何も見られません。</p>
      ) : (
        <RoleList user={user} roles={open} />
      )}
      {over.length === 0 ? null : (
        <Disclosure summary={`終わった役割（${over.length}件）`}>
          <RoleList user={user} roles={over} />
        </Disclosure>
      )}
    </Card>
  );
};
