import { and, eq, type Tx } from "@tsunagari/db";
import { place } from "@tsunagari/db/schema";
import { AddPlace, AmendPlace, canChangePlace, EndPlace } from "@tsunagari/domain/organization";
import { refreshPublishedOf } from "../activity/index.ts";
import { defineCommand, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import {
  getPlaceRow,
  isPlaceInUse,
  lockFacts,
  lockFactsOfPlace,
  writePlaceAreas,
  type PlaceRow,
  type Scope,
} from "./store.ts";

const placeColumns = (
  input: Pick<PlaceRow, "name" | "postalCode" | "address" | "directions" | "latitude" | "longitude">,
) => ({
  name: input.name,
  postalCode: input.postalCode,
  address: input.address,
  directions: input.directions,
  latitude: input.latitude,
  longitude: input.longitude,
});

const writePlace = async (tx: Tx, row: PlaceRow, changes: Partial<Omit<PlaceRow, "id" | "municipalityId">>) => {
  demandOne(
    await tx
      .update(place)
      .set({ ...changes, version: row.version + 1 })
      .where(and(eq(place.municipalityId, row.municipalityId), eq(place.id, row.id), eq(place.version, row.version)))
      .returning({ id: place.id }),
  );
};

const demandChangeable = async (scope: Scope, row: PlaceRow, isCity: boolean): Promise<void> => {
  const isInUse = await isPlaceInUse(scope, row.id);
  const verdict = canChangePlace({ isEnded: row.isEnded, isInUse, isCity });
  if (verdict !== true) fail("invalid_state", verdict);
};

/** Adds a place to an organization. */
export const addPlace = defineCommand({
  action: "organization.addPlace",
  input: AddPlace,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: async ({ tx, municipalityId, input }) => {
    const id = newId<"place">();
    const { organizationId } = input;
    await tx.insert(place).values({ municipalityId, id, organizationId, ...placeColumns(input) });
    await writePlaceAreas({ tx, municipalityId }, id, input.areaIds);
    return { id, subjects: [{ kind: "organization", id: organizationId }] };
  },
});

/** Corrects a place; one that public activities use only by the city (D-15). */
export const amendPlace = defineCommand({
  action: "organization.amendPlace",
  input: AmendPlace,
  load: (step) => lockFactsOfPlace(step, step.input.placeId),
  run: async ({ tx, actor, municipalityId, facts, input, now }) => {
    const scope = { tx, municipalityId };
    const row = await getPlaceRow(scope, input.placeId);
    demandVersion(row.version, input.version);
    await demandChangeable(scope, row, actor.kind === "staff");
    await writePlace(tx, row, placeColumns(input));
    await writePlaceAreas(scope, row.id, input.areaIds);
    await refreshPublishedOf(tx, { municipalityId, organizationId: facts.organizationId, now });
    return { id: row.id, subjects: [{ kind: "organization", id: facts.organizationId }] };
  },
});

/** Takes a place out of the choice; one that public activities use cannot be. */
export const endPlace = defineCommand({
  action: "organization.endPlace",
  input: EndPlace,
  load: (step) => lockFactsOfPlace(step, step.input.placeId),
  run: async ({ tx, municipalityId, facts, input }) => {
    const scope = { tx, municipalityId };
    const row = await getPlaceRow(scope, input.placeId);
    demandVersion(row.version, input.version);
    await demandChangeable(scope, row, false);
    await writePlace(tx, row, { isEnded: true });
    return { id: row.id, subjects: [{ kind: "organization", id: facts.organizationId }] };
  },
});
