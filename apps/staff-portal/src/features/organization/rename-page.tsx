import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { RenameOrganization } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, unavailableReason, useCommandForm } from "@tsunagari/portal";
import { Card, NotificationBanner, Stack } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { IdentityFields } from "./fields.tsx";
import { BackToOrganization, OrganizationFormPage } from "./form-page.tsx";
import { organizationOptions } from "./queries.ts";

/** Name, reading and kind. */
export const RenameOrganizationPage = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const navigate = useNavigate();
  const { version, name, nameKana, kind } = organization;
  const form = useCommandForm({
    schema: RenameOrganization,
    defaultValues: { organizationId, version, name, nameKana, kind },
    send: (input) => client.organization.rename.mutate(input),
    draft: { api: drafts, form: "organizationName", subject: organizationId },
    onDone: async () => {
      announce("団体名・種別を変えました");
      await navigate({ to: "/organizations/$organizationId", params: { organizationId } });
    },
  });
  return (
    <OrganizationFormPage
      organization={organization}
      title={organizationMessages.actions.rename}
      lead="登録した団体の名前を変えます。すべての画面と公開ページで、新しい名前になります。"
    >
      <CommandFormShell
        form={form}
        submitLabel="変更する"
        pendingLabel="変更しています…"
        unavailableReason={unavailableReason(organization.abilities.rename)}
        cancel={<BackToOrganization organizationId={organizationId} />}
      >
        <Card>
          <Stack>
            <NotificationBanner tone="info" title="公開ページの名前も変わります">
              {organizationMessages.effects.rename}
            </NotificationBanner>
            <IdentityFields field={form.field} />
          </Stack>
        </Card>
      </CommandFormShell>
    </OrganizationFormPage>
  );
};
