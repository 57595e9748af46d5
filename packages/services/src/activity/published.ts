import { and, eq, refersTo, sql, type SQL, type Tx } from "@tsunagari/db";
import { activity, activityVersion, organization, place, publishedActivity } from "@tsunagari/db/schema";
import type { Instant } from "@tsunagari/domain";
import { facetKeys, foldText, textKeys, weekdayOnOrAfter, type ActivityContent } from "@tsunagari/domain/activity";
import { settingDefaults } from "@tsunagari/domain/municipality";
import { activityMessages } from "@tsunagari/messages";
import { contentOf, findAreasOfPlaces } from "./rows.ts";

/** What the public page of an activity says; stored as it was approved, so that reading it is one row. */
export type PublicPage = {
  readonly content: ActivityContent;
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly nameKana: string;
    readonly kind: string;
    readonly description: string;
    readonly website: string | null;
  };
  readonly place: {
    readonly name: string;
    readonly postalCode: string | null;
    readonly address: string;
    readonly directions: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
  };
};

/** Of an organization and a place, what the public page shows. */
type Source = {
  readonly municipalityId: string;
  readonly areaIds: readonly string[];
  readonly content: ActivityContent;
  readonly organization: PublicPage["organization"];
  readonly place: PublicPage["place"];
};

const pageOf = ({ content, organization: owner, place: where }: Source): PublicPage => ({
  content,
  organization: {
    id: owner.id,
    name: owner.name,
    nameKana: owner.nameKana,
    kind: owner.kind,
    description: owner.description,
    website: owner.website,
  },
  place: {
    name: where.name,
    postalCode: where.postalCode,
    address: where.address,
    directions: where.directions,
    latitude: where.latitude,
    longitude: where.longitude,
  },
});

const searchTextOf = ({ content, organization: owner, place: where }: PublicPage): string =>
  foldText(
    [
      content.title,
      content.titleKana,
      content.summary,
      content.description,
      activityMessages.categories[content.category],
      ...content.audiences.map((audience) => activityMessages.audiences[audience]),
      content.audienceNote,
      content.scheduleNote,
      content.joinNote,
      content.feeNote,
      ...content.accessibility.map((flag) => activityMessages.accessibility[flag]),
      content.accessibilityNote,
      owner.name,
      owner.nameKana,
      where.name,
      where.address,
      where.directions,
    ]
      .filter((text) => text !== null)
      .join("\n"),
  );

/** The searched columns of a published row: what a public activity is found by and what its page says. */
export const publishedColumns = (of: Source) => {
  const page = pageOf(of);
  const { content } = page;
  const { schedule } = content;
  const searchText = searchTextOf(page);
  const isWeekly = schedule.kind === "weekly";
  return {
    title: content.title,
    category: content.category,
    firstOn: isWeekly ? weekdayOnOrAfter(schedule.weekday, schedule.firstOn) : null,
    lastOn: isWeekly ? schedule.lastOn : null,
    skippedOn: isWeekly ? [...schedule.skippedOn] : [],
    fromTime: isWeekly ? schedule.fromTime : null,
    toTime: isWeekly ? schedule.toTime : null,
    areaIds: [...of.areaIds],
    searchText,
    searchKeys: [
      ...textKeys(searchText),
      facetKeys.city(of.municipalityId),
      facetKeys.category(content.category),
      ...of.areaIds.map(facetKeys.area),
      ...(isWeekly ? [facetKeys.weekday(schedule.weekday)] : []),
    ],
    page,
  };
};

const unpublish = (tx: Tx, municipalityId: string, activityId: string) =>
  tx
    .delete(publishedActivity)
    .where(and(eq(publishedActivity.municipalityId, municipalityId), eq(publishedActivity.id, activityId)));

/**
 * Brings the published row of one activity in line with its source, in the transaction that changed the source: it
 * stands while the activity is published and its organization active, and is gone otherwise.
 */
