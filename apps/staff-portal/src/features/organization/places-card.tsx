import { Link } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { AbilityLink, announce, ConfirmAction } from "@tsunagari/portal";
import { ButtonRow, Card, ChipList, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { Organization, OrganizationPlace } from "./queries.ts";

type PlaceProps = { readonly organizationId: string; readonly place: OrganizationPlace };

const PlaceActions = ({ organizationId, place }: PlaceProps) => (
  <ButtonRow>
    <AbilityLink
      ability={place.abilities.amend}
      label={organizationMessages.actions.amendPlace}
      link={(props) => (
        <Link
          to="/organizations/$organizationId/places/$placeId"
          params={{ organizationId, placeId: place.id }}
          {...props}
        />
      )}
    />
    <ConfirmAction
      ability={place.abilities.end}
      label={organizationMessages.actions.endPlace}
      variant="text"
      isDangerous
      title={`「${place.name}」を使わなくしますか`}
      effect="活動の場所として選べなくなります。これまでの記録は残ります。"
      send={(requestId) =>
        client.organization.endPlace.mutate({ requestId, placeId: place.id, version: place.version })
      }
      onDone={() => announce("場所を使わなくしました")}
    />
  </ButtonRow>
);

const PlaceItem = ({ organizationId, place }: PlaceProps) => (
  <li className="flex flex-col gap-3 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0">
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 className="text-std-17B-170">{place.name}</h3>
      {place.isInUse ? <StatusBadge tone="info">活動で使用中</StatusBadge> : null}
    </div>
    <div>
      <p>
        {place.postalCode === null ? "" : `〒${place.postalCode} `}
        {place.address}
      </p>
      {place.directions === null ? null : <p className="text-solid-gray-700">{place.directions}</p>}
    </div>
    {place.areas.length === 0 ? (
      <p className="text-solid-gray-700">地域が選ばれていません。地域から探す人に見つけてもらえません。</p>
    ) : (
      <ChipList label="地域" items={place.areas.map((area) => `${area.schemeName}：${area.name}`)} />
    )}
    <PlaceActions organizationId={organizationId} place={place} />
  </li>
);

/** Where the organization works; activities choose among these. */
export const PlacesCard = ({ organization }: { readonly organization: Organization }) => (
  <Card
    title="場所"
    id="places"
    lead="活動の「どこで」は、ここから選びます。公開中の活動で使っている場所は、市だけが直せます。"
    aside={
      <AbilityLink
        ability={organization.abilities.addPlace}
        label={organizationMessages.actions.addPlace}
        size="small"
        link={(props) => (
          <Link
            to="/organizations/$organizationId/places/new"
            params={{ organizationId: organization.id }}
            {...props}
          />
        )}
      />
    }
  >
    {organization.places.length === 0 ? (
      <p>場所はまだありません。活動を載せるには、場所が一つ以上必要です。</p>
    ) : (
      <ul className="flex flex-col gap-4">
        {organization.places.map((place) => (
          <PlaceItem key={place.id} organizationId={organization.id} place={place} />
        ))}
      </ul>
    )}
  </Card>
);
