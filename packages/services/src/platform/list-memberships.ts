import { and, asc, eq, inArray, sql } from "@tsunagari/db";
import { organization, platform, platformArea, platformMembership } from "@tsunagari/db/schema";
import { asId, civilDateOf, type Abilities, type CivilDate } from "@tsunagari/domain";
import { organizationKinds, organizationStatuses, type OrganizationKind } from "@tsunagari/domain/organization";
import {
  ListMemberships,
  membershipStatuses,
  platformStatuses,
  type MembershipStatus,
} from "@tsunagari/domain/platform";
import { defineQuery, literalOf } from "../kernel/index.ts";

export type MembershipListItem = {
  readonly id: string;
  readonly version: number;
  readonly platformId: string;
  readonly platformName: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationKind: OrganizationKind;
  readonly status: MembershipStatus;
  readonly message: string | null;
  readonly appliedAt: Date;
  readonly declineReason: string | null;
  readonly sinceOn: CivilDate | null;
  readonly untilOn: CivilDate | null;
  readonly abilities: Abilities<"approve" | "decline" | "leave">;
};

const dateOrNull = (value: string | null): CivilDate | null => (value === null ? null : civilDateOf(value));

/** Applications and memberships; with `status: "applied"` the queue, the longest waiting first. */
export const listMemberships = defineQuery({
  action: "platform.listMemberships",
  input: ListMemberships,
  run: async ({ tx, municipalityId, input, may }) => {
    const rows = await tx
      .select({
        membership: platformMembership,
        platform: { name: platform.name, status: platform.status },
        organization: { name: organization.name, kind: organization.kind, status: organization.status },
        total: sql<number>`count(*) over ()`.mapWith(Number),
      })
      .from(platformMembership)
      .innerJoin(
        platform,
        and(eq(platform.municipalityId, platformMembership.municipalityId), eq(platform.id, platformMembership.platformId)),
      )
      .innerJoin(
        organization,
        and(
          eq(organization.municipalityId, platformMembership.municipalityId),
          eq(organization.id, platformMembership.organizationId),
        ),
      )
      .where(
        and(
          eq(platformMembership.municipalityId, municipalityId),
          input.platformId === null ? undefined : eq(platformMembership.platformId, input.platformId),
          input.status === null ? undefined : eq(platformMembership.status, input.status),
        ),
      )
      .orderBy(asc(platformMembership.appliedAt), asc(platformMembership.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const platformIds = [...new Set(rows.map((row) => row.membership.platformId))];
    const areas =
      platformIds.length === 0
        ? []
        : await tx
            .select({ platformId: platformArea.platformId, areaId: platformArea.areaId })
            .from(platformArea)
            .where(and(eq(platformArea.municipalityId, municipalityId), inArray(platformArea.platformId, platformIds)));
    const items = rows.map(({ membership: row, platform: of, organization: who }): MembershipListItem => {
      const status = literalOf(membershipStatuses, row.status);
      const facts = {
        municipalityId,
        platformId: asId<"platform">(row.platformId),
        status: literalOf(platformStatuses, of.status),
        areaIds: areas.filter((area) => area.platformId === row.platformId).map((area) => asId<"area">(area.areaId)),
        organization: {
          organizationId: asId<"organization">(row.organizationId),
          status: literalOf(organizationStatuses, who.status),
        },
        membershipStatus: status,
      };
      return {
        id: row.id,
        version: row.version,
        platformId: row.platformId,
        platformName: of.name,
        organizationId: row.organizationId,
        organizationName: who.name,
        organizationKind: literalOf(organizationKinds, who.kind),
        status,
        message: row.message,
        appliedAt: row.appliedAt,
        declineReason: row.declineReason,
        sinceOn: dateOrNull(row.sinceOn),
        untilOn: dateOrNull(row.untilOn),
        abilities: {
          approve: may("platform.approve", facts),
          decline: may("platform.decline", facts),
          leave: may("platform.leave", facts),
        },
      };
    });
    return { total: rows[0]?.total ?? 0, page: input.page, pageSize: input.pageSize, items };
  },
});
