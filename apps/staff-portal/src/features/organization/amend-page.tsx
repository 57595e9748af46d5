import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AmendOrganization } from "@tsunagari/domain/organization";
import { announce, CommandFormShell, unavailableReason, useCommandForm } from "@tsunagari/portal";
import { Card, Stack } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { ProfileFields } from "./fields.tsx";
import { BackToOrganization, OrganizationFormPage } from "./form-page.tsx";
import { organizationOptions } from "./queries.ts";

/** The published description and contact; the organization keeps them too. */
export const AmendOrganizationPage = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const navigate = useNavigate();
  const { version, description, phone, mail, website } = organization;
  const form = useCommandForm({
    schema: AmendOrganization,
    defaultValues: {
      organizationId,
      version,
      description,
      phone: phone ?? "",
      mail: mail ?? "",
      website: website ?? "",
    },
    send: (input) => client.organization.amend.mutate(input),
    draft: { api: drafts, form: "organizationProfile", subject: organizationId },
    onDone: async () => {
      announce("紹介と連絡先を直しました");
      await navigate({ to: "/organizations/$organizationId", params: { organizationId } });
    },
  });
  return (
    <OrganizationFormPage
      organization={organization}
      title="紹介と連絡先を直す"
      lead="活動のページを見た人に公開される内容です。保存すると、すぐに公開ページに反映されます。"
    >
      <CommandFormShell
        form={form}
        submitLabel="保存する"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason(organization.abilities.amend)}
        cancel={<BackToOrganization organizationId={organizationId} />}
      >
        <Card>
          <Stack>
            <ProfileFields field={form.field} />
          </Stack>
        </Card>
      </CommandFormShell>
    </OrganizationFormPage>
  );
};
