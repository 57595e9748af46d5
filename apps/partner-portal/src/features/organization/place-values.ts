import { AddPlace, AmendPlace } from "@tsunagari/domain/organization";
import { z } from "zod";
import type { AreaScheme, OrganizationPlace } from "./queries.ts";

/** A place as the screen shows it: one choice for each scheme of areas. */
export type PlaceValues = {
  requestId: string;
  name: string;
  postalCode: string;
  address: string;
  directions: string;
  areas: Record<string, string>;
};

const fieldsOf = ({ areas, ...values }: PlaceValues, place: OrganizationPlace | null) => ({
  ...values,
  // The point on the map is set by the city; whoever amends the rest keeps it.
  latitude: place?.latitude ?? null,
  longitude: place?.longitude ?? null,
  areaIds: Object.values(areas).filter((id) => id !== ""),
});

/** The command that adds a place, from the fields of the screen. */
export const addPlaceSchema = (organizationId: string) =>
  z.preprocess((values: PlaceValues) => ({ ...fieldsOf(values, null), organizationId }), AddPlace);

/** The command that corrects a place, from the fields of the screen. */
export const amendPlaceSchema = (place: OrganizationPlace) =>
  z.preprocess(
    (values: PlaceValues) => ({ ...fieldsOf(values, place), placeId: place.id, version: place.version }),
    AmendPlace,
  );

export const placeDefaults = (
  place: OrganizationPlace | null,
  schemes: readonly AreaScheme[],
): Omit<PlaceValues, "requestId"> => ({
  name: place?.name ?? "",
  postalCode: place?.postalCode ?? "",
  address: place?.address ?? "",
  directions: place?.directions ?? "",
  areas: Object.fromEntries(
    schemes.map((scheme) => [
      scheme.id,
      scheme.areas.find((area) => place?.areas.some((chosen) => chosen.id === area.id) === true)?.id ?? "",
    ]),
  ),
});
