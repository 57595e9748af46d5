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

create function app.own_sessions(current text)
returns table (id uuid, authenticated_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, browser text,
               is_current boolean)
language sql stable security definer set search_path = '' as
$$ select s.id, s.authenticated_at, s.last_seen_at, s.expires_at, s.browser,
          coalesce(s.token_hash = current or s.previous_token_hash = current, false)
     from public.auth_session s
    where s.municipality_id = app.municipality_id() and s.user_id = app.user_id()
    order by s.authenticated_at desc, s.id $$;

-- Ends one of one's own sessions, or all but the current one.
create function app.end_own_sessions(one uuid, current text) returns integer
language plpgsql volatile security definer set search_path = '' as
$$ declare ended integer;
   begin
     delete from public.auth_session s
      where s.municipality_id = app.municipality_id() and s.user_id = app.user_id()
        and (one is null or s.id = one)
        and (one is not null or not coalesce(s.token_hash = current or s.previous_token_hash = current, false));
     get diagnostics ended = row_count;
     return ended;
   end $$;

-- Links and their mails, laid out together; for nobody as much is written. Earlier links of the same purpose are void.
create function app.auth_links_begin(links jsonb) returns void
language plpgsql volatile security definer set search_path = '' as
$$ declare link record;
   begin
     for link in
       select * from jsonb_to_recordset(links) as g (city uuid, id uuid, owner uuid, portal text, purpose text, token text,
         seconds integer, mail uuid, template text, ciphertext text, audit uuid, action text)
     loop
       -- The fence of the audit asks whose city it is.
       perform set_config('app.municipality_id', link.city::text, true);
       delete from public.account_link l
        where l.municipality_id = link.city and l.user_id = link.owner and l.purpose = link.purpose;
       insert into public.account_link (municipality_id, id, user_id, purpose, token_hash, created_at, expires_at)
       values (link.city, link.id, link.owner, link.purpose, link.token, app.now(),
               app.now() + make_interval(secs => link.seconds));
       insert into public.outbox_mail (municipality_id, id, user_id, template, once_key, ciphertext, queued_at)
       values (link.city, link.mail, link.owner, link.template, link.template || ':' || link.id,
               decode(link.ciphertext, 'hex'), app.now());
       insert into public.audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id)
       values (link.city, link.audit, app.now(), 'command', link.action, link.portal, link.owner);
     end loop;
     if jsonb_array_length(links) = 0 then
       insert into public.rate_limit as r (key, points, expires_at) values ('nobody', 0, app.now())
           on conflict (key) do update set expires_at = excluded.expires_at;
     end if;
   end $$;

create function app.auth_link(token text, gate text)
returns table (municipality_id uuid, slug text, city text, user_id uuid, purpose text, mail_ciphertext bytea, expires_at timestamptz)
language sql stable security definer set search_path = '' as
$$ select l.municipality_id, m.slug, m.name, l.user_id, l.purpose, u.mail_ciphertext, l.expires_at
     from public.account_link l
     join public.user_account u on u.municipality_id = l.municipality_id and u.id = l.user_id
     join public.municipality m on m.id = l.municipality_id
    where l.token_hash = token and u.kind = gate and u.status = 'active' and app.now() < l.expires_at $$;

-- Takes the link and sets the password; the trigger on the account ends its sessions and its other links.
create function app.auth_link_use(token text, gate text, hash text, trace jsonb) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ declare link public.account_link;
   begin
     delete from public.account_link l
      using public.user_account u
      where l.token_hash = token and app.now() < l.expires_at
        and u.municipality_id = l.municipality_id and u.id = l.user_id and u.kind = gate and u.status = 'active'
     returning l.* into link;
     if not found then return false; end if;
     perform set_config('app.municipality_id', link.municipality_id::text, true);
     update public.user_account u
        set password_hash = hash, password_expires_at = null, version = u.version + 1
      where u.municipality_id = link.municipality_id and u.id = link.user_id;
     insert into public.audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id)
     values (link.municipality_id, (trace ->> 'audit')::uuid, app.now(), 'command', trace ->> 'action', gate, link.user_id);
     if trace ->> 'mail' is not null then
       insert into public.outbox_mail (municipality_id, id, user_id, template, once_key, ciphertext, queued_at)
       values (link.municipality_id, (trace ->> 'mail')::uuid, link.user_id, trace ->> 'template',
               (trace ->> 'template') || ':' || (trace ->> 'mail'), decode(trace ->> 'ciphertext', 'hex'), app.now());
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
  app.auth_links_begin(jsonb), app.auth_link(text, text), app.auth_link_use(text, text, text, jsonb)
  to tsunagari_auth;
grant execute on function app.own_sessions(text), app.end_own_sessions(uuid, text) to tsunagari_staff, tsunagari_partner;
grant execute on function app.rotate_sessions_of_account() to tsunagari_owner;
grant execute on function app.is_demonstration() to tsunagari_staff, tsunagari_worker;
`;
