import { worldCity } from "../world/ids.ts";
import type { RawHandler } from "./handler.ts";

export const inboxStatement = `
with waiting as materialized (
  select r.id, v.title, r.purpose, r.status, r.due_on, r.waitlisted_on, r.sent_at, r.seen_at, r.expected_on, r.first_step_on,
         r.ended_at, r.packet_closes_on, r.copies_destroyed_at, r.version
    from referral r
    join activity a on a.municipality_id = r.municipality_id and a.id = r.activity_id
    left join activity_version v on v.municipality_id = a.municipality_id and v.id = a.published_version_id
   where r.municipality_id = $1::uuid and r.organization_id = $2::uuid and r.sent_at is not null
     and r.status in ('sent', 'accepted', 'waitlisted', 'in_progress')),
shown as (
  select * from waiting
   order by case status when 'sent' then 0 when 'accepted' then 1 when 'waitlisted' then 2 else 3 end,
            case status when 'sent' then due_on when 'accepted' then first_step_on end, sent_at, id desc
   limit 20)
select json_build_object('total', (select count(*) from waiting), 'items', (
  select coalesce(json_agg(json_build_object(
    'id', id, 'activityTitle', title, 'purpose', purpose, 'status', status, 'dueOn', due_on, 'waitlistedOn', waitlisted_on,
    'nextClockOn', case status when 'sent' then due_on when 'waitlisted'
      then waitlisted_on + 30 * (1 + greatest(0, ((clock_timestamp() at time zone 'Asia/Tokyo')::date - waitlisted_on) / 30)) end,
    'sentAt', to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'seenAt', to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'expectedOn', expected_on, 'firstStepOn', first_step_on,
    'endedAt', to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'reasonCode', null, 'outcomeCode', null, 'packetClosesOn', packet_closes_on,
    'copiesDestroyedAt', to_char(copies_destroyed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'version', version)), '[]') from shown))::text`;

export const rawInbox: RawHandler = {
  id: "inbox",
  statement: inboxStatement,
  parameters: (query) => [worldCity.id, query.get("organization")],
};
