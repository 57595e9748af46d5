/*
 * Links by mail, the list of one's own sessions, and the change of a session's token, for role `tsunagari_auth`. A link
 * is taken by deleting its row, so of a hundred at once one is left over (threat 22).
 */
export const accountFunctions = `
create function app.auth_session_rotate(token text, fresh text) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ begin
     update public.auth_session s
        set token_hash = fresh, previous_token_hash = s.token_hash, rotated_at = app.now(), rotation_due = false
      where s.token_hash = token and s.rotation_due;
     return found;
   end $$;

create function app.rotate_sessions_of_account() returns trigger
language plpgsql security definer set search_path = '' as
$$ begin
     update public.auth_session s set rotation_due = true
      where s.municipality_id = new.municipality_id and s.user_id = new.user_id;
     return null;
   end $$;

create function app.auth_session_browser(city uuid, session uuid, family text) returns void
language sql volatile security definer set search_path = '' as
$$ update public.auth_session s set browser = family
    where s.municipality_id = city and s.id = session and s.browser is null $$;

create function app.auth_sessions_of(city uuid, owner uuid)
returns table (id uuid, portal text, authenticated_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
               browser text, now timestamptz)
language sql stable security definer set search_path = '' as
$$ select s.id, s.portal, s.authenticated_at, s.last_seen_at, s.expires_at, s.browser, app.now()
     from public.auth_session s where s.municipality_id = city and s.user_id = owner
    order by s.authenticated_at desc, s.id $$;

-- Ends one session of an account, or all but one.
create function app.auth_sessions_end_some(city uuid, owner uuid, one uuid, besides uuid) returns integer
language plpgsql volatile security definer set search_path = '' as
$$ declare ended integer;
   begin
     delete from public.auth_session s
      where s.municipality_id = city and s.user_id = owner
        and (one is null or s.id = one) and (besides is null or s.id <> besides);
     get diagnostics ended = row_count;
     return ended;
   end $$;

-- Links and their mails, laid out together; for nobody as much is written. Earlier links of the same purpose are void.
create function app.auth_links_begin(links jsonb) returns void
language sql volatile security definer set search_path = '' as
$$ delete from public.account_link l using jsonb_to_recordset(links) as g (city uuid, owner uuid, purpose text)
    where l.municipality_id = g.city and l.user_id = g.owner and l.purpose = g.purpose;
   insert into public.account_link (municipality_id, id, user_id, purpose, token_hash, created_at, expires_at)
   select g.city, g.id, g.owner, g.purpose, g.token, app.now(), app.now() + make_interval(secs => g.seconds)
     from jsonb_to_recordset(links) as g (city uuid, id uuid, owner uuid, purpose text, token text, seconds integer);
   insert into public.outbox_mail (municipality_id, id, user_id, template, once_key, ciphertext, queued_at)
   select g.city, g.mail, g.owner, g.template, g.template || ':' || g.id, decode(g.ciphertext, 'hex'), app.now()
     from jsonb_to_recordset(links) as g (city uuid, id uuid, owner uuid, mail uuid, template text, ciphertext text);
   insert into public.audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id)
   select g.city, g.audit, app.now(), 'command', g.action, g.portal, g.owner
     from jsonb_to_recordset(links) as g (city uuid, audit uuid, action text, portal text, owner uuid);
   insert into public.rate_limit as r (key, points, expires_at)
   select 'nobody', 0, app.now() where jsonb_array_length(links) = 0
       on conflict (key) do update set expires_at = excluded.expires_at $$;

create function app.auth_link(token text, gate text)
returns table (municipality_id uuid, slug text, city text, user_id uuid, purpose text, mail_ciphertext bytea, expires_at timestamptz)
language sql stable security definer set search_path = '' as
$$ select l.municipality_id, m.slug, m.name, l.user_id, l.purpose, u.mail_ciphertext, l.expires_at
     from public.account_link l
     join public.user_account u on u.municipality_id = l.municipality_id and u.id = l.user_id
     join public.municipality m on m.id = l.municipality_id
    where l.token_hash = token and u.kind = gate and u.status = 'active' and app.now() < l.expires_at $$;

-- Takes the link and sets the password; the trigger on the account ends its sessions and its other links.
create function app.auth_link_use(token text, gate text, hash text, mail jsonb) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ declare link public.account_link;
   begin
     delete from public.account_link l
      using public.user_account u
      where l.token_hash = token and app.now() < l.expires_at
        and u.municipality_id = l.municipality_id and u.id = l.user_id and u.kind = gate and u.status = 'active'
     returning l.* into link;
     if not found then return false; end if;
     update public.user_account u
        set password_hash = hash, password_expires_at = null, version = u.version + 1
      where u.municipality_id = link.municipality_id and u.id = link.user_id;
     if mail is not null then
       insert into public.outbox_mail (municipality_id, id, user_id, template, once_key, ciphertext, queued_at)
       values (link.municipality_id, (mail ->> 'id')::uuid, link.user_id, mail ->> 'template',
               (mail ->> 'template') || ':' || (mail ->> 'id'), decode(mail ->> 'ciphertext', 'hex'), app.now());
     end if;
     return true;
   end $$;

-- Whether the migrator marked the database as none of production (D-34): only there a link may be read on a screen.
create function app.is_demonstration() returns boolean language sql stable security definer set search_path = '' as
$$ select exists (select from app.environment e where e.kind in ('demo', 'test')) $$;
`;

/** Run after everything was taken from everybody. */
export const accountRights = `
grant execute on function app.auth_session_rotate(text, text), app.auth_session_browser(uuid, uuid, text),
  app.auth_sessions_of(uuid, uuid), app.auth_sessions_end_some(uuid, uuid, uuid, uuid), app.auth_links_begin(jsonb),
  app.auth_link(text, text), app.auth_link_use(text, text, text, jsonb)
  to tsunagari_auth;
grant execute on function app.rotate_sessions_of_account() to tsunagari_owner;
grant execute on function app.is_demonstration() to tsunagari_staff, tsunagari_worker;
`;
