import { worldCity } from "../world/ids.ts";
import type { RawHandler } from "./handler.ts";

/** The same rows in one statement, without validation, authorization or fences: activity, version, receipt, audit. */
const statement = `
with given as (select $2::text::jsonb as g),
made as (
  insert into activity (municipality_id, id, organization_id, status, accepts_referrals, referral_capacity)
  select $1::uuid, (g ->> 'id')::uuid, (g ->> 'organizationId')::uuid, 'draft', (g ->> 'acceptsReferrals')::boolean,
         (g ->> 'referralCapacity')::int
    from given returning id),
said as (
  insert into activity_version (municipality_id, id, activity_id, organization_id, number, status, title, title_kana, category,
    summary, description, audiences, audience_note, schedule_kind, weekday, from_time, to_time, first_on, last_on, skipped_on,
    schedule_note, place_id, contact_name, contact_phone, contact_mail, contact_website, is_free, fee_note, join_way, join_note,
    accessibility, accessibility_note)
  select $1::uuid, (g ->> 'versionId')::uuid, (g ->> 'id')::uuid, (g ->> 'organizationId')::uuid, 1, 'draft', v.title, v."titleKana",
         v.category, v.summary, v.description, v.audiences, v."audienceNote", v.schedule ->> 'kind', (v.schedule ->> 'weekday')::smallint,
         (v.schedule ->> 'fromTime')::time, (v.schedule ->> 'toTime')::time, (v.schedule ->> 'firstOn')::date,
         (v.schedule ->> 'lastOn')::date,
         coalesce(array(select d::date from jsonb_array_elements_text(coalesce(v.schedule -> 'skippedOn', '[]')) d), '{}'),
         v."scheduleNote", v."placeId", v."contactName", v."contactPhone", v."contactMail", v."contactWebsite", v."isFree",
         v."feeNote", v."joinWay", v."joinNote", v.accessibility, v."accessibilityNote"
    from given, jsonb_to_record(g -> 'content') as v (title text, "titleKana" text, category text, summary text, description text,
      audiences text[], "audienceNote" text, schedule jsonb, "scheduleNote" text, "placeId" uuid, "contactName" text,
      "contactPhone" text, "contactMail" text, "contactWebsite" text, "isFree" boolean, "feeNote" text, "joinWay" text,
      "joinNote" text, accessibility text[], "accessibilityNote" text)),
received as (
  insert into command_receipt (municipality_id, id, user_id, action, result_id, created_at)
  select $1::uuid, (g ->> 'requestId')::uuid, (g ->> 'userId')::uuid, 'activity.create', (g ->> 'id')::uuid, now() from given),
noted as (
  insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id, organization_id, request_id)
  select $1::uuid, (g ->> 'auditId')::uuid, now(), 'command', 'activity.create', 'partner', (g ->> 'userId')::uuid,
         (g ->> 'organizationId')::uuid, (g ->> 'requestId')::uuid from given),
about as (
  insert into audit_subject (municipality_id, id, audit_id, kind, subject_id)
  select $1::uuid, (g ->> 'subjectId')::uuid, (g ->> 'auditId')::uuid, 'activity', (g ->> 'id')::uuid from given)
select json_build_object('id', id)::text from made`;

export const rawCreate: RawHandler = {
  id: "create",
  statement,
  parameters: (_query, body) => [worldCity.id, body],
};
