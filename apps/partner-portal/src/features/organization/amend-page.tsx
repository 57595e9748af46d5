import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AmendOrganization } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, unavailableReason, useCommandForm } from "@tsunagari/portal";
import { Card, TextArea, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { BackToOrganization, OrganizationFormPage } from "./form-page.tsx";
import { organizationOptions, type Organization } from "./queries.ts";

const { fields } = organizationMessages;

const useProfileForm = ({ id: organizationId, version, description, phone, mail, website }: Organization) => {
  const navigate = useNavigate();
  return useCommandForm({
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
      await navigate({ to: "/organization" });
    },
  });
};

/** What the organization says of itself and how it is reached; all of it is public at once. */
export const AmendOrganizationPage = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const form = useProfileForm(organization);
  return (
    <OrganizationFormPage
      title="紹介と連絡先を直す"
      lead="活動の公開ページを見た人に、公開される内容です。保存すると、すぐに変わります。"
    >
      <CommandFormShell
        form={form}
        submitLabel="保存する"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason(organization.abilities.amend)}
        cancel={<BackToOrganization />}
      >
        <Card>
          <div className="flex flex-col gap-7">
            <TextArea
              {...form.field("description", fields.description)}
              requirement="required"
              limit={2000}
              support="どんな団体か、はじめて読む人にもわかるように書きます。"
            />
            <TextField {...form.field("phone", fields.phone)} requirement="optional" type="tel" width="medium" />
            <TextField {...form.field("mail", fields.mail)} requirement="optional" type="email" />
            <TextField
              {...form.field("website", fields.website)}
              requirement="optional"
              type="url"
              width="full"
              support="https:// で始まるアドレスを書きます。"
            />
          </div>
        </Card>
      </CommandFormShell>
    </OrganizationFormPage>
  );
};
