import { worldCity } from "../world/ids.ts";
import type { RawHandler } from "./handler.ts";

const statement = `
select json_build_object(
         'id', p.id, 'content', p.page -> 'content', 'organization', p.page -> 'organization', 'place', p.page -> 'place',
         'verifiedOn', p.verified_on, 'isStale', p.verified_on + rule.fresh <= rule.today,
         'areaNames', (select coalesce(json_agg(a.name order by a.sort_order, a.code), '[]') from area a
                        where a.municipality_id = $1::uuid and a.id = any (p.area_ids)))::text
  from published_activity p,
       (select (clock_timestamp() at time zone 'Asia/Tokyo')::date as today,
               coalesce((select (s.value #>> '{}')::int from municipality_setting s
                          where s.municipality_id = $1::uuid and s.key = 'verificationDays'), 180) as fresh,
               coalesce((select (s.value #>> '{}')::int from municipality_setting s
                          where s.municipality_id = $1::uuid and s.key = 'unlistAfterOverdueDays'), 60) as overdue) rule
 where p.municipality_id = $1::uuid and p.id = $2::uuid
   and p.verified_on + rule.fresh + rule.overdue > rule.today and (p.last_on is null or p.last_on >= rule.today)`;

export const rawActivity: RawHandler = {
  id: "activity",
  statement,
  parameters: (query) => [worldCity.id, query.get("id")],
};
