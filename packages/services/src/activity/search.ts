import { prepareStatement, sql, type SQL } from "@tsunagari/db";
import {
  facetKeys,
  likePattern,
  needsRecheck,
  queryWords,
  SearchActivities,
  wordKeys,
  type AccessibilityFlag,
  type ActivityCategory,
  type Audience,
  type Schedule,
} from "@tsunagari/domain/activity";
import type { CivilDate } from "@tsunagari/domain";
import { defineStatementQuery } from "../kernel/index.ts";
import { city, isShown, nextOn, ruleQuery } from "./published.ts";

/** Totals above this are said as 「1,000件以上」; counting on would cost more than it tells. */
export const totalLimit = 1000;
export const searchPageSize = 20;

/** One hit of the public search. */
export type PublicListItem = {
  readonly id: string;
  readonly title: string;
  readonly category: ActivityCategory;
  readonly summary: string;
  readonly organizationName: string;
  readonly placeName: string;
  readonly areaNames: readonly string[];
  readonly audiences: readonly Audience[];
  readonly schedule: Schedule;
  readonly scheduleNote: string | null;
  readonly isFree: boolean;
  readonly accessibility: readonly AccessibilityFlag[];
  readonly nextOn: CivilDate | null;
  readonly verifiedOn: CivilDate;
  readonly isStale: boolean;
};
export type SearchResult = {
  readonly total: number;
  /** true: there are more than `total`, so the total is said as 「1,000件以上」. */
  readonly isTotalCapped: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly items: readonly PublicListItem[];
};

const item: SQL = sql`json_build_object(
  'id', p.id,
  'title', p.title,
  'category', p.category,
  'summary', p.page #> '{content,summary}',
  'organizationName', p.page #> '{organization,name}',
  'placeName', p.page #> '{place,name}',
  'areaNames', (select coalesce(json_agg(a.name order by a.sort_order, a.code), '[]'::json) from area a
                 where a.municipality_id = ${city} and a.id = any (p.area_ids)),
  'audiences', p.page #> '{content,audiences}',
  'schedule', p.page #> '{content,schedule}',
  'scheduleNote', p.page #> '{content,scheduleNote}',
  'isFree', p.page #> '{content,isFree}',
  'accessibility', p.page #> '{content,accessibility}',
  'nextOn', hit.next_on,
  'verifiedOn', p.verified_on,
  'isStale', p.verified_on + rule.verification_days <= rule.today)`;

type Values = { city: string; keys: string[]; patterns: string[]; skip: number };

const skip = sql`${sql.placeholder("skip")}::int`;
const pageSize = sql.raw(String(searchPageSize));
const limit = sql.raw(String(totalLimit));

/** Public activities with these keys and words; the city is among the keys, so that the index alone finds candidates. */
const hits = (keys: SQL): SQL => sql`p.municipality_id = ${city} and p.search_keys @> ${keys}
  and p.search_text like all (${sql.placeholder("patterns")}::text[]) and ${isShown}`;
const asked = sql`${sql.placeholder("keys")}::text[]`;
/** The same on one weekday, so many days from today. */
const askedOn = (daysLater: 0 | 1): SQL =>
  sql`(${asked} || (select 'weekday=' || extract(isodow from today + ${sql.raw(String(daysLater))}) from rule))`;
const wanted = sql`${skip} + ${pageSize}`;
const order = sql.raw("next_on nulls last, from_time, title, id");

/** Those whose next date is so many days from today, the earliest first; they are a seventh of the hits. */
const nextDays = (daysLater: 0 | 1): SQL => {
  const day = sql`rule.today + ${sql.raw(String(daysLater))}`;
  return sql`select p.id, ${day} as next_on, p.from_time, p.title from published_activity p, rule
     where (select count(*) from found) > ${limit} and ${hits(askedOn(daysLater))} and ${nextOn} = ${day}
     order by p.from_time, p.title, p.id limit ${wanted}`;
};

/**
 * Count and page in one statement. Up to 1,000 hits, `found` holds them all. Of more, only the next 20 matter, and those
 * of today come first: `soon` looks among what takes place on this weekday, a seventh of the hits. Late in the day most
 * of them are over; then `later` does the same for tomorrow, and only where both are not enough for the page are all of
 * them put in order.
 */
const statement = prepareStatement<{ total: number; items: readonly PublicListItem[] }, Values>(sql`
  with rule as materialized (${ruleQuery}),
  found as materialized (
    select p.id, ${nextOn} as next_on, p.from_time, p.title from published_activity p, rule
     where ${hits(asked)} limit ${limit} + 1),
  soon as materialized (${nextDays(0)}),
  later as materialized (
    select * from (${nextDays(1)}) as tomorrow where (select count(*) from soon) < ${wanted}),
  near as materialized (select * from soon union all select * from later),
  every as materialized (
    select p.id, ${nextOn} as next_on, p.from_time, p.title from published_activity p, rule
     where (select count(*) from found) > ${limit} and (select count(*) from near) < ${wanted} and ${hits(asked)}
     order by ${order} limit ${wanted}),
  shown as (
    select * from found where (select count(*) from found) <= ${limit}
    union all
    select * from near where (select count(*) from near) >= ${wanted}
    union all
    select * from every
    order by ${order} limit ${pageSize} offset ${skip})
  select (select count(*)::int from found) as total,
         coalesce((select json_agg(${item} order by hit.next_on nulls last, hit.from_time, hit.title, hit.id)
                     from shown as hit
                     join published_activity p on p.municipality_id = ${city} and p.id = hit.id
                    cross join rule), '[]'::json) as items`);

/** Public activities by word, area, category and weekday; the next to take place first, by day and hour, those by appointment last. */
export const searchActivities = defineStatementQuery({
  action: "activity.search",
  input: SearchActivities,
  statement,
  values: ({ municipalityId, input }): Values => {
    const words = queryWords(input.keyword ?? "");
    const facets = [
      facetKeys.city(municipalityId),
      ...(input.areaId === null ? [] : [facetKeys.area(input.areaId)]),
      ...(input.category === null ? [] : [facetKeys.category(input.category)]),
      ...(input.weekday === null ? [] : [facetKeys.weekday(input.weekday)]),
    ];
    return {
      city: municipalityId,
      keys: [...new Set([...facets, ...words.flatMap(wordKeys)])],
      patterns: words.filter(needsRecheck).map(likePattern),
      skip: (input.page - 1) * searchPageSize,
    };
  },
  present: ({ rows, input }): SearchResult => {
    const found = rows[0]?.total ?? 0;
    return {
      total: Math.min(found, totalLimit),
      isTotalCapped: found > totalLimit,
      page: input.page,
      pageSize: searchPageSize,
      items: rows[0]?.items ?? [],
    };
  },
});
