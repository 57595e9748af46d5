import { auditFunctions } from "./audit-functions.ts";
import { accountFunctions, accountRights } from "./account-functions.ts";
import { authFunctions } from "./auth-functions.ts";
import { caseGuards } from "./case-guards.ts";
import { draftFunctions, draftRights } from "./draft-functions.ts";
import { memberFunctions, memberRights } from "./member-functions.ts";
import { packetFunctions } from "./packet-functions.ts";
import { platformFunctions, platformRights } from "./platform-functions.ts";
import { referralGuards } from "./referral-guards.ts";
import { retentionFunctions } from "./retention-functions.ts";
import { secondFactorFunctions, secondFactorRights } from "./second-factor-functions.ts";
import { today } from "./today.ts";

/*
 * Functions of schema `app`. All are owned by `tsunagari_definer`. Those marked SECURITY DEFINER read what their caller
 * may not, filter by the caller's settings themselves and give back ids or yes and no, never content.
 * `search_path` is empty and every column qualified: an unqualified one once bound to the wrong table and showed all rows.
 */
const settings = `
create function app.municipality_id() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('app.municipality_id', true), '')::uuid $$;

create function app.user_id() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

create function app.organization_id() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;
`;

/** D-34: the set clock holds only where the migrator has marked the database as none of production. */
const clock = `
create function app.now() returns timestamptz language sql stable security definer set search_path = '' as
$$ select case
     when nullif(current_setting('app.clock', true), '') is not null
      and exists (select from app.environment e where e.kind in ('demo', 'test'))
     then current_setting('app.clock', true)::timestamptz
     else clock_timestamp()
   end $$;

-- Without a set clock nothing is called: fences ask these for each row.
create function app.today() returns date language sql stable set search_path = '' as
$$ select ((case when nullif(current_setting('app.clock', true), '') is null then clock_timestamp() else app.now() end)
           at time zone 'Asia/Tokyo')::date $$;

create function app.is_in_force(since_on date, until_on date) returns boolean language sql stable set search_path = '' as
$$ select since_on <= at.today and (until_on is null or at.today < until_on)
     from (select ((case when nullif(current_setting('app.clock', true), '') is null then clock_timestamp() else app.now() end)
                   at time zone 'Asia/Tokyo')::date as today) as at $$;
`;

/** What `app.municipality_id()` and its like give, without the call: these functions are asked with most statements. */
const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), '')::uuid)`;
const [city, user, organization] = [setting("municipality_id"), setting("user_id"), setting("organization_id")];

/** D-33: the case fence. A duty needs an assignment and a role that works on cases, both in force, and a live account. */
const caseFence = `
create function app.has_role(codes text[]) returns boolean language sql stable security definer set search_path = '' as
$$ select exists (
     select from public.role_assignment r
       join public.user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
      where r.municipality_id = ${city} and r.user_id = ${user}
        and u.status = 'active' and r.role_code = any (codes)
        and r.since_on <= ${today} and (r.until_on is null or ${today} < r.until_on)) $$;

-- D-21: the role counts in the organization it was given for, and only for a live account of that organization: a set
-- organization alone opens nothing.
create function app.is_referral_receiver() returns boolean language sql stable security definer set search_path = '' as
$$ select exists (
     select from public.role_assignment r
       join public.user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
      where r.municipality_id = ${city} and r.user_id = ${user}
        and r.role_code = 'referralReceiver' and r.scope_kind = 'organization' and r.scope_id = ${organization}
        and u.organization_id = ${organization} and u.status = 'active'
        and r.since_on <= ${today} and (r.until_on is null or ${today} < r.until_on)) $$;

create function app.my_supervised_department_ids() returns setof uuid
language sql stable security definer set search_path = '' as
$$ with recursive scope as (
     select r.scope_kind, r.scope_id
       from public.role_assignment r
       join public.user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
      where r.municipality_id = app.municipality_id() and r.user_id = app.user_id() and u.status = 'active'
        and r.role_code = 'supervisor' and app.is_in_force(r.since_on, r.until_on)
   ), supervised as (
     select d.id from public.department d
      where d.municipality_id = app.municipality_id()
        and exists (select from scope s where s.scope_kind = 'municipality'
                    or (s.scope_kind = 'department' and s.scope_id = d.id))
     union
     select child.id from public.department child
       join supervised parent on child.parent_id = parent.id
      where child.municipality_id = app.municipality_id()
   )
   select supervised.id from supervised $$;

