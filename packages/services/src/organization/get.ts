import { and, asc, eq, refersTo } from "@tsunagari/db";
import { area, areaScheme, place, placeArea } from "@tsunagari/db/schema";
import { GetOrganization } from "@tsunagari/domain/organization";
import { defineQuery } from "../kernel/index.ts";
import { presentOrganization, presentPlace, type OrganizationPlaceView } from "./present.ts";
import { findFacts, findPermissions, findTraits, getOrganizationRow, isPlaceInUse, type Scope } from "./store.ts";

const findPlaces = (scope: Scope, organizationId: string) =>
  scope.tx
    .select()
    .from(place)
    .where(
      and(
        eq(place.municipalityId, scope.municipalityId),
        eq(place.organizationId, organizationId),
        eq(place.isEnded, false),
      ),
    )
    .orderBy(asc(place.name), asc(place.id));

const findAreas = (scope: Scope, placeId: string) =>
  scope.tx
    .select({ id: area.id, name: area.name, schemeName: areaScheme.name })
    .from(placeArea)
    .innerJoin(area, refersTo(placeArea, "areaId", area))
    .innerJoin(areaScheme, refersTo(area, "schemeId", areaScheme))
    .where(and(eq(placeArea.municipalityId, scope.municipalityId), eq(placeArea.placeId, placeId)))
    .orderBy(asc(areaScheme.name));

/** One organization with its places and its permission to receive referrals. */
export const getOrganization = defineQuery({
  action: "organization.read",
  input: GetOrganization,
  load: (step) => findFacts(step, step.input.organizationId),
  run: async ({ tx, actor, municipalityId, facts, input, today, may }) => {
    const scope = { tx, municipalityId };
    const places: OrganizationPlaceView[] = [];
    for (const row of await findPlaces(scope, input.organizationId)) {
      places.push(
        presentPlace(row, {
          areas: await findAreas(scope, row.id),
          isInUse: await isPlaceInUse(scope, row.id),
          isCity: actor.kind === "staff",
          mayAmend: may("organization.amendPlace", facts),
        }),
      );
    }
    return presentOrganization(await getOrganizationRow(scope, input.organizationId), {
      places,
      permissions: await findPermissions(scope, [input.organizationId]),
      traits: await findTraits(scope, input.organizationId),
      today,
      abilities: {
        amend: may("organization.amend", facts),
        rename: may("organization.rename", facts),
        addPlace: may("organization.addPlace", facts),
        suspend: may("organization.suspend", facts),
        resume: may("organization.resume", facts),
        close: may("organization.close", facts),
        grantReferralPermission: may("organization.grantReferralPermission", facts),
        revokeReferralPermission: may("organization.revokeReferralPermission", facts),
        recordTrait: may("organization.recordTrait", facts),
        endTrait: may("organization.endTrait", facts),
        cancelTrait: may("organization.cancelTrait", facts),
      },
    });
  },
});
