import { and, asc, eq, exists, gt, ilike, inArray, isNull, lte, or, sql, type SQL, type Tx } from "@tsunagari/db";
import { activity, organization, referralPermission } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { likePattern } from "@tsunagari/domain/activity";
import {
  ListOrganizations,
  organizationKinds,
  organizationStatuses,
  type OrganizationKind,
  type OrganizationStatus,
} from "@tsunagari/domain/organization";
import { defineQuery, literalOf } from "../kernel/index.ts";
import { permissionStateOn, type PermissionState } from "./present.ts";
import { findPermissions, type Scope } from "./store.ts";

export type OrganizationListItem = {
  readonly id: string;
  readonly name: string;
  readonly nameKana: string;
  readonly kind: OrganizationKind;
  readonly status: OrganizationStatus;
  readonly permissionState: PermissionState;
  readonly publishedActivities: number;
};

const mayReceive = (tx: Tx, today: CivilDate): SQL =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(referralPermission)
      .where(
        and(
          eq(referralPermission.municipalityId, organization.municipalityId),
          eq(referralPermission.organizationId, organization.id),
          lte(referralPermission.sinceOn, today),
          or(isNull(referralPermission.untilOn), gt(referralPermission.untilOn, today)),
        ),
      ),
  );

const countPublished = async ({ tx, municipalityId }: Scope, organizationIds: readonly string[]) => {
  if (organizationIds.length === 0) return new Map<string, number>();
  const rows = await tx
    .select({ organizationId: activity.organizationId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(activity)
    .where(
      and(
        eq(activity.municipalityId, municipalityId),
        inArray(activity.organizationId, [...organizationIds]),
        eq(activity.status, "published"),
      ),
    )
    .groupBy(activity.organizationId);
  return new Map(rows.map((row) => [row.organizationId, row.count]));
};

/** The organizations of the city. */
export const listOrganizations = defineQuery({
  action: "organization.list",
  input: ListOrganizations,
  run: async ({ tx, municipalityId, input, today, may }) => {
    const scope = { tx, municipalityId };
    const pattern = input.keyword === null ? null : likePattern(input.keyword.normalize("NFKC"));
    const rows = await tx
      .select({ organization, total: sql<number>`count(*) over ()`.mapWith(Number) })
      .from(organization)
      .where(
        and(
          eq(organization.municipalityId, municipalityId),
          input.kind === null ? undefined : eq(organization.kind, input.kind),
          input.status === null ? undefined : eq(organization.status, input.status),
          input.mayReceiveReferrals ? mayReceive(tx, today) : undefined,
          pattern === null ? undefined : or(ilike(organization.name, pattern), ilike(organization.nameKana, pattern)),
        ),
      )
      .orderBy(asc(organization.nameKana), asc(organization.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const ids = rows.map((row) => row.organization.id);
    const permissions = await findPermissions(scope, ids);
    const published = await countPublished(scope, ids);
    const items = rows.map(({ organization: row }): OrganizationListItem => ({
      id: row.id,
      name: row.name,
      nameKana: row.nameKana,
      kind: literalOf(organizationKinds, row.kind),
      status: literalOf(organizationStatuses, row.status),
      permissionState: permissionStateOn(
        permissions.filter((permission) => permission.organizationId === row.id),
        today,
      ),
      publishedActivities: published.get(row.id) ?? 0,
    }));
    return {
      total: rows[0]?.total ?? 0,
      page: input.page,
      pageSize: input.pageSize,
      items,
      abilities: { register: may("organization.register") },
    };
  },
});
