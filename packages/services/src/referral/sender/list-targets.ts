import { and, asc, eq, exists, gt, isNull, lte, or, refersTo, sql, type Tx } from "@tsunagari/db";
import { activity, activityVersion, organization, referralPermission } from "@tsunagari/db/schema";
import { asId, type CivilDate } from "@tsunagari/domain";
import { activityCategories } from "@tsunagari/domain/activity";
import { ListReferralTargets } from "@tsunagari/domain/referral";
import { defineQuery, literalOf } from "../../kernel/index.ts";

const permittedToday = (tx: Tx, municipalityId: string, today: CivilDate) =>
  tx
    .select({ one: sql`1` })
    .from(referralPermission)
    .where(
      and(
        eq(referralPermission.municipalityId, municipalityId),
        eq(referralPermission.organizationId, activity.organizationId),
        lte(referralPermission.sinceOn, today),
        or(isNull(referralPermission.untilOn), gt(referralPermission.untilOn, today)),
      ),
    );

const selectTargets = (tx: Tx, municipalityId: string, today: CivilDate) =>
  tx
    .select({
      activityId: activity.id,
      title: activityVersion.title,
      category: activityVersion.category,
      organizationId: activity.organizationId,
      organizationName: organization.name,
      capacity: activity.referralCapacity,
      taken: activity.referralPlacesTaken,
    })
    .from(activity)
    .innerJoin(activityVersion, refersTo(activity, "publishedVersionId", activityVersion))
    .innerJoin(organization, refersTo(activity, "organizationId", organization))
    .where(
      and(
        eq(activity.municipalityId, municipalityId),
        eq(activity.status, "published"),
        eq(activity.acceptsReferrals, true),
        exists(permittedToday(tx, municipalityId, today)),
      ),
    )
    .orderBy(asc(organization.nameKana), asc(activityVersion.title), asc(activity.id));

/** Activities a person may be referred to today: published, open to referrals, of an organization with a permission (D-14). */
export const listReferralTargets = defineQuery({
  action: "referral.listTargets",
  input: ListReferralTargets,
  run: async ({ tx, municipalityId, today }) => {
    const rows = await selectTargets(tx, municipalityId, today);
    return {
      items: rows.map((row) => ({
        activityId: asId<"activity">(row.activityId),
        title: row.title,
        category: literalOf(activityCategories, row.category),
        organizationId: asId<"organization">(row.organizationId),
        organizationName: row.organizationName,
        capacity: row.capacity,
        freePlaces: row.capacity === null ? null : Math.max(0, row.capacity - row.taken),
      })),
    };
  },
});
