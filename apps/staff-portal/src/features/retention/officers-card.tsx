import { NameRetentionOfficer } from "@tsunagari/domain/retention";
import { retentionMessages } from "@tsunagari/messages";
import { AbilityButton, announce, ConfirmAction, dateText, FormDialog } from "@tsunagari/portal";
import { Card, NotificationBanner, Select } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { RetentionOfficers } from "./queries.ts";

const { actions, fields } = retentionMessages;

type Props = { readonly data: RetentionOfficers };
type Staff = { readonly name: string | null; readonly departmentName: string | null };

const staffText = ({ name, departmentName }: Staff): string =>
  [name ?? "退職・異動した人", departmentName]
    .filter(Boolean)
    .join("（")
    .concat(departmentName === null ? "" : "）");

const NameDialog = ({ data }: Props) => {
  if (data.abilities.nameOfficer !== true || data.candidates.length === 0) {
    const why = data.abilities.nameOfficer === true ? "retention.not_a_section_officer" : data.abilities.nameOfficer;
    return (
      <AbilityButton ability={why} size="small">
        {actions.nameOfficer}
      </AbilityButton>
    );
  }
  return (
    <FormDialog
      ability
      label={actions.nameOfficer}
      size="small"
      title="消去の責任者にするのは、だれですか"
      effect={<p>今日から、消去や延期を決められるようになります。ケースの中身が見えるようにはなりません。</p>}
      schema={NameRetentionOfficer}
      defaultValues={{ userId: "" }}
      send={(input) => client.retention.nameOfficer.mutate(input)}
      submitLabel={actions.nameOfficer}
      done="責任者を決めました"
    >
      {(form) => (
        <Select
          {...form.field("userId", fields.userId)}
          requirement="required"
          emptyLabel="選んでください"
          width="full"
          options={data.candidates.map((one) => ({ value: one.userId, label: staffText(one) }))}
        />
      )}
    </FormDialog>
  );
};

const Officer = ({ officer, data }: Props & { readonly officer: RetentionOfficers["officers"][number] }) => (
  <li className="flex flex-col items-start gap-2 border-t border-solid-gray-200 pt-3">
    <span className="text-std-16B-170">{staffText(officer)}</span>
    <span className="text-solid-gray-700">{dateText(officer.sinceOn)}から</span>
    {officer.hasRole ? null : <span>「課の担当者」の役割が終わっているため、今は決められません。</span>}
    {data.abilities.endOfficer === true ? (
      <div className="print:hidden">
        <ConfirmAction
          ability
          label={actions.endOfficer}
          variant="secondary"
          title={`${officer.name ?? "この人"}さんを、責任者から外しますか`}
          effect="今日から、消去や延期を決められなくなります。すでに決めたことは、そのまま残ります。"
          send={(requestId) =>
            client.retention.endOfficer.mutate({
              requestId,
              retentionOfficerId: officer.id,
              version: officer.version,
            })
          }
          onDone={() => announce("責任者から外しました")}
        />
      </div>
    ) : null}
  </li>
);

/** Who decides, and for the administrator the way to name somebody. */
export const OfficersCard = ({ data }: Props) => (
  <Card title="消去の責任者" lead="消去や延期を決める職員です。管理者が、「課の担当者」の中から決めます。">
    {data.officers.length === 0 ? (
      <NotificationBanner tone="warning" title="責任者が決まっていません">
        決まるまで、どの記録も消去されません。
      </NotificationBanner>
    ) : (
      <ul className="flex flex-col gap-3">
        {data.officers.map((officer) => (
          <Officer key={officer.id} officer={officer} data={data} />
        ))}
      </ul>
    )}
    <div className="print:hidden">
      <NameDialog data={data} />
    </div>
  </Card>
);
