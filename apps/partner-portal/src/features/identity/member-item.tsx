import { identityMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, dateText, instantText } from "@tsunagari/portal";
import { StatusBadge, type StatusTone } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { GiveRoleDialog } from "./give-role-dialog.tsx";
import type { Member, MemberRoleChoice } from "./queries.ts";

const { accessStates, actions, effects } = identityMessages;

const tones: Readonly<Record<Member["access"], StatusTone>> = {
  deactivated: "quiet",
  inUse: "success",
  handedOver: "info",
  invited: "info",
  invitationExpired: "warning",
  notInvited: "warning",
};

type Shown = { readonly member: Member; readonly roles: readonly MemberRoleChoice[] };

const invitationText = ({ access, invitedUntil }: Member): string | null => {
  if (access === "notInvited") return "招待は取り消されています。";
  if (invitedUntil === null) return null;
  return access === "invitationExpired"
    ? `リンクの期限（${instantText(invitedUntil)}）が過ぎました。送り直してください。`
    : `リンクは${instantText(invitedUntil)}まで使えます。`;
};

const RoleList = ({ member, roles }: Shown) =>
  member.roles.length === 0 ? (
    <p className="text-solid-gray-700">役割がありません。サインインしても、団体の仕事はできません。</p>
  ) : (
    <ul aria-label={`${member.name}さんの役割`} className="flex flex-col gap-1">
      {member.roles.map((role) => {
        const label = roles.find(({ code }) => code === role.code)?.label ?? role.code;
        return (
          <li key={role.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>
              {label}
              <span className="text-solid-gray-700">（{dateText(role.sinceOn)}から）</span>
            </span>
            {member.isMe || member.access === "deactivated" ? null : (
              <ConfirmAction
                ability={member.abilities.endRole}
                label="この役割を終える"
                variant="text"
                isDangerous
                title={`${member.name}さんの「${label}」を終えますか`}
                effect={effects.endMemberRole}
                send={(requestId) =>
                  client.identity.endRole.mutate({
                    requestId,
                    userId: member.id,
                    assignmentId: role.id,
                    version: role.version,
                  })
                }
                onDone={() => announce("役割を終えました")}
              />
            )}
          </li>
        );
      })}
    </ul>
  );

const InvitationActs = ({ member }: { readonly member: Member }) => {
  const target = { userId: member.id, version: member.version };
  return (
    <>
      <ConfirmAction
        ability={member.abilities.resendInvitation}
        label={member.invitedUntil === null ? "招待メールを送る" : actions.resendInvitation}
        variant="secondary"
        title={`${member.name}さんに招待メールを送りますか`}
        effect={effects.resendInvitation}
        send={(requestId) => client.identity.resendInvitation.mutate({ ...target, requestId })}
        onDone={() => announce(`${member.name}さんへの招待メールを用意しました`)}
      />
      {member.invitedUntil === null ? null : (
        <ConfirmAction
          ability={member.abilities.cancelInvitation}
          label={actions.cancelInvitation}
          variant="text"
          isDangerous
          title={`${member.name}さんの招待を取り消しますか`}
          effect={effects.cancelInvitation}
          send={(requestId) => client.identity.cancelInvitation.mutate({ ...target, requestId })}
          onDone={() => announce(`${member.name}さんの招待を取り消しました`)}
        />
      )}
    </>
  );
};

const Acts = ({ member, roles }: Shown) => {
  const isWaiting = member.access !== "inUse" && member.access !== "handedOver";
  return (
    <div className="flex flex-wrap gap-3">
      {isWaiting ? <InvitationActs member={member} /> : null}
      <GiveRoleDialog member={member} roles={roles} />
      <ConfirmAction
        ability={member.abilities.deactivateUser}
        label={actions.deactivateUser}
        variant="text"
        isDangerous
        title={`${member.name}さんの利用を止めますか`}
        effect={effects.deactivateMember}
        send={(requestId) =>
          client.identity.deactivateUser.mutate({ requestId, userId: member.id, version: member.version })
        }
        onDone={() => announce(`${member.name}さんの利用を止めました`)}
      />
    </div>
  );
};

/** One person: roles, how far the account has come, and what an owner can do. Of himself an owner changes nothing here. */
export const MemberItem = ({ member, roles }: Shown) => {
  const invitation = invitationText(member);
  return (
    <li className="flex flex-col gap-3 border-t border-solid-gray-200 pt-5 first:border-t-0 first:pt-0">
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-std-17B-170 break-words">
            {member.name}
            {member.isMe ? "（自分）" : null}
          </h3>
          <StatusBadge tone={tones[member.access]}>{accessStates[member.access]}</StatusBadge>
        </div>
        <p className="break-all text-solid-gray-700">{member.mail}</p>
        {invitation === null ? null : <p>{invitation}</p>}
      </div>
      <RoleList member={member} roles={roles} />
      {member.isMe ? (
        <p className="text-solid-gray-700">
          自分の役割や利用は、自分では変えられません。市の担当者にお知らせください。
        </p>
      ) : null}
      {member.isMe || member.access === "deactivated" ? null : <Acts member={member} roles={roles} />}
    </li>
  );
};