create function app.my_case_ids() returns setof uuid language sql stable security definer set search_path = '' as
$$ select a.case_id from public.case_assignment a
    where a.municipality_id = app.municipality_id() and a.user_id = app.user_id()
      and app.is_in_force(a.since_on, a.until_on)
      and app.has_role(array['caseCoordinator', 'outreachWorker', 'communityCoordinator', 'consultationAgent', 'sectionOfficer'])
   union
   select a.case_id from public.case_assignment a
     join public.user_account u on u.municipality_id = a.municipality_id and u.id = a.user_id
    where a.municipality_id = app.municipality_id() and app.is_in_force(a.since_on, a.until_on)
      and u.department_id = any (array(select app.my_supervised_department_ids())) $$;

create function app.is_unassigned_case(wanted uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select not exists (select from public.case_assignment a
                       where a.municipality_id = app.municipality_id() and a.case_id = wanted) $$;
`;

/** Whom to tell: ids only, so that one side can notify the other without reading its people. */
const recipients = `
create function app.user_ids_with_roles(codes text[], organization uuid default null) returns setof uuid
language sql stable security definer set search_path = '' as
$$ select distinct r.user_id from public.role_assignment r
     join public.user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
    where r.municipality_id = app.municipality_id() and r.role_code = any (codes)
      and u.status = 'active' and u.organization_id is not distinct from organization
      and app.is_in_force(r.since_on, r.until_on) $$;

create function app.case_team_user_ids(wanted uuid) returns setof uuid
language sql stable security definer set search_path = '' as
$$ select distinct a.user_id from public.case_assignment a
     join public.user_account u on u.municipality_id = a.municipality_id and u.id = a.user_id
    where a.municipality_id = app.municipality_id() and a.case_id = wanted
      and u.status = 'active' and app.is_in_force(a.since_on, a.until_on) $$;

create function app.municipality_ids() returns setof uuid language sql stable security definer set search_path = '' as
$$ select m.id from public.municipality m $$;
`;

const rights = `
revoke all on all functions in schema app from public;
grant execute on function app.municipality_id(), app.user_id(), app.organization_id(), app.now(), app.today(),
  app.is_in_force(date, date), app.has_role(text[]), app.is_referral_receiver()
  to tsunagari_staff, tsunagari_partner, tsunagari_public, tsunagari_worker, tsunagari_auth, tsunagari_auditor;
grant execute on function app.my_case_ids(), app.my_supervised_department_ids(), app.is_unassigned_case(uuid)
  to tsunagari_staff;
grant execute on function app.user_ids_with_roles(text[], uuid) to tsunagari_staff, tsunagari_partner, tsunagari_worker;
grant execute on function app.municipality_ids(), app.case_team_user_ids(uuid) to tsunagari_worker;
grant execute on function app.my_open_packets(), app.my_packet_field_ids(), app.my_packet_person_field_ids(),
  app.my_packet_person_ids(), app.my_open_packet_referral_ids(), app.my_message_ids(), app.my_referral_ids(), app.lock_referral_consent(uuid),
  app.is_referral_consent_in_force(uuid)
  to tsunagari_partner;
grant execute on function app.auth_accounts(bytea), app.auth_session_create(uuid, uuid, uuid, text, text, smallint, integer),
  app.auth_session(text), app.auth_session_seen(text), app.auth_session_end(text), app.auth_sessions_end(uuid, uuid),
  app.auth_limit(text, integer, integer), app.auth_limit_clear(text), app.auth_purge(),
  app.auth_audit(uuid, uuid, uuid, text, text, text)
  to tsunagari_auth;
grant execute on function app.end_sessions_of_account(), app.guard_referral(), app.check_places() to tsunagari_owner;
grant execute on function app.referral_sender_user_ids(uuid) to tsunagari_staff, tsunagari_partner, tsunagari_worker;
`;

/** Run as `tsunagari_definer`, after the policies are gone and before they come back. */
export const functionStatements: readonly string[] = [
  "set local role tsunagari_definer",
  `do $$ declare f record; begin
     for f in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'app'::regnamespace loop
       execute format('drop function %s cascade', f.name);
     end loop;
   end $$;`,
  settings,
  clock,
  caseFence,
  recipients,
  packetFunctions,
  platformFunctions,
  draftFunctions,
  referralGuards,
  authFunctions,
  secondFactorFunctions,
  accountFunctions,
  memberFunctions,
  rights,
  draftRights,
  platformRights,
  secondFactorRights,
  accountRights,
  memberRights,
  caseGuards,
  auditFunctions,
  retentionFunctions,
  "set local role tsunagari_owner",
];
