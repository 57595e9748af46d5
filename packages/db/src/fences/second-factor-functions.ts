/*
 * Second factors for role `tsunagari_auth`: what a sign-in that is not finished has to look up, and what may happen only
 * once. Each of these takes the row's lock, so of twenty answers with one code a single one counts (threat 22).
 */
export const secondFactorFunctions = `
create function app.end_sessions_of_owner() returns trigger
language plpgsql security definer set search_path = '' as
$$ begin
     delete from public.auth_session s
      where s.municipality_id = coalesce(new.municipality_id, old.municipality_id)
        and s.user_id = coalesce(new.user_id, old.user_id);
     return null;
   end $$;

-- The account behind a challenge, and with what it may go on.
create function app.auth_account(city uuid, owner uuid)
returns table (municipality_id uuid, slug text, city_name text, user_id uuid, kind text, password_hash text, status text,
               must_change_password boolean, is_password_expired boolean, has_totp boolean, passkeys jsonb,
               recovery_codes_left integer)
language sql stable security definer set search_path = '' as
$$ select u.municipality_id, m.slug, m.name, u.id, u.kind, u.password_hash, u.status,
          u.password_expires_at is not null, coalesce(u.password_expires_at <= app.now(), false),
          exists (select from public.totp_factor f
                   where f.municipality_id = u.municipality_id and f.user_id = u.id and f.confirmed_at is not null),
          (select coalesce(jsonb_agg(jsonb_build_object('credentialId', p.credential_id, 'rpId', p.rp_id, 'transports', p.transports)
                                     order by p.created_at, p.id), '[]'::jsonb)
             from public.passkey p where p.municipality_id = u.municipality_id and p.user_id = u.id),
          (select count(*)::integer from public.recovery_code c
            where c.municipality_id = u.municipality_id and c.user_id = u.id and c.used_at is null)
     from public.user_account u join public.municipality m on m.id = u.municipality_id
    where u.municipality_id = city and u.id = owner $$;

create function app.auth_totp(city uuid, owner uuid)
returns table (id uuid, secret bytea, last_step bigint, is_confirmed boolean, now timestamptz)
language sql volatile security definer set search_path = '' as
$$ select f.id, f.secret_ciphertext, f.last_step, f.confirmed_at is not null, app.now()
     from public.totp_factor f where f.municipality_id = city and f.user_id = owner for update $$;

create function app.auth_totp_used(city uuid, factor uuid, step bigint) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ begin
     update public.totp_factor f set last_step = step
      where f.municipality_id = city and f.id = factor and (f.last_step is null or f.last_step < step);
     return found;
   end $$;

create function app.auth_passkey(credential text)
returns table (municipality_id uuid, id uuid, user_id uuid, kind text, status text, rp_id text, public_key bytea,
               counter bigint, transports text[])
language sql volatile security definer set search_path = '' as
$$ select p.municipality_id, p.id, p.user_id, u.kind, u.status, p.rp_id, p.public_key, p.counter, p.transports
     from public.passkey p
     join public.user_account u on u.municipality_id = p.municipality_id and u.id = p.user_id
    where p.credential_id = credential for update of p $$;

create function app.auth_passkey_used(city uuid, one uuid, counted bigint, backed_up boolean) returns void
language sql volatile security definer set search_path = '' as
$$ update public.passkey p set counter = counted, is_backed_up = backed_up, last_used_at = app.now()
    where p.municipality_id = city and p.id = one $$;

create function app.auth_recovery_used(city uuid, owner uuid, hmac bytea) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ begin
     update public.recovery_code c set used_at = app.now()
      where c.municipality_id = city and c.user_id = owner and c.code_hmac = hmac and c.used_at is null;
     return found;
   end $$;

create function app.auth_challenge_create(hash text, what text, gate text, city uuid, owner uuid, seconds integer)
returns void language sql volatile security definer set search_path = '' as
$$ insert into public.auth_challenge (challenge_hash, purpose, portal, municipality_id, user_id, expires_at)
   values (hash, what, gate, city, owner, app.now() + make_interval(secs => seconds)) $$;

create function app.auth_challenge(hash text, what text, gate text)
returns table (municipality_id uuid, user_id uuid)
language sql stable security definer set search_path = '' as
$$ select c.municipality_id, c.user_id from public.auth_challenge c
    where c.challenge_hash = hash and c.purpose = what and c.portal = gate and app.now() < c.expires_at $$;

create function app.auth_challenge_take(hash text, what text, gate text) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ begin
     delete from public.auth_challenge c
      where c.challenge_hash = hash and c.purpose = what and c.portal = gate and app.now() < c.expires_at;
     return found;
   end $$;

-- The token before is worth nothing from this statement on; how long the session may live does not change (ASVS 7.2.4).
create function app.auth_session_step_up(token text, fresh text, level smallint) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ begin
     update public.auth_session s
        set token_hash = fresh, previous_token_hash = null, rotated_at = app.now(), rotation_due = false,
            assurance = greatest(s.assurance, level), authenticated_at = app.now(), last_seen_at = app.now()
      where s.token_hash = token;
     return found;
   end $$;

-- Takes one guess, or gives the seconds to wait where none may be made now. From the last free one on, each doubles the
-- wait, up to the longest; a window without a guess forgets them all.
create function app.auth_guess(name text, free integer, first_seconds integer, longest_seconds integer) returns integer
language plpgsql volatile security definer set search_path = '' as
$$ declare guesses public.rate_limit;
           wait integer;
   begin
     insert into public.rate_limit (key, points, expires_at) values (name, 0, app.now()) on conflict (key) do nothing;
     select * into guesses from public.rate_limit r where r.key = name for update;
     if guesses.blocked_until > app.now() then
       return ceil(extract(epoch from guesses.blocked_until - app.now()))::integer;
     end if;
     if guesses.expires_at <= app.now() then guesses.points := 0; end if;
     wait := case when guesses.points + 1 < free then 0
       else least(longest_seconds, first_seconds * power(2, least(guesses.points + 1 - free, 16))) end;
     update public.rate_limit r
        set points = guesses.points + 1, blocked_until = app.now() + make_interval(secs => wait),
            expires_at = app.now() + make_interval(secs => wait + longest_seconds)
      where r.key = name;
     return 0;
   end $$;
`;

/** Run after everything was taken from everybody. */
export const secondFactorRights = `
grant execute on function app.auth_account(uuid, uuid), app.auth_totp(uuid, uuid), app.auth_totp_used(uuid, uuid, bigint),
  app.auth_passkey(text), app.auth_passkey_used(uuid, uuid, bigint, boolean), app.auth_recovery_used(uuid, uuid, bytea),
  app.auth_challenge_create(text, text, text, uuid, uuid, integer), app.auth_challenge(text, text, text),
  app.auth_challenge_take(text, text, text), app.auth_session_step_up(text, text, smallint),
  app.auth_guess(text, integer, integer, integer)
  to tsunagari_auth;
grant execute on function app.end_sessions_of_owner() to tsunagari_owner;
`;
