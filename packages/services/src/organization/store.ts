import { and, eq, exists, inArray, ne, refersTo, sql, type Tx } from "@tsunagari/db";
import {
  activity,
  activityVersion,
  area,
  organization,
  organizationTrait,
  place,
  placeArea,
  referralPermission,
} from "@tsunagari/db/schema";
import { asId, civilDateOf, type MunicipalityId, type OrganizationId } from "@tsunagari/domain";
import {
  organizationStatuses,
  organizationTraits,
  type OrganizationFacts,
  type PlaceId,
  type ReferralPermission,
  type TraitPeriod,
} from "@tsunagari/domain/organization";
import type { AreaId } from "@tsunagari/domain/municipality";
import { demandFound, demandOne, demandVersion, fail, literalOf, newId } from "../kernel/index.ts";

export type Scope = { readonly tx: Tx; readonly municipalityId: MunicipalityId };
export type OrganizationRow = typeof organization.$inferSelect;
export type PlaceRow = typeof place.$inferSelect;

const isIt = (municipalityId: string, organizationId: string) =>
  and(eq(organization.municipalityId, municipalityId), eq(organization.id, organizationId));

const factsOf = async ({ tx, municipalityId }: Scope, row: OrganizationRow): Promise<OrganizationFacts> => {
  const areas = await tx
    .selectDistinct({ areaId: placeArea.areaId })
    .from(placeArea)
    .innerJoin(place, refersTo(placeArea, "placeId", place))
    .where(and(eq(place.municipalityId, municipalityId), eq(place.organizationId, row.id), eq(place.isEnded, false)));
  return {
    municipalityId,
    organizationId: asId<"organization">(row.id),
    status: literalOf(organizationStatuses, row.status),
    areaIds: areas.map((found) => asId<"area">(found.areaId)),
  };
};

/** The facts of one organization, for reading. */
export const findFacts = async (scope: Scope, organizationId: OrganizationId): Promise<OrganizationFacts | null> => {
  const [row] = await scope.tx.select().from(organization).where(isIt(scope.municipalityId, organizationId));
  return row ? factsOf(scope, row) : null;
};

/** The facts with the organization locked. */
export const lockFacts = async (scope: Scope, organizationId: OrganizationId): Promise<OrganizationFacts | null> => {
  const [row] = await scope.tx
    .select()
    .from(organization)
    .where(isIt(scope.municipalityId, organizationId))
    .for("update");
  return row ? factsOf(scope, row) : null;
};

/** The facts of the organization a place belongs to, both rows locked. */
export const lockFactsOfPlace = async (scope: Scope, placeId: PlaceId): Promise<OrganizationFacts | null> => {
  const { tx, municipalityId } = scope;
  const isPlace = and(eq(place.municipalityId, municipalityId), eq(place.id, placeId));
  const [found] = await tx.select({ organizationId: place.organizationId }).from(place).where(isPlace);
  if (!found) return null;
  const facts = await lockFacts(scope, asId<"organization">(found.organizationId));
  await tx.select({ id: place.id }).from(place).where(isPlace).for("update");
  return facts;
};

export const getOrganizationRow = async (
  { tx, municipalityId }: Scope,
  organizationId: OrganizationId,
): Promise<OrganizationRow> => {
  const [row] = await tx.select().from(organization).where(isIt(municipalityId, organizationId));
  return demandFound(row);
};

export const getPlaceRow = async ({ tx, municipalityId }: Scope, placeId: PlaceId): Promise<PlaceRow> => {
  const [row] = await tx
    .select()
    .from(place)
    .where(and(eq(place.municipalityId, municipalityId), eq(place.id, placeId)));
  return demandFound(row);
};

/** Writes the organization's row, raised by one version. */
export const writeOrganization = async (
  tx: Tx,
  row: OrganizationRow,
  changes: Partial<Omit<OrganizationRow, "id" | "municipalityId" | "version">>,
): Promise<void> => {
  demandOne(
    await tx
      .update(organization)
      .set({ ...changes, version: row.version + 1 })
      .where(and(isIt(row.municipalityId, row.id), eq(organization.version, row.version)))
      .returning({ id: organization.id }),
  );
};

