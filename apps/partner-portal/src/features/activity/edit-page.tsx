import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { announce, PageTitle, unavailableReason, useCommandForm, useSession, ScreenHelp } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, NotificationBanner, PageHeader, Stack } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { amendInputOf, amendSchema, contentDefaults, type EditorValues } from "./editor-values.ts";
import { Editor, type PlaceDialogOf } from "./editor.tsx";
import { activityOptions, organizationOptions, type Activity, type Content } from "./queries.ts";
import { titleOf } from "./state-card.tsx";

type EditorPageProps = { readonly activity: Activity; readonly placeDialog: PlaceDialogOf };

const Notes = ({ activity }: Pick<EditorPageProps, "activity">) => (
  <>
    {activity.working?.status === "returned" ? (
      <NotificationBanner tone="warning" title="市からの、直しのお願い">
        <p className="whitespace-pre-line">{activity.working.returnReason}</p>
      </NotificationBanner>
    ) : null}
    {activity.published === null ? null : (
      <NotificationBanner tone="info" title="公開中の活動です。保存しただけでは、公開ページは変わりません">
        {activityMessages.approvalNote}
      </NotificationBanner>
    )}
  </>
);

const BackTo = ({ activity }: Pick<EditorPageProps, "activity">) => (
  <Link
    to="/activities/$activityId"
    params={{ activityId: activity.id }}
    search={{}}
    className={buttonStyle({ variant: "text", size: "large" })}
  >
    やめる
  </Link>
);

const EditForm = ({ activity, content, placeDialog }: EditorPageProps & { readonly content: Content }) => {
  const { today } = useSession();
  const { data: organization } = useSuspenseQuery(organizationOptions(activity.organization.id));
  const navigate = useNavigate();
  const target = { activityId: activity.id, version: activity.version };
  const form = useCommandForm<EditorValues, { id: string }>({
    schema: amendSchema(target),
    defaultValues: contentDefaults(content, today),
    send: (values) => client.activity.amend.mutate(amendInputOf(target, values)),
    onDone: async ({ id }) => {
      announce("保存しました。見え方を確かめて、申し込んでください");
      await navigate({ to: "/activities/$activityId", params: { activityId: id } });
    },
    draft: { api: drafts, form: "activity", subject: activity.id },
  });
  return (
    <Editor
      form={form}
      organization={organization}
      isNew={false}
      unavailableReason={unavailableReason(activity.abilities.amend)}
      placeDialog={placeDialog}
      cancel={<BackTo activity={activity} />}
    />
  );
};

type EditActivityPageProps = { readonly activityId: string; readonly placeDialog: PlaceDialogOf };

/** A correction of what is not public yet, or a change of what is (D-15). */
export const EditActivityPage = ({ activityId, placeDialog }: EditActivityPageProps) => {
  const { data: activity } = useSuspenseQuery(activityOptions(activityId));
  const content = activity.working?.content ?? activity.published;
  const title = activity.published === null ? activityMessages.actions.amend : "日にちや内容を変える";
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead="変えたいところだけ直します。日時・場所・対象・連絡先を変えたときは、市が確かめてから公開されます。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/activities" search={{}}>
                活動
              </Link>,
              <Link key="one" to="/activities/$activityId" params={{ activityId }} search={{}}>
                {titleOf(activity)}
              </Link>,
            ]}
            current={title}
          />
        }
      />
      <ScreenHelp
        steps={[
          "直したい項目を開いて、書きかえます。書いたことは下書きに残ります。",
          "保存したら、住民からの見え方を確かめます。",
          "市の確認が要る変更は、送ると市が読みます。それまでは、今の内容が公開されたままです。",
        ]}
      />
      <Notes activity={activity} />
      {content === null ? null : <EditForm activity={activity} content={content} placeDialog={placeDialog} />}
    </Stack>
  );
};
