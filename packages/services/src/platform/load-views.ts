import { and, asc, desc, eq, gt, inArray, isNull, or, refersTo, sql } from "@tsunagari/db";
import { area, department, platform, platformArea, platformMembership, platformOperator } from "@tsunagari/db/schema";
import { asId, civilDateOf, type Actor, type CivilDate, type OrganizationId } from "@tsunagari/domain";
import {
  countMembersOn,
  membershipStatuses,
  operatorRoles,
  platformStatuses,
  platformStatusOn,
  type PlatformFacts,
  type PlatformId,
} from "@tsunagari/domain/platform";
import { literalOf, type RunStep } from "../kernel/index.ts";
import { departmentNameToday } from "../municipality/index.ts";
import type { OwnMembership, PlatformView } from "./present.ts";
import { findDatedMemberships, findFacts, findPlatformRow, type MembershipRow, type Scope } from "./store.ts";

type Step = Pick<RunStep<unknown, unknown>, "tx" | "municipalityId" | "actor" | "today" | "may">;

export const ownOrganizationOf = (actor: Actor): OrganizationId | null =>
  actor.kind === "partner" ? actor.organizationId : null;

const findAreaNames = async ({ tx, municipalityId }: Scope, platformId: string) => {
  const rows = await tx
    .select({ name: area.name })
    .from(platformArea)
    .innerJoin(area, refersTo(platformArea, "areaId", area))
    .where(and(eq(platformArea.municipalityId, municipalityId), eq(platformArea.platformId, platformId)))
    .orderBy(asc(area.sortOrder), asc(area.code));
  return rows.map((row) => row.name);
};

const findOperators = async ({ tx, municipalityId }: Scope, platformId: string, on: CivilDate) => {
  const rows = await tx
    .select({ name: departmentNameToday, role: platformOperator.role })
    .from(platformOperator)
    .innerJoin(department, refersTo(platformOperator, "departmentId", department))
    .where(
      and(
        eq(platformOperator.municipalityId, municipalityId),
        eq(platformOperator.platformId, platformId),
        or(isNull(platformOperator.untilOn), gt(platformOperator.untilOn, on)),
      ),
    )
    .orderBy(asc(department.sortOrder), asc(department.name));
  return rows.map((row) => ({ name: row.name, role: literalOf(operatorRoles, row.role) }));
};

const presentOwn = (row: MembershipRow): OwnMembership => ({
  id: row.id,
  version: row.version,
  status: literalOf(membershipStatuses, row.status),
  message: row.message,
  appliedAt: row.appliedAt,
  declineReason: row.declineReason,
  sinceOn: row.sinceOn === null ? null : civilDateOf(row.sinceOn),
  untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
});

const findOwn = async ({ tx, municipalityId }: Scope, platformId: string, organizationId: OrganizationId) => {
  const [row] = await tx
    .select()
    .from(platformMembership)
    .where(
      and(
        eq(platformMembership.municipalityId, municipalityId),
        eq(platformMembership.platformId, platformId),
        eq(platformMembership.organizationId, organizationId),
      ),
    )
    .orderBy(desc(platformMembership.appliedAt), desc(platformMembership.id))
    .limit(1);
  return row ? presentOwn(row) : null;
};

const countApplications = async ({ tx, municipalityId }: Scope, platformId: string) => {
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(platformMembership)
    .where(
      and(
        eq(platformMembership.municipalityId, municipalityId),
        eq(platformMembership.platformId, platformId),
        eq(platformMembership.status, "applied"),
      ),
    );
  return row?.count ?? 0;
};

/** One platform as the actor sees it; null where there is none. */
export const loadView = async (step: Step, platformId: PlatformId): Promise<PlatformView | null> => {
  const { actor, today, may } = step;
  const organizationId = ownOrganizationOf(actor);
  const row = await findPlatformRow(step, platformId);
  const facts: PlatformFacts | null = await findFacts(step, platformId, organizationId);
  if (!row || !facts) return null;
  const memberships = (await findDatedMemberships(step, [platformId])).map((membership) => ({
    organizationId: asId<"organization">(membership.organizationId),
    sinceOn: membership.sinceOn === null ? null : civilDateOf(membership.sinceOn),
    untilOn: membership.untilOn === null ? null : civilDateOf(membership.untilOn),
  }));
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    status: platformStatusOn(
      { status: literalOf(platformStatuses, row.status), sinceOn: civilDateOf(row.sinceOn) },
      today,
    ),
    sinceOn: civilDateOf(row.sinceOn),
    areaNames: await findAreaNames(step, platformId),
    operators: await findOperators(step, platformId, today),
    memberCount: countMembersOn(memberships, today),
    applicationCount: actor.kind === "staff" ? await countApplications(step, platformId) : null,
    membership: organizationId === null ? null : await findOwn(step, platformId, organizationId),
    abilities: {
      requestToJoin: may("platform.requestToJoin", facts),
      cancelApplication: may("platform.cancelApplication", facts),
      leave: may("platform.leave", facts),
      listMembers: may("platform.listMembers", facts),
    },
  };
};

/** The ids of all platforms of the city that have not closed before today, by name. */
export const findPlatformIds = async ({ tx, municipalityId }: Scope): Promise<readonly PlatformId[]> => {
  const rows = await tx
    .select({ id: platform.id })
    .from(platform)
    .where(and(eq(platform.municipalityId, municipalityId), inArray(platform.status, ["preparing", "active"])))
    .orderBy(asc(platform.sinceOn), asc(platform.name));
  return rows.map((row) => asId<"platform">(row.id));
};
