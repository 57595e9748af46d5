import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { InviteMember } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, PageTitle, useCommandForm } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, Card, CheckboxGroup, PageHeader, Stack, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { memberListOptions } from "./queries.ts";
import { missingRoleText, roleOptions } from "./role-options.ts";

const { actions, fields } = identityMessages;

const InviteForm = () => {
  const { data: list } = useSuspenseQuery(memberListOptions());
  const navigate = useNavigate();
  const form = useCommandForm({
    schema: InviteMember,
    defaultValues: { name: "", mail: "", roles: ["editor"] },
    send: (input) => client.identity.inviteMember.mutate(input),
    draft: { api: drafts, form: "member", subject: "" },
    onDone: async (_created, { name }) => {
      announce(`${name}さんへの招待メールを用意しました`);
      await navigate({ to: "/members" });
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="招待メールを送る"
      pendingLabel="送る用意をしています…"
      cancel={
        <Link to="/members" className={buttonStyle({ variant: "text", size: "large" })}>
          やめる
        </Link>
      }
    >
      <Card>
        <TextField {...form.field("name", fields.name)} requirement="required" width="medium" autoComplete="off" />
        <TextField
          {...form.field("mail", fields.mail)}
          requirement="required"
          type="email"
          width="full"
          autoComplete="off"
          support="本人だけが読めるアドレスにしてください。招待のリンクが届き、サインインにも使います。"
        />
        <CheckboxGroup
          {...form.field("roles", fields.code)}
          requirement="required"
          support={missingRoleText(list.roles) ?? "いくつでも選べます。あとから変えられます。"}
          options={roleOptions(list.roles)}
        />
      </Card>
    </CommandFormShell>
  );
};

/** Asks somebody into the organization; he chooses his password himself. */
export const InviteMemberPage = () => (
  <Stack>
    <PageTitle>{actions.inviteMember}</PageTitle>
    <PageHeader
      title={actions.inviteMember}
      lead="本人に、7日間使えるリンクを書いたメールが届きます。パスワードは、本人が決めます。"
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="list" to="/members">
              メンバー
            </Link>,
          ]}
          current={actions.inviteMember}
        />
      }
    />
    <InviteForm />
  </Stack>
);
