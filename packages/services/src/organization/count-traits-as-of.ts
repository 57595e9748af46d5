import { and, eq, sql } from "@tsunagari/db";
import { organizationTrait } from "@tsunagari/db/schema";
import { civilDateOf } from "@tsunagari/domain";
import { countOfTrait, CountTraitsAsOf, organizationTraits } from "@tsunagari/domain/organization";
import { defineQuery } from "../kernel/index.ts";

/** How many distinct organizations the plan counts on a day; null before anybody counted (G-10, G-12). */
export const countTraitsAsOf = defineQuery({
  action: "organization.countTraitsAsOf",
  input: CountTraitsAsOf,
  run: async ({ tx, municipalityId, input: { on } }) => {
    const { trait, organizationId, sinceOn, untilOn } = organizationTrait;
    const holds = sql`${sinceOn} <= ${on} and (${untilOn} is null or ${untilOn} > ${on})`;
    const rows = await tx
      .select({
        trait,
        firstOn: sql<string>`min(${sinceOn})::text`,
        organizations: sql<number>`(count(distinct ${organizationId}) filter (where ${holds}))::int`,
      })
      .from(organizationTrait)
      // What was taken back was never counted, not even as the first.
      .where(and(eq(organizationTrait.municipalityId, municipalityId), sql`${untilOn} is distinct from ${sinceOn}`))
      .groupBy(trait);
    return {
      on,
      traits: organizationTraits.map((one) => {
        const row = rows.find((found) => found.trait === one);
        const firstOn = row ? civilDateOf(row.firstOn) : null;
        return { trait: one, organizations: countOfTrait({ organizations: row?.organizations ?? 0, firstOn }, on) };
      }),
    };
  },
});
