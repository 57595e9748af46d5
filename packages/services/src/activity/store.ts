import { and, eq, exists, inArray, ne, or, sql, type SQL, type Tx } from "@tsunagari/db";
import { activity, activityVersion, organization, placeArea } from "@tsunagari/db/schema";
import { asId, type Actor, type MunicipalityId } from "@tsunagari/domain";
import { activityStatuses, workingStatuses, type ActivityFacts, type ActivityId } from "@tsunagari/domain/activity";
import { moderatorRoles, organizationStatuses } from "@tsunagari/domain/organization";
import { demandFound, literalOf } from "../kernel/index.ts";
import { findActivityRows, findAreasOfPlaces, holdOrganization, type ActivityRows } from "./rows.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: MunicipalityId };

const factsOf = async (
  { tx, municipalityId }: Scope,
  rows: ActivityRows,
  organizationStatus: string,
): Promise<ActivityFacts> => {
  const placeIds = [rows.published, rows.working].flatMap((version) => (version ? [version.placeId] : []));
  const areas = await findAreasOfPlaces(tx, municipalityId, placeIds);
  return {
    municipalityId,
    organizationId: asId<"organization">(rows.activity.organizationId),
    organizationStatus: literalOf(organizationStatuses, organizationStatus),
    status: literalOf(activityStatuses, rows.activity.status),
    workingStatus: rows.working ? literalOf(workingStatuses, rows.working.status) : null,
    areaIds: areas.map((row) => asId<"area">(row.areaId)),
  };
};

/** The facts of one activity as they stand, for reading. */
export const findFacts = async (scope: Scope, activityId: ActivityId): Promise<ActivityFacts | null> => {
  const rows = await findActivityRows(scope.tx, scope.municipalityId, activityId);
  if (!rows) return null;
  const [owner] = await scope.tx
    .select({ status: organization.status })
    .from(organization)
    .where(
      and(eq(organization.municipalityId, scope.municipalityId), eq(organization.id, rows.activity.organizationId)),
    );
  return owner ? factsOf(scope, rows, owner.status) : null;
};

/**
 * The facts with the activity locked. The organization's row is held first and in this order everywhere, so that an
 * activity cannot become public while its organization is being suspended.
 */
export const lockFacts = async (scope: Scope, activityId: ActivityId): Promise<ActivityFacts | null> => {
  const { tx, municipalityId } = scope;
  const isIt = and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId));
  const [found] = await tx.select({ organizationId: activity.organizationId }).from(activity).where(isIt);
  if (!found) return null;
  const owner = await holdOrganization(tx, municipalityId, found.organizationId);
  await tx.select({ id: activity.id }).from(activity).where(isIt).for("update");
  const rows = await findActivityRows(tx, municipalityId, activityId);
  return owner && rows ? factsOf(scope, rows, owner.status) : null;
};

/** The rows of an activity that the facts were just loaded from. */
export const getActivityRows = async ({ tx, municipalityId }: Scope, activityId: ActivityId): Promise<ActivityRows> =>
  demandFound(await findActivityRows(tx, municipalityId, activityId));

const moderatedAreas = (actor: Actor): { readonly isWholeCity: boolean; readonly areaIds: string[] } => {
  const roles = actor.kind === "staff" ? actor.roles.filter((role) => moderatorRoles.includes(role.code)) : [];
  return {
    isWholeCity: roles.some((role) => role.scopeKind === "municipality"),
    areaIds: roles.flatMap((role) => (role.scopeKind === "area" && role.scopeId !== null ? [role.scopeId] : [])),
  };
};

const liesInOneOf = (tx: Tx, areaIds: readonly string[]): SQL =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(activityVersion)
      .innerJoin(
        placeArea,
        and(
          eq(placeArea.municipalityId, activityVersion.municipalityId),
          eq(placeArea.placeId, activityVersion.placeId),
        ),
      )
      .where(
        and(
          eq(activityVersion.municipalityId, activity.municipalityId),
          eq(activityVersion.activityId, activity.id),
          inArray(activityVersion.status, ["approved", ...workingStatuses]),
          inArray(placeArea.areaId, [...areaIds]),
        ),
      ),
  );

/** The WHERE of every list of activities: exactly those that `activity.read` allows the actor. */
export const scopeFor = (tx: Tx, actor: Actor): SQL | undefined => {
  if (actor.kind === "partner") {
    if (actor.organizationId === null) return sql`false`;
    return and(eq(activity.organizationId, actor.organizationId), ne(activity.status, "discarded"));
  }
  const moderated = moderatedAreas(actor);
  const handedIn = inArray(activity.status, ["submitted", "returned", "published", "ended"]);
  if (moderated.isWholeCity) return handedIn;
  const madePublic = inArray(activity.status, ["published", "ended"]);
  return moderated.areaIds.length === 0
    ? madePublic
    : or(madePublic, and(handedIn, liesInOneOf(tx, moderated.areaIds)));
};

/** The WHERE of the approval queue: where the actor moderates, the whole city or areas of it. */
export const moderatedScopeFor = (tx: Tx, actor: Actor): SQL | undefined => {
  const { isWholeCity, areaIds } = moderatedAreas(actor);
  if (isWholeCity) return undefined;
  return areaIds.length === 0 ? sql`false` : liesInOneOf(tx, areaIds);
};
