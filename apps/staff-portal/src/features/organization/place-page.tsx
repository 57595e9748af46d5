import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, unavailableReason, useCommandForm, type CommandForm } from "@tsunagari/portal";
import { Card, Fieldset, NotificationBanner, Select, Stack, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { BackToOrganization, OrganizationFormPage } from "./form-page.tsx";
import { placeDefaults, placeFieldsOf, placeSchemaFor, type PlaceTarget, type PlaceValues } from "./place-values.ts";
import { areasOptions, organizationOptions, type AreaScheme } from "./queries.ts";

const { fields, actions } = organizationMessages;

const send = (target: PlaceTarget, values: PlaceValues) =>
  "placeId" in target
    ? client.organization.amendPlace.mutate({ ...target, ...placeFieldsOf(values) })
    : client.organization.addPlace.mutate({ ...target, ...placeFieldsOf(values) });

type FieldsProps = { readonly form: CommandForm<PlaceValues>; readonly schemes: readonly AreaScheme[] };

const PlaceFields = ({ form, schemes }: FieldsProps) => (
  <>
    <Fieldset legend="場所">
      <TextField {...form.field("name", fields.placeName)} requirement="required" support="例：中央公民館 第2会議室" />
      <TextField {...form.field("postalCode", fields.postalCode)} requirement="optional" width="short" />
      <TextField {...form.field("address", fields.address)} requirement="required" width="full" />
      <TextField
        {...form.field("directions", fields.directions)}
        requirement="optional"
        width="full"
        support="バス停からの道順や、入口の目印を書きます。"
      />
    </Fieldset>
    <Fieldset legend={fields.areaIds} lead="地域から活動をさがす人のために選びます。">
      {schemes.map((scheme) => (
        <Select
          key={scheme.id}
          {...form.field(`areas.${scheme.id}`, scheme.name)}
          requirement="optional"
          emptyLabel="選ばない"
          options={scheme.areas.map((area) => ({ value: area.id, label: area.name }))}
        />
      ))}
    </Fieldset>
    <Fieldset legend="地図の位置" lead="わかるときだけ書きます。">
      <TextField
        {...form.field("latitude", fields.latitude)}
        requirement="optional"
        width="short"
        inputMode="decimal"
      />
      <TextField
        {...form.field("longitude", fields.longitude)}
        requirement="optional"
        width="short"
        inputMode="decimal"
      />
    </Fieldset>
  </>
);

type PlacePageProps = { readonly organizationId: string; readonly placeId: string | null };

/** A new place of an organization, or a correction of one. */
export const PlacePage = ({ organizationId, placeId }: PlacePageProps) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  const { data: areas } = useSuspenseQuery(areasOptions);
  const navigate = useNavigate();
  const place = organization.places.find((row) => row.id === placeId) ?? null;
  const target = place === null ? { organizationId } : { placeId: place.id, version: place.version };
  const form = useCommandForm<PlaceValues, { id: string }>({
    schema: placeSchemaFor(target),
    defaultValues: placeDefaults(place, areas.schemes),
    send: (values) => send(target, values),
    draft: { api: drafts, form: "place", subject: place?.id ?? `new:${organization.id}` },
    onDone: async () => {
      announce(place === null ? "場所を追加しました" : "場所を直しました");
      await navigate({ to: "/organizations/$organizationId", params: { organizationId } });
    },
  });
  const ability = place === null ? organization.abilities.addPlace : place.abilities.amend;
  return (
    <OrganizationFormPage
      organization={organization}
      title={place === null ? actions.addPlace : actions.amendPlace}
      lead="活動する場所です。活動の「どこで」で選べるようになり、住所は公開ページに載ります。"
    >
      <CommandFormShell
        form={form}
        submitLabel="保存する"
        pendingLabel="保存しています…"
        unavailableReason={unavailableReason(ability)}
        cancel={<BackToOrganization organizationId={organizationId} />}
      >
        <Card>
          <Stack>
            {place?.isInUse === true ? (
              <NotificationBanner tone="warning" title="公開中の活動で使っている場所です">
                保存すると、公開ページの「どこで」もすぐに変わります。団体と確かめてから直してください。
              </NotificationBanner>
            ) : null}
            <PlaceFields form={form} schemes={areas.schemes} />
          </Stack>
        </Card>
      </CommandFormShell>
    </OrganizationFormPage>
  );
};
