import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, unavailableReason, useCommandForm } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { BackToOrganization, OrganizationFormPage } from "./form-page.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { addPlaceSchema, amendPlaceSchema, placeDefaults, type PlaceValues } from "./place-values.ts";
import { areasOptions, organizationOptions, type Organization, type OrganizationPlace } from "./queries.ts";

const { actions } = organizationMessages;

const usePlaceForm = (organization: Organization, place: OrganizationPlace | null) => {
  const { data: areas } = useSuspenseQuery(areasOptions);
  const navigate = useNavigate();
  const adding = addPlaceSchema(organization.id);
  const amending = place === null ? null : amendPlaceSchema(place);
  const form = useCommandForm<PlaceValues, { id: string }>({
    schema: amending ?? adding,
    defaultValues: placeDefaults(place, areas.schemes),
    draft: { api: drafts, form: "place", subject: place?.id ?? `new:${organization.id}` },
    send: (values) =>
      amending === null
        ? client.organization.addPlace.mutate(adding.parse(values))
        : client.organization.amendPlace.mutate(amending.parse(values)),
    onDone: async () => {
      announce(place === null ? "場所を追加しました" : "場所を直しました");
      await navigate({ to: "/organization" });
    },
  });
  return { form, schemes: areas.schemes };
};

type PlacePageProps = { readonly organizationId: string; readonly placeId: string | null };

/** A new place of the organization, or a correction of one. */
export const PlacePage = ({ organizationId, placeId }: PlacePageProps) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const place = organization.places.find((row) => row.id === placeId) ?? null;
  const { form, schemes } = usePlaceForm(organization, place);
  return (
    <OrganizationFormPage
      title={place === null ? actions.addPlace : actions.amendPlace}
      lead="活動の「どこで」で選べるようになります。"
    >
      <CommandFormShell
        form={form}
        submitLabel="保存する"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason(place === null ? organization.abilities.addPlace : place.abilities.amend)}
        cancel={<BackToOrganization />}
      >
        <Card>
          <PlaceFields form={form} schemes={schemes} />
        </Card>
      </CommandFormShell>
    </OrganizationFormPage>
  );
};
