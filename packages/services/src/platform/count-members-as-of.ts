import { and, asc, eq, lte } from "@tsunagari/db";
import { platform } from "@tsunagari/db/schema";
import { asId, civilDateOf, type CivilDate } from "@tsunagari/domain";
import { CountMembersAsOf, countMembersOn } from "@tsunagari/domain/platform";
import { defineQuery } from "../kernel/index.ts";
import { findDatedMemberships } from "./store.ts";

export type MemberCounts = {
  readonly on: CivilDate;
  readonly platforms: readonly { readonly platformId: string; readonly name: string; readonly members: number }[];
  /** Organizations that belong to at least one platform: less than the sum where some belong to several. */
  readonly distinctMembers: number;
};

/** How many distinct organizations belonged to each platform that stood on a day (G-13, G-14). */
export const countMembersAsOf = defineQuery({
  action: "platform.countMembersAsOf",
  input: CountMembersAsOf,
  run: async ({ tx, municipalityId, input: { on } }): Promise<MemberCounts> => {
    const rows = await tx
      .select({ id: platform.id, name: platform.name })
      .from(platform)
      .where(and(eq(platform.municipalityId, municipalityId), lte(platform.sinceOn, on)))
      .orderBy(asc(platform.sinceOn), asc(platform.name));
    const found = await findDatedMemberships(
      { tx, municipalityId },
      rows.map((row) => row.id),
    );
    const memberships = found.map((row) => ({
      platformId: row.platformId,
      organizationId: asId<"organization">(row.organizationId),
      sinceOn: row.sinceOn === null ? null : civilDateOf(row.sinceOn),
      untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
    }));
    return {
      on,
      platforms: rows.map((row) => ({
        platformId: row.id,
        name: row.name,
        members: countMembersOn(
          memberships.filter((membership) => membership.platformId === row.id),
          on,
        ),
      })),
      distinctMembers: countMembersOn(memberships, on),
    };
  },
});
