import { and, asc, eq, inArray, refersTo, type Tx } from "@tsunagari/db";
import { area, place, placeArea } from "@tsunagari/db/schema";
import type { PlaceView } from "./present.ts";

/** Places with the names of their areas, by id. */
export const findPlaceViews = async (
  tx: Tx,
  municipalityId: string,
  placeIds: readonly string[],
): Promise<ReadonlyMap<string, PlaceView>> => {
  if (placeIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: place.id, name: place.name, address: place.address, areaName: area.name })
    .from(place)
    .leftJoin(placeArea, refersTo(placeArea, "placeId", place))
    .leftJoin(area, and(eq(area.municipalityId, place.municipalityId), eq(area.id, placeArea.areaId)))
    .where(and(eq(place.municipalityId, municipalityId), inArray(place.id, [...placeIds])))
    .orderBy(asc(area.sortOrder), asc(area.code));
  const views = new Map<string, PlaceView>();
  for (const row of rows) {
    const earlier = views.get(row.id)?.areaNames ?? [];
    views.set(row.id, {
      id: row.id,
      name: row.name,
      address: row.address,
      areaNames: row.areaName === null ? earlier : [...earlier, row.areaName],
    });
  }
  return views;
};
