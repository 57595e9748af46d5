import { and, asc, eq, gt, inArray, isNull, lte, or, refersTo } from "@tsunagari/db";
import { organization, platformMembership } from "@tsunagari/db/schema";
import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import { organizationKinds, type OrganizationKind } from "@tsunagari/domain/organization";
import { ListMembers } from "@tsunagari/domain/platform";
import { defineQuery, literalOf } from "../kernel/index.ts";
import { ownOrganizationOf } from "./load-views.ts";
import { findFacts } from "./store.ts";

export type MemberListItem = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly kind: OrganizationKind;
  readonly sinceOn: CivilDate;
};

/** The member organizations on a day: for staff any day, for members today. */
export const listMembers = defineQuery({
  action: "platform.listMembers",
  input: ListMembers,
  load: (step) => findFacts(step, step.input.platformId, ownOrganizationOf(step.actor)),
  run: async ({ tx, actor, municipalityId, input, today }) => {
    // A partner's fence shows current memberships only, so a past day would be counted wrongly.
    const on = actor.kind === "staff" ? (input.on ?? today) : today;
    const rows = await tx
      .selectDistinctOn([organization.nameKana, organization.id], {
        organizationId: organization.id,
        organizationName: organization.name,
        kind: organization.kind,
        sinceOn: platformMembership.sinceOn,
      })
      .from(platformMembership)
      .innerJoin(organization, refersTo(platformMembership, "organizationId", organization))
      .where(
        and(
          eq(platformMembership.municipalityId, municipalityId),
          eq(platformMembership.platformId, input.platformId),
          inArray(platformMembership.status, ["active", "left"]),
          lte(platformMembership.sinceOn, on),
          or(isNull(platformMembership.untilOn), gt(platformMembership.untilOn, on)),
        ),
      )
      .orderBy(asc(organization.nameKana), asc(organization.id), asc(platformMembership.sinceOn));
    const items = rows.map((row): MemberListItem => ({
      organizationId: row.organizationId,
      organizationName: row.organizationName,
      kind: literalOf(organizationKinds, row.kind),
      sinceOn: civilDateOf(row.sinceOn ?? on),
    }));
    return { on, total: items.length, items };
  },
});
