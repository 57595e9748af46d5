import { Link } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { AbilityLink, announce, ConfirmAction } from "@tsunagari/portal";
import { ButtonRow, Card, EmptyState, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { Organization, OrganizationPlace } from "./queries.ts";

const { actions, fields, ownerEffects } = organizationMessages;

type PlaceProps = { readonly place: OrganizationPlace };

const PlaceActions = ({ place }: PlaceProps) => (
  <ButtonRow>
    <AbilityLink
      ability={place.abilities.amend}
      label={actions.amendPlace}
      size="small"
      link={(props) => <Link to="/organization/places/$placeId" params={{ placeId: place.id }} {...props} />}
    />
    <ConfirmAction
      ability={place.abilities.end}
      label={actions.endPlace}
      variant="text"
      isDangerous
      title={`「${place.name}」を使わなくしますか`}
      effect={ownerEffects.endPlace}
      send={(requestId) =>
        client.organization.endPlace.mutate({ requestId, placeId: place.id, version: place.version })
      }
      onDone={() => announce(`「${place.name}」を使わなくしました`)}
    />
  </ButtonRow>
);

const inUseNote =
  "活動で使っているので、ここでは直せません。場所が変わるときは、新しい場所を追加し、活動の「どこで」を変えて申し込んでください。";

const PlaceItem = ({ place }: PlaceProps) => (
  <li className="flex flex-col gap-3 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0">
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 className="text-std-17B-170">{place.name}</h3>
      {place.isInUse ? <StatusBadge tone="info">活動で使っています</StatusBadge> : null}
    </div>
    <div>
      <p>
        {place.postalCode === null ? "" : `〒${place.postalCode} `}
        {place.address}
      </p>
      {place.directions === null ? null : <p className="text-solid-gray-700">{place.directions}</p>}
    </div>
    {place.areas.length === 0 ? null : (
      <p className="text-solid-gray-700">
        {fields.areaIds}：{place.areas.map((area) => area.name).join("、")}
      </p>
    )}
    {/* One sentence for both acts, where the place is in use and nothing else stands in the way. */}
    {place.isInUse && place.abilities.amend === "organization.place_in_use" ? (
      <p className="text-solid-gray-700">{inUseNote}</p>
    ) : (
      <PlaceActions place={place} />
    )}
  </li>
);

/** Where the organization works; activities choose among these. */
export const PlacesCard = ({ organization }: { readonly organization: Organization }) => {
  const add = (
    <AbilityLink
      ability={organization.abilities.addPlace}
      label={actions.addPlace}
      link={(props) => <Link to="/organization/places/new" {...props} />}
    />
  );
  return organization.places.length === 0 ? (
    <Card title="場所">
      <EmptyState title="場所はまだありません" icon="organization" action={add}>
        活動を載せるには、場所が一つ以上いります。活動を書きながら追加することもできます。
      </EmptyState>
    </Card>
  ) : (
    <Card title="場所" lead="活動の「どこで」は、ここから選びます。" aside={add}>
      <ul className="flex flex-col gap-4">
        {organization.places.map((place) => (
          <PlaceItem key={place.id} place={place} />
        ))}
      </ul>
    </Card>
  );
};