export const refreshPublished = async (
  tx: Tx,
  of: { readonly municipalityId: string; readonly activityId: string; readonly now: Instant },
): Promise<void> => {
  const { municipalityId, activityId } = of;
  const [source] = await tx
    .select({ activity, version: activityVersion, organization, place })
    .from(activity)
    .innerJoin(activityVersion, refersTo(activity, "publishedVersionId", activityVersion))
    .innerJoin(organization, refersTo(activity, "organizationId", organization))
    .innerJoin(place, and(eq(place.municipalityId, activity.municipalityId), eq(place.id, activityVersion.placeId)))
    .where(and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId)));
  const verifiedOn = source?.activity.verifiedOn ?? null;
  if (
    !source ||
    verifiedOn === null ||
    source.activity.status !== "published" ||
    source.organization.status !== "active"
  ) {
    await unpublish(tx, municipalityId, activityId);
    return;
  }
  const areas = await findAreasOfPlaces(tx, municipalityId, [source.place.id]);
  const { organization: owner, place: where } = source;
  const said = { municipalityId, areaIds: areas.map((area) => area.areaId), content: contentOf(source.version) };
  const row = { ...publishedColumns({ ...said, organization: owner, place: where }), verifiedOn };
  await tx
    .insert(publishedActivity)
    .values({
      municipalityId,
      id: activityId,
      organizationId: source.organization.id,
      publishedAt: of.now,
      ...row,
    })
    .onConflictDoUpdate({ target: [publishedActivity.municipalityId, publishedActivity.id], set: row });
};

/** The same for every activity of an organization whose name, places or status changed. */
export const refreshPublishedOf = async (
  tx: Tx,
  of: { readonly municipalityId: string; readonly organizationId: string; readonly now: Instant },
): Promise<void> => {
  const { municipalityId, organizationId, now } = of;
  const rows = await tx
    .select({ id: activity.id })
    .from(activity)
    .where(
      and(
        eq(activity.municipalityId, municipalityId),
        eq(activity.organizationId, organizationId),
        eq(activity.status, "published"),
      ),
    )
    .orderBy(activity.id);
  for (const { id } of rows) await refreshPublished(tx, { municipalityId, activityId: id, now });
};

/** The city in a statement that is made once; `values` gives it as `city`. */
export const city: SQL = sql`${sql.placeholder("city")}::uuid`;

/** A setting of the city as SQL, so that one statement serves a public page (D-16). */
const settingDays = (key: "verificationDays" | "unlistAfterOverdueDays"): SQL =>
  sql`coalesce((select (s.value #>> '{}')::int from municipality_setting s
        where s.municipality_id = ${city} and s.key = ${sql.raw(`'${key}'`)}), ${sql.raw(String(settingDefaults[key]))})`;

/**
 * The day, the hour and the city's rule for age, read once per statement; the predicates below name it `rule`. The day is
 * `app.today()` (D-34), whose functions are called only where a clock is set: they cost more than the rest.
 */
export const ruleQuery: SQL = sql`select japan.at::date as today, japan.at::time as clock,
  ${settingDays("verificationDays")} as verification_days,
  ${settingDays("unlistAfterOverdueDays")} as unlist_days
  from (select (case when nullif(current_setting('app.clock', true), '') is null then clock_timestamp() else app.now() end)
    at time zone 'Asia/Tokyo' as at offset 0) as japan`;

/**
 * The visibility predicate of D-16 over `published_activity p` and `rule`, the same as `isShownOn` of the domain: every
 * public list, page, export and feed uses this one.
 */
export const isShown: SQL = sql`(p.verified_on + rule.verification_days + rule.unlist_days > rule.today
  and (p.last_on is null or p.last_on >= rule.today))`;

/** The same day as `nextDayAt` of the domain: tomorrow once the hours of today are over. */
const due: SQL = sql`(rule.today + (p.to_time <= rule.clock)::int)`;

/**
 * The next date of `published_activity p`, counted from its first; null by appointment or where none is left. Most have
 * no day off, and sorting thousands of hits by their date is what a search takes its time for.
 */
export const nextOn: SQL = sql`(case when p.skipped_on = '{}' and p.last_on is null
  then p.first_on + 7 * greatest(0, (${due} - p.first_on + 6) / 7)
  else (select min(candidate.on_day)
    from (select p.first_on + 7 * (greatest(0, (${due} - p.first_on + 6) / 7) + step) as on_day
            from generate_series(0, cardinality(p.skipped_on)) as step) as candidate
    where candidate.on_day <> all (p.skipped_on) and (p.last_on is null or candidate.on_day <= p.last_on)) end)`;
