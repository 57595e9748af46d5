import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { announce, PageTitle, useCommandForm, useSession, ScreenHelp } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, PageHeader, Stack } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { createInputOf, createSchema, newDefaults, type EditorValues } from "./editor-values.ts";
import { Editor, type PlaceDialogOf } from "./editor.tsx";
import { organizationOptions } from "./queries.ts";

type NewActivityPageProps = { readonly organizationId: string; readonly placeDialog: PlaceDialogOf };

const howTo = [
  "「何を」「いつ」「どこで」「だれに」「参加のしかた」「連絡先」を、上から順に書きます。",
  "保存すると、公開ページでの見え方を確かめられます。",
  "市に送ると、市が内容を確かめて公開します。直すところがあれば、理由といっしょに戻ってきます。",
];

/** A new activity; saved as a draft first, so that its page can be looked at before it is handed in. */
export const NewActivityPage = ({ organizationId, placeDialog }: NewActivityPageProps) => {
  const { today } = useSession();
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const navigate = useNavigate();
  const form = useCommandForm<EditorValues, { id: string }>({
    schema: createSchema(organizationId),
    defaultValues: newDefaults(organization, today),
    send: (values) => client.activity.create.mutate(createInputOf(organizationId, values)),
    onDone: async ({ id }) => {
      announce("保存しました。見え方を確かめて、公開を申し込んでください");
      await navigate({ to: "/activities/$activityId", params: { activityId: id } });
    },
    draft: { api: drafts, form: "activity", subject: "" },
  });
  return (
    <Stack>
      <PageTitle>新しい活動をつくる</PageTitle>
      <PageHeader
        title="新しい活動をつくる"
        lead="6つの項目を、上から順に書きます。途中でやめても、書いたところまで残ります。保存しただけでは、まだ公開されません。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/activities" search={{}}>
                活動
              </Link>,
            ]}
            current="新しい活動をつくる"
          />
        }
      />
      <ScreenHelp steps={howTo} />
      <Editor
        form={form}
        organization={organization}
        isNew
        placeDialog={placeDialog}
        cancel={
          <Link to="/activities" search={{}} className={buttonStyle({ variant: "text", size: "large" })}>
            やめる
          </Link>
        }
      />
    </Stack>
  );
};
