/*
 * D-19 in SQL: the worker learns of cases only numbers and dates, and one function destroys keys, after a named officer's
 * confirmation and the days in which it could be taken back. A refusal is `insufficient_privilege`.
 */
export const retentionFunctions = `
create function app.is_retention_officer() returns boolean language sql stable security definer set search_path = '' as
$$ select app.has_role(array['sectionOfficer'])
      and exists (select from public.retention_officer o
                   where o.municipality_id = app.municipality_id() and o.user_id = app.user_id()
                     and app.is_in_force(o.since_on, o.until_on)) $$;

-- Whom the worker tells: named, and still holding the role.
create function app.retention_officer_user_ids() returns setof uuid
language sql stable security definer set search_path = '' as
$$ select distinct o.user_id from public.retention_officer o
    where o.municipality_id = app.municipality_id() and app.is_in_force(o.since_on, o.until_on)
      and o.user_id in (select t.id from app.user_ids_with_roles(array['sectionOfficer']) as t(id)) $$;

create function app.closed_case_ends()
returns table (case_id uuid, case_number text, closed_on date, open_referrals integer, last_referral_on date, last_meeting_on date)
language sql stable security definer set search_path = '' as
$$ select c.id, c.number, c.closed_on, coalesce(r.open_referrals, 0), r.last_on, m.last_on
     from public.support_case c
     left join lateral (
       select (count(*) filter (where r.status in ('sent', 'accepted', 'waitlisted', 'in_progress')))::integer as open_referrals,
              max((r.ended_at at time zone 'Asia/Tokyo')::date) as last_on
         from public.referral r where r.municipality_id = c.municipality_id and r.case_id = c.id) r on true
     left join lateral (
       select max(m.meets_on) as last_on
         from public.agenda_item i
         join public.meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
        where i.municipality_id = c.municipality_id and i.case_id = c.id and m.status <> 'canceled') m on true
    where c.municipality_id = app.municipality_id() and c.status = 'closed' and c.erased_at is null $$;

create function app.guard_retention_due() returns trigger language plpgsql set search_path = '' as
$$
declare
  moves text := current_user || ' ' || old.status || ' ' || new.status;
begin
  if old.status is distinct from new.status and moves not in (
       'tsunagari_staff due confirmed', 'tsunagari_staff due postponed', 'tsunagari_staff postponed due',
       'tsunagari_staff confirmed due', 'tsunagari_worker postponed due', 'tsunagari_definer confirmed destroyed') then
    raise exception 'no such move of a record' using errcode = '42501';
  end if;
  if current_user = 'tsunagari_staff' and new.decided_by is distinct from app.user_id() and new.decided_by is not null then
    raise exception 'an officer decides in his own name' using errcode = '42501';
  end if;
  if new.status = 'confirmed' and old.status <> 'confirmed' and coalesce(new.destroys_on < app.today() + 7, true) then
    raise exception 'a confirmation can be taken back for a week' using errcode = '42501';
  end if;
  if new.status = 'confirmed' and old.status = 'confirmed' and new.destroys_on is distinct from old.destroys_on then
    raise exception 'the day does not move' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Destroys the keys of a case and of its persons, and the tokens their names are found by (D-35). Rows stay: figures are
-- made of them. Without the keys their texts are noise.
create function app.destroy_retention(wanted uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as
$$
declare
  city uuid := app.municipality_id();
  record_due public.retention_due;
begin
  select d.* into record_due from public.retention_due d
   where d.municipality_id = city and d.id = wanted for update of d;
  if record_due.id is null or record_due.status <> 'confirmed' or record_due.destroys_on > app.today()
     or record_due.due_on > app.today() then
    raise exception 'nothing to destroy' using errcode = '42501';
  end if;
  perform from public.support_case c
    where c.municipality_id = city and c.id = record_due.case_id and c.status = 'closed' and c.erased_at is null
      for update of c;
  if not found or exists (select from public.referral r
                           where r.municipality_id = city and r.case_id = record_due.case_id
                             and r.status in ('sent', 'accepted', 'waitlisted', 'in_progress')) then
    raise exception 'this case is open' using errcode = '42501';
  end if;
  delete from public.person_name_token t where t.municipality_id = city and t.case_id = record_due.case_id;
  delete from public.person_key k where k.municipality_id = city and k.case_id = record_due.case_id;
  update public.support_case c set wrapped_key = null, erased_at = app.now(), version = c.version + 1
   where c.municipality_id = city and c.id = record_due.case_id;
  update public.retention_due d set status = 'destroyed', destroyed_at = app.now(), version = d.version + 1
   where d.municipality_id = city and d.id = wanted;
  return record_due.case_id;
end
$$;

revoke all on function app.is_retention_officer(), app.retention_officer_user_ids(), app.closed_case_ends(),
  app.guard_retention_due(), app.destroy_retention(uuid) from public;
grant execute on function app.is_retention_officer() to tsunagari_staff;
grant execute on function app.retention_officer_user_ids(), app.closed_case_ends(), app.destroy_retention(uuid)
  to tsunagari_worker;
grant execute on function app.guard_retention_due() to tsunagari_owner;
`;
