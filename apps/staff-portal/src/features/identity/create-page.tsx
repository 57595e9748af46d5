import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { portals } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { CommandFormShell, PageTitle, useCommandForm, type CommandForm } from "@tsunagari/portal";
import {
  Breadcrumbs,
  ButtonRow,
  buttonStyle,
  Card,
  PageHeader,
  RadioGroup,
  Select,
  Stack,
  TextField,
} from "@tsunagari/ui";
import { useState } from "react";
import { client, drafts } from "../../client.ts";
import { NewUserForm, newUserCommand, type NewUserValues } from "./new-user-values.ts";
import { OneTimePassword } from "./one-time-password.tsx";
import { OrganizationChoice } from "./organization-choice.tsx";
import { departmentsOptions, organizationOptions } from "./queries.ts";
import type { NewUserSearch } from "./search.ts";

/** `oneTimePassword` is missing where a mail went instead. */
type Created = { readonly id: string; readonly oneTimePassword?: string | null };

const { fields, portals: portalNames, actions } = identityMessages;
const title = actions.createUser;

const portalHelp = {
  staff: "市の職員と、市が委託した相談機関の職員",
  partner: "団体の代表・編集担当・受入担当、民生委員など",
} as const;

const handoverChoices = [
  {
    value: "mail",
    label: "メールで招待する",
    description: "本人に届くリンクから、本人がパスワードを決めます。リンクは7日間使えます。",
  },
  {
    value: "paper",
    label: "はじめてのパスワードを、紙などで渡す",
    description: "メールを読めない人のための方法です。次の画面に、一度だけ表示されます。",
  },
] as const;

const Registered = ({ created, name }: { readonly created: Created; readonly name: string }) => (
  <Card title={`${name}さんを登録しました`}>
    {created.oneTimePassword === undefined ? (
      <p>招待のメールを用意しました。7日以内にリンクを開くよう、本人に伝えてください。</p>
    ) : (
      <OneTimePassword name={name} password={created.oneTimePassword} />
    )}
    <p>役割をつけるまで、サインインしても何も見られません。続けて、役割をつけてください。</p>
    <ButtonRow>
      <Link to="/users/$userId/role" params={{ userId: created.id }} className={buttonStyle({ variant: "primary" })}>
        {created.oneTimePassword === undefined ? "続けて、役割をつける" : "パスワードを渡した。役割をつける"}
      </Link>
      <Link to="/users/$userId" params={{ userId: created.id }} className={buttonStyle()}>
        この利用者を見る
      </Link>
    </ButtonRow>
  </Card>
);

type FieldsProps = { readonly form: CommandForm<NewUserValues>; readonly organizationId: string | undefined };

const Belonging = ({ form, organizationId }: FieldsProps) => {
  const { data: departments } = useSuspenseQuery(departmentsOptions);
  const { data: known } = useQuery({
    ...organizationOptions(organizationId ?? ""),
    enabled: organizationId !== undefined,
  });
  return form.form.watch("portal") === "staff" ? (
    <Select
      {...form.field("departmentId", fields.departmentId)}
      requirement="required"
      emptyLabel="選んでください"
      width="long"
      options={departments.departments.map(({ id, name }) => ({ value: id, label: name }))}
    />
  ) : (
    <OrganizationChoice form={form} known={known ?? null} />
  );
};

const NewUserFields = ({ form, organizationId }: FieldsProps) => (
  <Stack>
    <RadioGroup
      {...form.field("portal", fields.portal)}
      requirement="required"
      support="両方を使う人は、二つ登録します。役割は、混ざりません。"
      options={portals.map((value) => ({ value, label: portalNames[value], description: portalHelp[value] }))}
    />
    <TextField {...form.field("name", fields.name)} requirement="required" width="medium" autoComplete="off" />
    <TextField
      {...form.field("mail", fields.mail)}
      requirement="required"
      type="email"
      autoComplete="off"
      support="サインインに使います。お知らせのメールも、ここに届きます。"
    />
    <Belonging form={form} organizationId={organizationId} />
    <RadioGroup
      {...form.field("handover", "パスワードの決め方")}
      requirement="required"
      options={[...handoverChoices]}
    />
  </Stack>
);

type NewUserProps = {
  readonly search: NewUserSearch;
  readonly onCreated: (created: Created, name: string) => void;
};

const NewUser = ({ search: { portal, organizationId }, onCreated }: NewUserProps) => {
  const form = useCommandForm<NewUserValues, Created>({
    schema: NewUserForm,
    defaultValues: {
      handover: "mail",
      portal: portal ?? "staff",
      name: "",
      mail: "",
      departmentId: "",
      organizationId: organizationId ?? "",
    },
    send: (values) =>
      values.handover === "mail"
        ? client.identity.inviteUser.mutate(newUserCommand(values))
        : client.identity.createUser.mutate(newUserCommand(values)),
    draft: { api: drafts, form: "user", subject: organizationId ?? "" },
    onDone: (created, values) => onCreated(created, values.name),
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="登録する"
      pendingLabel="登録しています…"
      cancel={
        <Link to="/users" search={{}} className={buttonStyle({ variant: "text", size: "large" })}>
          やめる
        </Link>
      }
    >
      <Card>
        <NewUserFields form={form} organizationId={organizationId} />
      </Card>
    </CommandFormShell>
  );
};

/** Registers a user; the password is shown afterwards, once, and stands in no address. */
export const CreateUserPage = ({ search }: { readonly search: NewUserSearch }) => {
  const [done, setDone] = useState<{ readonly created: Created; readonly name: string } | null>(null);
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={
          done === null
            ? "登録した人は、自分で決めたパスワードでサインインします。"
            : "登録できました。次にすることを確かめてください。"
        }
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/users" search={{}}>
                利用者
              </Link>,
            ]}
            current={title}
          />
        }
      />
      {done === null ? (
        <NewUser search={search} onCreated={(created, name) => setDone({ created, name })} />
      ) : (
        <Registered {...done} />
      )}
    </Stack>
  );
};
