import { useNavigate } from "@tanstack/react-router";
import { ReturnActivity } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, FormDialog } from "@tsunagari/portal";
import { Card, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Activity } from "./queries.ts";

const { actions, otherFields, decisionEffects } = activityMessages;

/** Approve, or give back with a reason. */
export const DecisionCard = ({ activity }: { readonly activity: Activity }) => {
  const navigate = useNavigate();
  const leave = () => navigate({ to: "/approvals" });
  const isChange = activity.published !== null;
  return (
    <Card title="この申込みをどうしますか">
      <div className="flex flex-col items-stretch gap-4">
        <ConfirmAction
          ability={activity.abilities.approve}
          label={actions.approve}
          title={isChange ? "この変更の公開を認めますか" : "この活動の公開を認めますか"}
          effect={isChange ? decisionEffects.approveChange : decisionEffects.approve}
          send={(requestId) =>
            client.activity.approve.mutate({ requestId, activityId: activity.id, version: activity.version })
          }
          onDone={async () => {
            announce("公開を認めました。公開ページに反映されています。");
            await leave();
          }}
        />
        <FormDialog
          ability={activity.abilities.return}
          label={actions.return}
          title="直しをお願いする内容"
          effect={isChange ? decisionEffects.returnChange : decisionEffects.return}
          schema={ReturnActivity}
          defaultValues={{ activityId: activity.id, version: activity.version, reason: "" }}
          send={(input) => client.activity.return.mutate(input)}
          draft={{ api: drafts, form: "activityReturn", subject: activity.id }}
          submitLabel={actions.return}
          done="直しをお願いしました。団体にお知らせが届きます。"
          onDone={leave}
        >
          {(form) => (
            <TextArea
              {...form.field("reason", otherFields.reason)}
              requirement="required"
              limit={500}
              support="団体の担当者がそのまま読みます。どこを、どう直せばよいかを書いてください。"
            />
          )}
        </FormDialog>
      </div>
    </Card>
  );
};
