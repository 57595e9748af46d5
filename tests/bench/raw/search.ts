import { facetKeys, likePattern, needsRecheck, queryWords, wordKeys } from "@tsunagari/domain/activity";
import { worldCity } from "../world/ids.ts";
import type { RawHandler } from "./handler.ts";

/** Written by hand for this table; the city's rule for age is read as the program reads it. */
const statement = `
with rule as materialized (
  select (clock_timestamp() at time zone 'Asia/Tokyo')::date as today,
         (clock_timestamp() at time zone 'Asia/Tokyo')::time as clock,
         coalesce((select (s.value #>> '{}')::int from municipality_setting s
                    where s.municipality_id = $1::uuid and s.key = 'verificationDays'), 180) as fresh,
         coalesce((select (s.value #>> '{}')::int from municipality_setting s
                    where s.municipality_id = $1::uuid and s.key = 'unlistAfterOverdueDays'), 60) as overdue),
hit as materialized (
  select p.id, p.title, p.from_time,
         case when p.skipped_on = '{}' then p.first_on + 7 * greatest(0, (rule.today + (p.to_time <= rule.clock)::int - p.first_on + 6) / 7)
              else (select min(d) from (select p.first_on + 7 * (greatest(0, (rule.today + (p.to_time <= rule.clock)::int - p.first_on + 6) / 7) + n) as d
                                          from generate_series(0, cardinality(p.skipped_on)) n) days
                     where d <> all (p.skipped_on)) end as next_on
    from published_activity p, rule
   where p.municipality_id = $1::uuid and p.search_keys @> $2::text[] and p.search_text like $3
     and p.verified_on + rule.fresh + rule.overdue > rule.today
     and (p.last_on is null or p.last_on >= rule.today)),
shown as (select * from hit order by next_on nulls last, from_time, title, id limit 20)
select json_build_object(
  'total', (select count(*) from hit),
  'items', (select coalesce(json_agg(json_build_object(
      'id', p.id, 'title', p.title, 'category', p.category, 'summary', p.page #> '{content,summary}',
      'organizationName', p.page #> '{organization,name}', 'placeName', p.page #> '{place,name}',
      'areaNames', (select coalesce(json_agg(a.name order by a.sort_order, a.code), '[]') from area a
                     where a.municipality_id = $1::uuid and a.id = any (p.area_ids)),
      'audiences', p.page #> '{content,audiences}', 'schedule', p.page #> '{content,schedule}',
      'scheduleNote', p.page #> '{content,scheduleNote}', 'isFree', p.page #> '{content,isFree}',
      'accessibility', p.page #> '{content,accessibility}', 'nextOn', s.next_on, 'verifiedOn', p.verified_on,
      'isStale', p.verified_on + rule.fresh <= rule.today) order by s.next_on nulls last, s.from_time, s.title, s.id), '[]')
    from shown s join published_activity p on p.municipality_id = $1::uuid and p.id = s.id, rule))::text`;

export const rawSearch: RawHandler = {
  id: "search",
  statement,
  parameters: (query) => {
    const words = queryWords(query.get("keyword") ?? "");
    const area = query.get("areaId");
    const category = query.get("category");
    const keys = [
      facetKeys.city(worldCity.id),
      ...(area === null ? [] : [facetKeys.area(area)]),
      ...(category === null ? [] : [facetKeys.category(category)]),
      ...words.flatMap(wordKeys),
    ];
    const [long] = words.filter(needsRecheck);
    return [worldCity.id, keys, long === undefined ? "%" : likePattern(long)];
  },
};
