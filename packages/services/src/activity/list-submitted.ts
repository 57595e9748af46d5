import { alias, and, asc, eq, refersTo, sql } from "@tsunagari/db";
import { activity, activityVersion, organization } from "@tsunagari/db/schema";
import {
  activityCategories,
  changedFields,
  ListSubmittedActivities,
  type ActivityCategory,
  type ContentField,
} from "@tsunagari/domain/activity";
import { defineQuery, literalOf } from "../kernel/index.ts";
import { contentOf } from "./rows.ts";
import { moderatedScopeFor } from "./store.ts";

const submitted = alias(activityVersion, "submitted");
const approved = alias(activityVersion, "approved");

export type SubmittedListItem = {
  readonly id: string;
  readonly organizationName: string;
  readonly title: string;
  readonly category: ActivityCategory;
  readonly submittedAt: Date | null;
  /** true: the activity is public already and only a change waits. */
  readonly isChange: boolean;
  readonly changedFields: readonly ContentField[];
};

/** What waits for the city's approval, the longest waiting first. */
export const listSubmittedActivities = defineQuery({
  action: "activity.listSubmitted",
  input: ListSubmittedActivities,
  run: async ({ tx, actor, municipalityId, input }) => {
    const rows = await tx
      .select({
        id: activity.id,
        organizationName: organization.name,
        submitted,
        approved,
        total: sql<number>`count(*) over ()`.mapWith(Number),
      })
      .from(activity)
      .innerJoin(
        submitted,
        and(
          eq(submitted.municipalityId, activity.municipalityId),
          eq(submitted.activityId, activity.id),
          eq(submitted.status, "submitted"),
        ),
      )
      .innerJoin(organization, refersTo(activity, "organizationId", organization))
      .leftJoin(
        approved,
        and(
          eq(approved.municipalityId, activity.municipalityId),
          eq(approved.activityId, activity.id),
          eq(approved.status, "approved"),
        ),
      )
      .where(and(eq(activity.municipalityId, municipalityId), moderatedScopeFor(tx, actor)))
      .orderBy(asc(submitted.submittedAt), asc(activity.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const items = rows.map((row): SubmittedListItem => ({
      id: row.id,
      organizationName: row.organizationName,
      title: row.submitted.title,
      category: literalOf(activityCategories, row.submitted.category),
      submittedAt: row.submitted.submittedAt,
      isChange: row.approved !== null,
      changedFields: row.approved ? changedFields(contentOf(row.approved), contentOf(row.submitted)) : [],
    }));
    return { total: rows[0]?.total ?? 0, page: input.page, pageSize: input.pageSize, items };
  },
});
