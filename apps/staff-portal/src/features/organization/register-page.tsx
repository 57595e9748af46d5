import { Link, useNavigate } from "@tanstack/react-router";
import { RegisterOrganization } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, PageTitle, useCommandForm } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, Card, Fieldset, PageHeader, Stack } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { IdentityFields, ProfileFields } from "./fields.tsx";

const title = organizationMessages.actions.register;

const RegisterForm = () => {
  const navigate = useNavigate();
  const form = useCommandForm({
    schema: RegisterOrganization,
    defaultValues: { name: "", nameKana: "", description: "", phone: "", mail: "", website: "" },
    send: (input) => client.organization.register.mutate(input),
    draft: { api: drafts, form: "organization", subject: "" },
    onDone: async ({ id }: { readonly id: string }) => {
      announce("団体を登録しました。続けて、場所と利用者を登録できます。");
      await navigate({ to: "/organizations/$organizationId", params: { organizationId: id } });
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="登録する"
      pendingLabel="登録しています…"
      cancel={
        <Link to="/organizations" className={buttonStyle({ variant: "text", size: "large" })}>
          やめる
        </Link>
      }
    >
      <Card>
        <Stack>
          <Fieldset legend="団体の名前">
            <IdentityFields field={form.field} />
          </Fieldset>
          <Fieldset legend="紹介と連絡先" lead="活動のページを見た人に公開されます。あとから団体も直せます。">
            <ProfileFields field={form.field} />
          </Fieldset>
        </Stack>
      </Card>
    </CommandFormShell>
  );
};

/** A new organization of the city; its people and its permission to receive referrals come afterwards. */
export const RegisterOrganizationPage = () => (
  <Stack>
    <PageTitle>{title}</PageTitle>
    <PageHeader
      title={title}
      lead="登録すると、団体は団体ポータルで活動をつくれるようになります。つなぎの受入は、登録のあとで別に許可します。"
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="list" to="/organizations">
              団体
            </Link>,
          ]}
          current={title}
        />
      }
    />
    <RegisterForm />
  </Stack>
);
