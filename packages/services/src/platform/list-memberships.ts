import { and, asc, eq, refersTo, sql } from "@tsunagari/db";
import { organization, platform, platformMembership } from "@tsunagari/db/schema";
import { asId, civilDateOf, type Abilities, type CivilDate } from "@tsunagari/domain";
import { organizationKinds, organizationStatuses, type OrganizationKind } from "@tsunagari/domain/organization";
import {
  ListMemberships,
  membershipStatuses,
  platformStatuses,
  type MembershipStatus,
  type PlatformFacts,
} from "@tsunagari/domain/platform";
import { defineQuery, literalOf } from "../kernel/index.ts";
import { findAreaIds, findCityRules, type MembershipRow } from "./store.ts";

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

type Row = {
  readonly membership: MembershipRow;
  readonly platform: { readonly name: string; readonly status: string };
  readonly organization: { readonly name: string; readonly kind: string; readonly status: string };
};

const factsOf = (row: Row, about: Pick<PlatformFacts, "areaIds" | "isModuleOn" | "memberTypes">): PlatformFacts => ({
  ...about,
  municipalityId: asId<"municipality">(row.membership.municipalityId),
  platformId: asId<"platform">(row.membership.platformId),
  status: literalOf(platformStatuses, row.platform.status),
  organization: {
    organizationId: asId<"organization">(row.membership.organizationId),
    status: literalOf(organizationStatuses, row.organization.status),
  },
  membershipStatus: literalOf(membershipStatuses, row.membership.status),
});

const present = (
  { membership: row, platform: of, organization: who }: Row,
  abilities: MembershipListItem["abilities"],
): MembershipListItem => ({
  id: row.id,
  version: row.version,
  platformId: row.platformId,
  platformName: of.name,
  organizationId: row.organizationId,
  organizationName: who.name,
  organizationKind: literalOf(organizationKinds, who.kind),
  status: literalOf(membershipStatuses, row.status),
  message: row.message,
  appliedAt: row.appliedAt,
  declineReason: row.declineReason,
  sinceOn: dateOrNull(row.sinceOn),
  untilOn: dateOrNull(row.untilOn),
  abilities,
});

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
      .innerJoin(platform, refersTo(platformMembership, "platformId", platform))
      .innerJoin(organization, refersTo(platformMembership, "organizationId", organization))
      .where(
        and(
          eq(platformMembership.municipalityId, municipalityId),
          input.platformId === null ? undefined : eq(platformMembership.platformId, input.platformId),
          input.organizationId === null ? undefined : eq(platformMembership.organizationId, input.organizationId),
          input.status === null ? undefined : eq(platformMembership.status, input.status),
        ),
      )
      .orderBy(asc(platformMembership.appliedAt), asc(platformMembership.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const areaIdsOf = new Map<string, PlatformFacts["areaIds"]>();
    for (const { membership } of rows) {
      if (areaIdsOf.has(membership.platformId)) continue;
      areaIdsOf.set(membership.platformId, await findAreaIds({ tx, municipalityId }, membership.platformId));
    }
    const rules = await findCityRules({ tx, municipalityId });
    const items = rows.map((row) => {
      const facts = factsOf(row, { ...rules, areaIds: areaIdsOf.get(row.membership.platformId) ?? [] });
      return present(row, {
        approve: may("platform.approve", facts),
        decline: may("platform.decline", facts),
        leave: may("platform.leave", facts),
      });
    });
    return { total: rows[0]?.total ?? 0, page: input.page, pageSize: input.pageSize, items };
  },
});
