import {
  alias,
  and,
  asc,
  eq,
  exists,
  gt,
  ilike,
  inArray,
  isNull,
  lte,
  or,
  refersTo,
  sql,
  type SQL,
  type Tx,
} from "@tsunagari/db";
import { activity, activityVersion, organization, publishedActivity, referralPermission } from "@tsunagari/db/schema";
import { asId, type Actor, type CivilDate } from "@tsunagari/domain";
import {
  activityCategories,
  activityStatuses,
  freeReferralPlaces,
  freshnessOn,
  likePattern,
  ListActivities,
  nextDates,
  queryWords,
  wordKeys,
  workingStatuses,
  type ActivityCategory,
  type ActivityStatus,
  type FreshnessRule,
  type FreshnessState,
  type WorkingStatus,
} from "@tsunagari/domain/activity";
import type { OrganizationId, Verdict } from "@tsunagari/domain";
import { organizationStatuses } from "@tsunagari/domain/organization";
import { defineQuery, literalOf } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { contentOf, dateOrNull, findAreasOfPlaces } from "./rows.ts";
import { scopeFor } from "./store.ts";

const approved = alias(activityVersion, "approved");
const working = alias(activityVersion, "working");

export type ActivityListItem = {
  readonly id: string;
  readonly version: number;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly title: string;
  readonly category: ActivityCategory;
  readonly status: ActivityStatus;
  /** A change in work; null for staff where it was not handed in. */
  readonly workingStatus: WorkingStatus | null;
  readonly nextOn: CivilDate | null;
  readonly verifiedOn: CivilDate | null;
  readonly freshness: FreshnessState | null;
  readonly acceptsReferrals: boolean;
  readonly referralPlacesFree: number | null;
  readonly abilities: { readonly confirm: Verdict };
};

const source = (tx: Tx) =>
  tx
    .select({
      activity,
      approved,
      working,
      organizationName: organization.name,
      organizationStatus: organization.status,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(activity)
    .innerJoin(organization, refersTo(activity, "organizationId", organization))
    .leftJoin(
      approved,
      and(
        eq(approved.municipalityId, activity.municipalityId),
        eq(approved.activityId, activity.id),
        eq(approved.status, "approved"),
      ),
    )
    .leftJoin(
      working,
      and(
        eq(working.municipalityId, activity.municipalityId),
        eq(working.activityId, activity.id),
        inArray(working.status, [...workingStatuses]),
      ),
    );
type Row = Awaited<ReturnType<typeof source>>[number];

const placeIdsOf = (row: Row): string[] =>
  [row.approved, row.working].flatMap((version) => (version ? [version.placeId] : []));

/** What is public is found as the public finds it, the rest by title and organization. */
const matchesKeyword = (tx: Tx, keyword: string | null): SQL | undefined => {
  if (keyword === null) return undefined;
  const words = queryWords(keyword);
  const isIt = refersTo(activity, "id", publishedActivity);
  const inPublished = words.map(
    (word) =>
      sql`${publishedActivity.searchKeys} @> array[${sql.join(
        wordKeys(word).map((key) => sql`${key}`),
        sql`, `,
      )}]::text[] and ${publishedActivity.searchText} like ${likePattern(word)} escape '\\'`,
  );
  const pattern = likePattern(keyword.normalize("NFKC"));
  return or(
    exists(
      tx
        .select({ one: sql`1` })
        .from(publishedActivity)
        .where(and(isIt, ...inPublished)),
    ),
    ilike(working.title, pattern),
    ilike(approved.title, pattern),
    ilike(organization.name, pattern),
  );
};

/** D-14: published, willing, and of an organization that may receive referrals today. */
const mayReceive = (tx: Tx, today: CivilDate): SQL | undefined =>
  and(
    eq(activity.status, "published"),
    eq(activity.acceptsReferrals, true),
    eq(organization.status, "active"),
    exists(
      tx
        .select({ one: sql`1` })
        .from(referralPermission)
        .where(
          and(
            eq(referralPermission.municipalityId, activity.municipalityId),
            eq(referralPermission.organizationId, activity.organizationId),
            lte(referralPermission.sinceOn, today),
            or(isNull(referralPermission.untilOn), gt(referralPermission.untilOn, today)),
          ),
        ),
    ),
  );

const titleRow = (row: Row, actor: Actor) => {
  // Staff read the public title while a change is only being written.
  const shown = actor.kind === "partner" ? (row.working ?? row.approved) : (row.approved ?? row.working);
  return shown ?? null;
};

type View = { readonly actor: Actor; readonly today: CivilDate; readonly rule: FreshnessRule };

const presentRow = (row: Row, { actor, today, rule }: View): Omit<ActivityListItem, "abilities"> => {
  const { activity: own } = row;
  const named = titleRow(row, actor);
  const status = literalOf(activityStatuses, own.status);
  const verifiedOn = dateOrNull(own.verifiedOn);
  const workingStatus = row.working ? literalOf(workingStatuses, row.working.status) : null;
  const schedule = row.approved ? contentOf(row.approved).schedule : null;
  return {
    id: own.id,
    version: own.version,
    organizationId: asId<"organization">(own.organizationId),
    organizationName: row.organizationName,
    title: named?.title ?? "",
    category: literalOf(activityCategories, named?.category ?? "other"),
    status,
    workingStatus: workingStatus === "draft" && actor.kind !== "partner" ? null : workingStatus,
    nextOn: schedule && status === "published" ? (nextDates(schedule, today, 1)[0] ?? null) : null,
    verifiedOn,
    freshness: verifiedOn && status === "published" ? freshnessOn(verifiedOn, today, rule) : null,
    acceptsReferrals: own.acceptsReferrals,
    referralPlacesFree: freeReferralPlaces(own),
  };
};

/** The activities the actor may read: of the own organization, or what was handed in to the city. */
export const listActivities = defineQuery({
  action: "activity.list",
  input: ListActivities,
  run: async ({ tx, actor, municipalityId, input, today, may }) => {
    const rows = await source(tx)
      .where(
        and(
          eq(activity.municipalityId, municipalityId),
          scopeFor(tx, actor),
          input.organizationId === null ? undefined : eq(activity.organizationId, input.organizationId),
          input.status === null ? undefined : eq(activity.status, input.status),
          input.acceptsReferrals ? mayReceive(tx, today) : undefined,
          matchesKeyword(tx, input.keyword),
        ),
      )
      .orderBy(asc(sql`coalesce(${approved.title}, ${working.title})`), asc(activity.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const rule = await loadSettings(tx, municipalityId);
    const areas = await findAreasOfPlaces(tx, municipalityId, rows.flatMap(placeIdsOf));
    const items = rows.map((row): ActivityListItem => {
      const item = presentRow(row, { actor, today, rule });
      const placeIds = placeIdsOf(row);
      const confirm = may("activity.confirm", {
        municipalityId,
        organizationId: item.organizationId,
        organizationStatus: literalOf(organizationStatuses, row.organizationStatus),
        status: item.status,
        workingStatus: item.workingStatus,
        areaIds: areas.filter((area) => placeIds.includes(area.placeId)).map((area) => asId<"area">(area.areaId)),
      });
      return { ...item, abilities: { confirm } };
    });
    const abilities = { create: may("activity.create") };
    return { total: rows[0]?.total ?? 0, page: input.page, pageSize: input.pageSize, items, abilities };
  },
});
