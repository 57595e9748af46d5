import { AddPlace, AmendPlace } from "@tsunagari/domain/organization";
import { halfWidth } from "@tsunagari/domain/kernel";
import { z } from "zod";
import type { AreaScheme, OrganizationPlace } from "./queries.ts";

/** A place as the screen shows it: one choice for each scheme, coordinates as they are typed. */
export type PlaceValues = {
  requestId: string;
  name: string;
  postalCode: string;
  address: string;
  directions: string;
  latitude: string;
  longitude: string;
  areas: Record<string, string>;
};

export type PlaceTarget = { readonly organizationId: string } | { readonly placeId: string; readonly version: number };

const coordinate = (text: string): number | null => (text.trim() === "" ? null : Number(halfWidth(text)));

/** The fields of the command, from those of the screen. */
export const placeFieldsOf = ({ areas, latitude, longitude, ...values }: PlaceValues) => ({
  ...values,
  latitude: coordinate(latitude),
  longitude: coordinate(longitude),
  areaIds: Object.values(areas).filter((id) => id !== ""),
});

const Values = z.custom<PlaceValues>();

export const placeSchemaFor = (target: PlaceTarget): z.ZodType<unknown, PlaceValues> =>
  "placeId" in target
    ? Values.transform((values): unknown => ({ ...target, ...placeFieldsOf(values) })).pipe(AmendPlace)
    : Values.transform((values): unknown => ({ ...target, ...placeFieldsOf(values) })).pipe(AddPlace);

export const placeDefaults = (
  place: OrganizationPlace | null,
  schemes: readonly AreaScheme[],
): Omit<PlaceValues, "requestId"> => ({
  name: place?.name ?? "",
  postalCode: place?.postalCode ?? "",
  address: place?.address ?? "",
  directions: place?.directions ?? "",
  latitude: place?.latitude?.toString() ?? "",
  longitude: place?.longitude?.toString() ?? "",
  areas: Object.fromEntries(
    schemes.map((scheme) => [
      scheme.id,
      scheme.areas.find((area) => place?.areas.some((chosen) => chosen.id === area.id) === true)?.id ?? "",
    ]),
  ),
});