/** The row the user saw, or `conflict`. */
export const getSeenOrganization = async (
  scope: Scope,
  seen: { readonly organizationId: OrganizationId; readonly version: number },
): Promise<OrganizationRow> => {
  const row = await getOrganizationRow(scope, seen.organizationId);
  demandVersion(row.version, seen.version);
  return row;
};

/** Whether what the public reads, or the city is about to approve, takes place there. */
export const isPlaceInUse = async ({ tx, municipalityId }: Scope, placeId: string): Promise<boolean> => {
  const [row] = await tx
    .select({
      isInUse: exists(
        tx
          .select({ one: sql`1` })
          .from(activityVersion)
          .innerJoin(activity, refersTo(activityVersion, "activityId", activity))
          .where(
            and(
              eq(activityVersion.municipalityId, municipalityId),
              eq(activityVersion.placeId, placeId),
              ne(activity.status, "ended"),
              inArray(activityVersion.status, ["approved", "submitted"]),
            ),
          ),
      ).mapWith(Boolean),
    })
    .from(sql`(select 1) as one`);
  return row?.isInUse ?? false;
};

/** Puts a place into areas, in place of those it lay in; a second area of one scheme is refused. */
export const writePlaceAreas = async (
  { tx, municipalityId }: Scope,
  placeId: string,
  areaIds: readonly AreaId[],
): Promise<void> => {
  const wanted = [...new Set(areaIds)];
  const found =
    wanted.length === 0
      ? []
      : await tx
          .select({ id: area.id, schemeId: area.schemeId })
          .from(area)
          .where(and(eq(area.municipalityId, municipalityId), inArray(area.id, wanted)));
  const issue = (code: string) => ({ fields: [{ path: "areaIds", code }] });
  if (found.length !== wanted.length) fail("invalid_input", "organization.unknown_area", issue("not_a_choice"));
  if (new Set(found.map((row) => row.schemeId)).size !== found.length) {
    fail("invalid_input", "organization.area_scheme_repeated", issue("invalid"));
  }
  await tx.delete(placeArea).where(and(eq(placeArea.municipalityId, municipalityId), eq(placeArea.placeId, placeId)));
  if (found.length === 0) return;
  await tx.insert(placeArea).values(
    found.map((row) => ({
      municipalityId,
      id: newId<"placeArea">(),
      placeId,
      schemeId: row.schemeId,
      areaId: row.id,
    })),
  );
};

/** The permissions of organizations, the newest first. */
export const findPermissions = async (
  { tx, municipalityId }: Scope,
  organizationIds: readonly string[],
): Promise<readonly ReferralPermission[]> => {
  if (organizationIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(referralPermission)
    .where(
      and(
        eq(referralPermission.municipalityId, municipalityId),
        inArray(referralPermission.organizationId, [...organizationIds]),
      ),
    )
    .orderBy(sql`${referralPermission.sinceOn} desc`, sql`${referralPermission.id} desc`);
  return rows.map((row) => ({
    id: asId<"referralPermission">(row.id),
    organizationId: asId<"organization">(row.organizationId),
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
    agreementVersion: row.agreementVersion,
    agreementSignedOn: civilDateOf(row.agreementSignedOn),
    signedByTitle: row.signedByTitle,
    endReason: row.endReason,
    version: row.version,
  }));
};

/** As what the plan counts an organization, the newest first. */
export const findTraits = async (
  { tx, municipalityId }: Scope,
  organizationId: string,
): Promise<readonly TraitPeriod[]> => {
  const rows = await tx
    .select()
    .from(organizationTrait)
    .where(
      and(eq(organizationTrait.municipalityId, municipalityId), eq(organizationTrait.organizationId, organizationId)),
    )
    .orderBy(sql`${organizationTrait.sinceOn} desc`, sql`${organizationTrait.id} desc`);
  return rows.map((row) => ({
    id: asId<"organizationTrait">(row.id),
    organizationId: asId<"organization">(row.organizationId),
    trait: literalOf(organizationTraits, row.trait),
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
    version: row.version,
  }));
};
