import { today } from "./today.ts";

/*
 * What an owner does with the people of the own organization (D-14, D-29). As for receivers, a set organization alone
 * opens nothing: role and live account have to be of that very organization (D-21).
 */
export const memberFunctions = `
create function app.is_organization_owner() returns boolean language sql stable security definer set search_path = '' as
$$ select exists (
     select from public.role_assignment r
       join public.user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
      where r.municipality_id = app.municipality_id() and r.user_id = app.user_id()
        and r.role_code = 'owner' and r.scope_kind = 'organization' and r.scope_id = app.organization_id()
        and u.organization_id = app.organization_id() and u.status = 'active'
        and r.since_on <= ${today} and (r.until_on is null or ${today} < r.until_on)) $$;

-- Somebody of the own organization, as its owner: never oneself.
create function app.is_my_member(wanted uuid) returns boolean language sql stable security definer set search_path = '' as
$$ select app.is_organization_owner() and wanted <> app.user_id() and exists (
     select from public.user_account u
      where u.municipality_id = app.municipality_id() and u.id = wanted and u.kind = 'partner'
        and u.organization_id = app.organization_id()) $$;

create function app.may_own_organization_receive() returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (
     select from public.referral_permission p
      where p.municipality_id = app.municipality_id() and p.organization_id = app.organization_id()
        and p.since_on <= ${today} and (p.until_on is null or ${today} < p.until_on)) $$;

-- Whether somebody else who can sign in answers for the organization. In turn, so that two owners who end each other at
-- once do not both find the other one left.
create function app.has_other_owner(besides uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$ begin
     perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(app.organization_id()::text, 7241003));
     return exists (
       select from public.role_assignment r
         join public.user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
        where r.municipality_id = app.municipality_id() and r.user_id <> besides and r.role_code = 'owner'
          and r.scope_kind = 'organization' and r.scope_id = app.organization_id()
          and u.organization_id = app.organization_id() and u.status = 'active' and u.password_hash is not null
          and r.since_on <= ${today} and (r.until_on is null or ${today} < r.until_on));
   end $$;

-- An owner ends a colleague's access and nothing else of the account; passwords stay their owners', and whom the city has
-- stopped it lets in again itself.
create function app.guard_member_account() returns trigger language plpgsql volatile set search_path = '' as
$$ begin
     if current_user <> 'tsunagari_partner' then return new; end if;
     if new.id = app.user_id() then
       if new.status is distinct from old.status then
         raise exception 'nobody changes the state of the own account' using errcode = '42501';
       end if;
     elsif (new.password_hash, new.password_expires_at) is distinct from (old.password_hash, old.password_expires_at)
        or (old.status <> 'active' and new.status is distinct from old.status) then
       raise exception 'an owner ends access and changes nothing else' using errcode = '42501';
     end if;
     return new;
   end $$;
`;

/** Run after everything was taken from everybody. */
export const memberRights = `
grant execute on function app.is_organization_owner(), app.is_my_member(uuid), app.may_own_organization_receive(),
  app.has_other_owner(uuid) to tsunagari_partner;
grant execute on function app.guard_member_account() to tsunagari_owner;
`;
