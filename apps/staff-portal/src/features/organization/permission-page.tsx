import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { GrantReferralPermission } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  FormDateField,
  unavailableReason,
  useCommandForm,
  useSession,
  type CommandForm,
} from "@tsunagari/portal";
import { Card, Fieldset, NotificationBanner, Stack, TextField } from "@tsunagari/ui";
import { z } from "zod";
import { client, drafts } from "../../client.ts";
import { BackToOrganization, OrganizationFormPage } from "./form-page.tsx";
import { dayAfter } from "./last-day.ts";
import { organizationOptions } from "./queries.ts";

const { fields, effects, actions } = organizationMessages;

/** As the screen shows it: with the last day instead of the day after. */
type GrantValues = Omit<z.input<typeof GrantReferralPermission>, "untilOn"> & { untilOn: string };

const toCommand = (values: GrantValues) => ({ ...values, untilOn: dayAfter(values.untilOn) });
const GrantForm = z
  .custom<GrantValues>()
  .transform((values): unknown => toCommand(values))
  .pipe(GrantReferralPermission);

type GrantFormState = CommandForm<GrantValues>;

const AgreementFields = ({ form }: { readonly form: GrantFormState }) => (
  <Fieldset legend="個人情報の取扱いに関する協定" lead="署名された協定を確かめてから許可します。">
    <TextField
      {...form.field("agreementVersion", fields.agreementVersion)}
      requirement="required"
      support="例：つなぎに関する個人情報取扱協定 第2版"
    />
    <FormDateField
      form={form}
      name="agreementSignedOn"
      label={fields.agreementSignedOn}
      requirement="required"
      support="許可の開始日と同じか、それより前の日です。"
    />
    <TextField
      {...form.field("signedByTitle", fields.signedByTitle)}
      requirement="required"
      width="medium"
      support="名前ではなく、役職を書きます。例：代表理事"
    />
  </Fieldset>
);

const PeriodFields = ({ form }: { readonly form: GrantFormState }) => (
  <Fieldset legend="許可の期間">
    <FormDateField form={form} name="sinceOn" label={fields.sinceOn} requirement="required" />
    <FormDateField
      form={form}
      name="untilOn"
      label={fields.untilOn}
      requirement="optional"
      support="許可がある最後の日です。決めないときは、空けておきます。"
    />
  </Fieldset>
);

const useGrantForm = (organizationId: string): GrantFormState => {
  const { today } = useSession();
  const navigate = useNavigate();
  return useCommandForm<GrantValues, { id: string }>({
    schema: GrantForm,
    defaultValues: {
      organizationId,
      agreementVersion: "",
      agreementSignedOn: "",
      signedByTitle: "",
      sinceOn: today,
      untilOn: "",
    },
    send: (values) => client.organization.grantReferralPermission.mutate(toCommand(values)),
    draft: { api: drafts, form: "referralPermission", subject: organizationId },
    onDone: async () => {
      announce("つなぎの受入を許可しました");
      await navigate({ to: "/organizations/$organizationId", params: { organizationId } });
    },
  });
};

/** Lets the organization receive referrals from a day on, under a signed agreement (D-14). */
export const GrantPermissionPage = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const form = useGrantForm(organizationId);
  return (
    <OrganizationFormPage
      organization={organization}
      title={actions.grantReferralPermission}
      lead="取り決めを交わした団体に、つなぎの受入を、期間を決めて許可します。"
    >
      <CommandFormShell
        form={form}
        submitLabel="許可する"
        pendingLabel="許可しています…"
        unavailableReason={unavailableReason(organization.abilities.grantReferralPermission)}
        cancel={<BackToOrganization organizationId={organizationId} />}
      >
        <Card>
          <Stack>
            <NotificationBanner tone="info" title="許可すると">
              {effects.grantReferralPermission}
            </NotificationBanner>
            <AgreementFields form={form} />
            <PeriodFields form={form} />
          </Stack>
        </Card>
      </CommandFormShell>
    </OrganizationFormPage>
  );
};
