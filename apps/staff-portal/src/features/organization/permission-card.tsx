import { Link } from "@tanstack/react-router";
import { RevokeReferralPermission } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import { AbilityLink, eraDateText, FormDialog, useSession, type Ability } from "@tsunagari/portal";
import { Card, DescriptionList, StatusBadge, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { eraPeriodText, permissionTones } from "./looks.ts";
import type { Organization, Permission } from "./queries.ts";

const { fields, actions, effects } = organizationMessages;

const RevokeDialog = ({ permission, ability }: { readonly permission: Permission; readonly ability: Ability }) => (
  <FormDialog
    ability={ability}
    label="許可を取り消す"
    title="つなぎの受入許可を取り消しますか"
    effect={effects.revokeReferralPermission}
    schema={RevokeReferralPermission}
    defaultValues={{ permissionId: permission.id, version: permission.version, reason: "" }}
    send={(input) => client.organization.revokeReferralPermission.mutate(input)}
    draft={{ api: drafts, form: "permissionRevocation", subject: permission.id }}
    submitLabel={actions.revokeReferralPermission}
    isDangerous
    done="つなぎの受入許可を取り消しました"
  >
    {(form) => (
      <TextField
        {...form.field("reason", fields.reason)}
        requirement="required"
        width="full"
        support="市の記録に残ります。団体にも伝えられる言葉で書いてください。"
      />
    )}
  </FormDialog>
);

const items = (permission: Permission) => [
  { term: "期間", detail: eraPeriodText(permission) },
  { term: "協定", detail: permission.agreementVersion },
  { term: fields.agreementSignedOn, detail: eraDateText(permission.agreementSignedOn) },
  { term: "締結した人", detail: permission.signedByTitle },
];

/** Whether the organization may receive referrals, under which agreement, and the way to grant or revoke it (D-14). */
export const PermissionCard = ({ organization }: { readonly organization: Organization }) => {
  const { today } = useSession();
  const { abilities, permissionState } = organization;
  const open = organization.permissions.filter((row) => row.untilOn === null || row.untilOn > today);
  return (
    <Card
      title="つなぎの受入許可"
      id="permission"
      lead="団体の登録やプラットフォームへの参加とは、別の許可です。許可の期間だけ、この団体の活動につなぎを送れます。"
    >
      <div>
        <StatusBadge tone={permissionTones[permissionState]}>
          {organizationMessages.permissionShort[permissionState]}
        </StatusBadge>
      </div>
      {open.map((permission) => (
        <div key={permission.id} className="flex flex-col gap-3 border-t border-solid-gray-200 pt-3">
          <DescriptionList isDense items={items(permission)} />
          <RevokeDialog permission={permission} ability={abilities.revokeReferralPermission} />
        </div>
      ))}
      {open.length === 0 ? (
        <AbilityLink
          ability={abilities.grantReferralPermission}
          label={actions.grantReferralPermission}
          link={(props) => (
            <Link
              to="/organizations/$organizationId/permission"
              params={{ organizationId: organization.id }}
              {...props}
            />
          )}
        />
      ) : null}
    </Card>
  );
};

/** Every permission there was, the newest first. */
export const PermissionHistoryCard = ({ organization }: { readonly organization: Organization }) =>
  organization.permissions.length === 0 ? null : (
    <Card title="受入許可の履歴" id="permission-history">
      <ol className="flex flex-col gap-5">
        {organization.permissions.map((permission) => (
          <li key={permission.id} className="border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
            <div className="mb-1">
              <StatusBadge tone={permission.isInForce ? "success" : "quiet"}>
                {permission.isInForce ? "有効" : "今は有効でない"}
              </StatusBadge>
            </div>
            <DescriptionList
              isDense
              items={[
                ...items(permission),
                ...(permission.endReason === null ? [] : [{ term: "取り消した理由", detail: permission.endReason }]),
              ]}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
