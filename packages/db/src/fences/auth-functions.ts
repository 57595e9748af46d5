/*
 * Look-ups before an actor exists, for role `tsunagari_auth`, which has no grant on any table: an account by the HMAC of
 * its mail, a session by the hash of its token, attempts counted. Nothing here gives back a name.
 */
import { today } from "./today.ts";

/** The row of a token; the one before is known for ten seconds, for requests that were under way when it was replaced. */
const ofToken = `(s.token_hash = token
  or (s.previous_token_hash = token and app.now() < s.rotated_at + interval '10 seconds'))`;

export const authFunctions = `
create function app.auth_accounts(wanted bytea)
returns table (municipality_id uuid, slug text, city text, user_id uuid, kind text, password_hash text, status text,
               must_change_password boolean, is_password_expired boolean)
language sql stable security definer set search_path = '' as
$$ select u.municipality_id, m.slug, m.name, u.id, u.kind, u.password_hash, u.status,
          u.password_expires_at is not null, coalesce(u.password_expires_at <= app.now(), false)
     from public.user_account u join public.municipality m on m.id = u.municipality_id
    where u.mail_hmac = wanted
    order by m.slug $$;

-- At most three sessions of an account: the ones begun first end. Sign-ins of one account come in turn, so that many at
-- once count too; which began first is told by their order, for a set clock gives them all one instant.
create function app.auth_session_create(city uuid, session uuid, owner uuid, token text, gate text, level smallint, seconds integer)
returns void language sql volatile security definer set search_path = '' as
$$ select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(owner::text, 7241002));
   insert into public.auth_session (municipality_id, id, user_id, token_hash, portal, assurance, authenticated_at, last_seen_at, expires_at, begun_no)
   select city, session, owner, token, gate, level, app.now(), app.now(), app.now() + make_interval(secs => seconds),
          coalesce(max(s.begun_no), 0) + 1
     from public.auth_session s where s.municipality_id = city and s.user_id = owner;
   delete from public.auth_session s
    where s.municipality_id = city and s.user_id = owner and s.begun_no <= (
      select o.begun_no from public.auth_session o
       where o.municipality_id = city and o.user_id = owner
       order by o.begun_no desc offset 3 limit 1) $$;

create function app.auth_session(token text)
returns table (municipality_id uuid, id uuid, user_id uuid, portal text, assurance smallint, authenticated_at timestamptz,
               last_seen_at timestamptz, expires_at timestamptz, now timestamptz, kind text, organization_id uuid,
               department_id uuid, status text, must_change_password boolean, idle_minutes integer, roles jsonb,
               is_second_factor_required boolean, step_up_minutes integer, browser text, rotation_due boolean)
language sql stable security definer set search_path = '' as
$$ select s.municipality_id, s.id, s.user_id, s.portal, s.assurance, s.authenticated_at, s.last_seen_at, s.expires_at,
          app.now(), u.kind, u.organization_id, u.department_id, u.status, u.password_expires_at is not null,
          (select (c.value #>> '{}')::integer from public.municipality_setting c
            where c.municipality_id = s.municipality_id and c.key = s.portal || 'IdleMinutes'),
          (select coalesce(jsonb_agg(jsonb_build_object('code', r.role_code, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id)
                                     order by r.role_code, r.scope_kind, r.scope_id), '[]'::jsonb)
             from public.role_assignment r
            where r.municipality_id = s.municipality_id and r.user_id = s.user_id and r.since_on <= ${today}
              and (r.until_on is null or ${today} < r.until_on)),
          exists (select from public.municipality_setting c
                   where c.municipality_id = s.municipality_id and c.key = s.portal || 'SecondFactor'
                     and c.value #>> '{}' = 'required'),
          (select (c.value #>> '{}')::integer from public.municipality_setting c
            where c.municipality_id = s.municipality_id and c.key = 'stepUpMinutes'),
          s.browser, s.rotation_due
     from public.auth_session s
     join public.user_account u on u.municipality_id = s.municipality_id and u.id = s.user_id
    where ${ofToken} $$;

create function app.auth_session_seen(token text) returns void language sql volatile security definer set search_path = '' as
$$ update public.auth_session s set last_seen_at = app.now() where ${ofToken} $$;

create function app.auth_session_end(token text) returns void language sql volatile security definer set search_path = '' as
$$ delete from public.auth_session s where ${ofToken} $$;

create function app.auth_sessions_end(city uuid, owner uuid) returns void
language sql volatile security definer set search_path = '' as
$$ delete from public.auth_session s where s.municipality_id = city and s.user_id = owner $$;

create function app.end_sessions_of_account() returns trigger
language plpgsql security definer set search_path = '' as
$$ begin
     delete from public.auth_session s where s.municipality_id = new.municipality_id and s.user_id = new.id;
     delete from public.account_link l where l.municipality_id = new.municipality_id and l.user_id = new.id;
     return null;
   end $$;

create function app.auth_purge() returns void language sql volatile security definer set search_path = '' as
$$ delete from public.auth_session s where s.expires_at <= app.now() or s.last_seen_at <= app.now() - interval '30 minutes';
   delete from public.account_link l where l.purpose = 'passwordReset' and l.expires_at <= app.now();
   delete from public.auth_challenge c where c.expires_at <= app.now();
   delete from public.rate_limit r where r.expires_at <= app.now() $$;

-- Counts one attempt; gives the attempts within the window and the seconds until it ends.
create function app.auth_limit(name text, cost integer, window_seconds integer)
returns table (points integer, seconds_left integer)
language sql volatile security definer set search_path = '' as
$$ insert into public.rate_limit as r (key, points, expires_at)
   values (name, cost, app.now() + make_interval(secs => window_seconds))
   on conflict (key) do update
     set points = case when r.expires_at <= app.now() then excluded.points else r.points + excluded.points end,
         expires_at = case when r.expires_at <= app.now() then excluded.expires_at else r.expires_at end
   returning r.points, greatest(0, ceil(extract(epoch from r.expires_at - app.now())))::integer $$;

create function app.auth_limit_clear(name text) returns void language sql volatile security definer set search_path = '' as
$$ delete from public.rate_limit r where r.key = name $$;

create function app.auth_audit(city uuid, entry uuid, who uuid, gate text, what text, why text) returns void
language sql volatile security definer set search_path = '' as
$$ insert into public.audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id, reason)
   values (city, entry, app.now(), case when why is null then 'command' else 'refusal' end, what, gate, who, why) $$;
`;
