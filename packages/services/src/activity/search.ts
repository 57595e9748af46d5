import { sql, type SQL } from "@tsunagari/db";
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
import { defineQuery } from "../kernel/index.ts";
import { isShown, nextOn, ruleQuery } from "./published.ts";

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

type Wanted = { readonly words: readonly string[]; readonly facets: readonly string[] };

const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;

/** Nothing asked for is no condition: the city alone is decided by its column. */
const matches = ({ words, facets }: Wanted, municipalityId: string): SQL => {
  const asked = [...new Set([...facets, ...words.flatMap(wordKeys)])];
  if (asked.length === 0) return sql`true`;
  const rechecks = words
    .filter(needsRecheck)
    .map((word) => sql` and p.search_text like ${likePattern(word)} escape '\\'`);
  return sql`p.search_keys @> ${textArray([facetKeys.city(municipalityId), ...asked])}${sql.join(rechecks, sql``)}`;
};

/**
 * For a common word the planner would read the whole table, unpacking every array of keys: about 1,000 ms where the
 * index takes 250 (98,000 hits). Sent together with the query, so it costs no round trip.
 */
const useIndex = sql`set local enable_seqscan = off`;

const item = (municipalityId: string): SQL => sql`json_build_object(
  'id', p.id,
  'title', p.title,
  'category', p.category,
  'summary', p.page #> '{content,summary}',
  'organizationName', p.page #> '{organization,name}',
  'placeName', p.page #> '{place,name}',
  'areaNames', (select coalesce(json_agg(a.name order by a.sort_order, a.code), '[]'::json) from area a
                 where a.municipality_id = ${municipalityId} and a.id = any (p.area_ids)),
  'audiences', p.page #> '{content,audiences}',
  'schedule', p.page #> '{content,schedule}',
  'scheduleNote', p.page #> '{content,scheduleNote}',
  'isFree', p.page #> '{content,isFree}',
  'accessibility', p.page #> '{content,accessibility}',
  'nextOn', hit.next_on,
  'verifiedOn', p.verified_on,
  'isStale', p.verified_on + rule.verification_days <= rule.today)`;

/** Public activities by word, area, category and weekday; the next to take place first, those by appointment last. */
export const searchActivities = defineQuery({
  action: "activity.search",
  input: SearchActivities,
  run: async ({ tx, municipalityId, input }): Promise<SearchResult> => {
    const wanted: Wanted = {
      words: queryWords(input.keyword ?? ""),
      facets: [
        ...(input.areaId === null ? [] : [facetKeys.area(input.areaId)]),
        ...(input.category === null ? [] : [facetKeys.category(input.category)]),
        ...(input.weekday === null ? [] : [facetKeys.weekday(input.weekday)]),
      ],
    };
    const skip = (input.page - 1) * searchPageSize;
    const query = sql`
      with rule as materialized (${ruleQuery(municipalityId)}),
      hit as materialized (
        select p.id, ${nextOn} as next_on, p.title
          from published_activity p, rule
         where p.municipality_id = ${municipalityId} and ${matches(wanted, municipalityId)} and ${isShown}
         order by next_on nulls last, p.title, p.id
         limit ${totalLimit + 1}),
      shown as (select * from hit order by next_on nulls last, title, id limit ${searchPageSize} offset ${skip})
      select (select count(*)::int from hit) as total,
             coalesce((select json_agg(${item(municipalityId)} order by hit.next_on nulls last, hit.title, hit.id)
                         from shown as hit
                         join published_activity p on p.municipality_id = ${municipalityId} and p.id = hit.id
                        cross join rule), '[]'::json) as items`;
    const [, [row]] = await Promise.all([
      tx.execute(useIndex),
      tx.execute<{ total: number; items: readonly PublicListItem[] }>(query),
    ]);
    const found = row?.total ?? 0;
    return {
      total: Math.min(found, totalLimit),
      isTotalCapped: found > totalLimit,
      page: input.page,
      pageSize: searchPageSize,
      items: row?.items ?? [],
    };
  },
});
