import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { AssignRole, rolesOfPortal } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  FormDateField,
  PageTitle,
  unavailableReason,
  useCommandForm,
  useSession,
  type CommandForm,
} from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, Card, Fieldset, PageHeader, RadioGroup, Select, Stack } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import {
  areasOptions,
  departmentsOptions,
  labelsOptions,
  platformsOptions,
  userOptions,
  type User,
} from "./queries.ts";
import { roleName } from "./role-names.ts";
import { roleCommand, roleFormFor, scopeChoices, scopeKindOf, type RoleValues } from "./role-values.ts";

const { fields, scopes, roleHelp, actions } = identityMessages;

type PartProps = { readonly form: CommandForm<RoleValues>; readonly user: User };

const ScopeChoice = ({ form, user }: PartProps) => {
  const { data: departments } = useSuspenseQuery(departmentsOptions);
  const { data: areas } = useSuspenseQuery(areasOptions);
  const { data: platforms } = useSuspenseQuery(platformsOptions);
  const kind = scopeKindOf({ code: form.form.watch("code"), scopeKind: form.form.watch("scopeKind") });
  const common = { requirement: "required", emptyLabel: "選んでください", width: "long" } as const;
  switch (kind) {
    case "department":
      return (
        <Select
          {...form.field("departmentId", scopes.department)}
          {...common}
          options={departments.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      );
    case "area":
      return (
        <Select
          {...form.field("areaId", scopes.area)}
          {...common}
          options={areas.schemes.flatMap((scheme) =>
            scheme.areas.map(({ id, name }) => ({ value: id, label: `${scheme.name}：${name}` })),
          )}
        />
      );
    case "platform":
      return (
        <Select
          {...form.field("platformId", scopes.platform)}
          {...common}
          options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
        />
      );
    case "organization":
      return <p>この人の団体（{user.organizationName ?? "団体に属していません"}）だけに効きます。</p>;
    case "municipality":
      return <p>市全体に効きます。</p>;
    default:
      return <p className="text-solid-gray-700">役割を選ぶと、範囲を選べます。</p>;
  }
};

const ScopeFields = ({ form, user }: PartProps) => {
  const choices = scopeChoices(form.form.watch("code"));
  return (
    <Fieldset legend={fields.scopeKind} lead="この範囲の外では、役割は効きません。">
      {choices.length > 1 ? (
        <RadioGroup
          {...form.field("scopeKind", fields.scopeKind)}
          requirement="required"
          layout="row"
          value={form.form.watch("scopeKind")}
          options={choices.map((value) => ({ value, label: scopes[value] }))}
        />
      ) : null}
      <ScopeChoice form={form} user={user} />
    </Fieldset>
  );
};

const RoleFields = ({ form, user }: PartProps) => {
  const { data } = useSuspenseQuery(labelsOptions);
  return (
    <Stack>
      <RadioGroup
        {...form.field("code", fields.code)}
        requirement="required"
        options={rolesOfPortal[user.portal].map((value) => ({
          value,
          label: roleName(data.labels, value),
          description: roleHelp[value],
        }))}
      />
      <ScopeFields form={form} user={user} />
      <Fieldset legend="期間">
        <FormDateField form={form} name="sinceOn" label={fields.sinceOn} requirement="required" />
        <FormDateField
          form={form}
          name="lastOn"
          label={fields.untilOn}
          requirement="optional"
          support="役割がある最後の日です。決めないときは、空けておきます。"
        />
      </Fieldset>
    </Stack>
  );
};

const useRoleForm = (user: User) => {
  const { today } = useSession();
  const navigate = useNavigate();
  return useCommandForm<RoleValues, { id: string }>({
    schema: roleFormFor(user),
    defaultValues: {
      userId: user.id,
      code: "",
      scopeKind: "",
      departmentId: user.departmentId ?? "",
      areaId: "",
      platformId: "",
      sinceOn: today,
      lastOn: "",
    },
    // Checked by the form already; parsing gives it the command's type.
    send: (values) => client.identity.assignRole.mutate(AssignRole.parse(roleCommand(values, user))),
    draft: { api: drafts, form: "roleAssignment", subject: user.id },
    onDone: async () => {
      announce("役割をつけました");
      await navigate({ to: "/users/$userId", params: { userId: user.id } });
    },
  });
};

/** Gives a user a dated role over a scope. */
export const AssignRolePage = ({ userId }: { readonly userId: string }) => {
  const { data: user } = useSuspenseQuery(userOptions(userId));
  const form = useRoleForm(user);
  return (
    <Stack>
      <PageTitle>{actions.assignRole}</PageTitle>
      <PageHeader
        title={actions.assignRole}
        lead={`${user.name}さん（${user.departmentName ?? user.organizationName ?? "所属なし"}）`}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/users" search={{}}>
                利用者
              </Link>,
              <Link key="one" to="/users/$userId" params={{ userId }}>
                {user.name}
              </Link>,
            ]}
            current={actions.assignRole}
          />
        }
      />
      <CommandFormShell
        form={form}
        submitLabel={actions.assignRole}
        unavailableReason={unavailableReason(user.abilities.assignRole)}
        cancel={
          <Link to="/users/$userId" params={{ userId }} className={buttonStyle({ variant: "text", size: "large" })}>
            やめる
          </Link>
        }
      >
        <Card>
          <RoleFields form={form} user={user} />
        </Card>
      </CommandFormShell>
    </Stack>
  );
};
