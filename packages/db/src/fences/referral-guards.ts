/*
 * The guards of the referral machine in SQL, for whoever writes the row and by whatever path: which role may make which
 * move, and what must be true in the same transaction (referral table of the domain; D-03, D-05, D-11, D-14, D-30).
 * A refusal is `insufficient_privilege`: to the one who tries, the row is not there.
 */
const coverage = `
create function app.referral_is_covered(r public.referral) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$
declare
  live boolean;
begin
  -- Waits for a withdrawal under way and reads what it left (threat 23).
  select g.purpose = 'partnerDisclosure' and g.withdrawn_at is null and app.is_in_force(g.since_on, g.until_on)
    into live
    from public.consent_grant g
   where g.municipality_id = r.municipality_id and g.person_id = r.person_id and g.id = r.consent_grant_id
     for share of g;
  return coalesce(live, false)
    and exists (select from public.consent_grant_recipient c
                 where c.municipality_id = r.municipality_id and c.grant_id = r.consent_grant_id
                   and c.organization_id = r.organization_id)
    and not exists (select from public.referral_packet_field f
                     where f.municipality_id = r.municipality_id and f.referral_id = r.id and f.data_group is not null
                       and not exists (select from public.consent_grant_group c
                                        where c.municipality_id = r.municipality_id and c.grant_id = r.consent_grant_id
                                          and c.data_group = f.data_group));
end
$$;

create function app.is_referral_permitted(r public.referral) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from public.referral_permission p
                   where p.municipality_id = r.municipality_id and p.organization_id = r.organization_id
                     and app.is_in_force(p.since_on, p.until_on)) $$;

create function app.is_gate_passed(r public.referral) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from public.municipality_setting s
                   where s.municipality_id = r.municipality_id and s.key = 'participationGate' and s.value #>> '{}' = 'none')
       or exists (select from public.meeting_decision d
                    join public.agenda_item i on i.municipality_id = d.municipality_id and i.id = d.agenda_item_id
                    join public.meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
                   where d.municipality_id = r.municipality_id and d.case_id = r.case_id and d.person_id = r.person_id
                     and d.kind = 'participationNeeded' and d.reversed_at is null and d.decided_on <= app.today()
                     and m.legal_basis = 'consented' and m.status = 'held') $$;

create function app.may_send_referral(r public.referral) returns boolean
language sql stable security definer set search_path = '' as
$$ select r.due_on > app.today()
      and app.is_referral_permitted(r)
      and app.is_gate_passed(r)
      and exists (select from public.activity a
                   where a.municipality_id = r.municipality_id and a.id = r.activity_id
                     and a.status = 'published' and a.accepts_referrals)
      and exists (select from public.support_case c
                   where c.municipality_id = r.municipality_id and c.id = r.case_id and c.status <> 'closed')
      and not exists (select from public.referral_packet_field f
                        join public.person p on p.municipality_id = f.municipality_id and p.id = f.person_id
                       where f.municipality_id = r.municipality_id and f.referral_id = r.id
                         and ((p.is_protected and (f.data_group = 'contact' or f.field = 'area'))
                              or (f.field = 'area' and not app.is_area_disclosable(f.area_scheme_id)))) $$;
`;

const moves = `
create function app.is_referral_move(acting text, from_status text, to_status text) returns boolean
language sql immutable set search_path = '' as
$$ select (acting, from_status, to_status) in (values
     ('tsunagari_staff', 'draft', 'sent'),
     ('tsunagari_staff', 'draft', 'withdrawn'),
     ('tsunagari_staff', 'sent', 'withdrawn'),
     ('tsunagari_staff', 'accepted', 'withdrawn'),
     ('tsunagari_staff', 'waitlisted', 'withdrawn'),
     ('tsunagari_staff', 'in_progress', 'withdrawn'),
     ('tsunagari_staff', 'completed', 'in_progress'),
     ('tsunagari_staff', 'not_helped', 'in_progress'),
     ('tsunagari_partner', 'sent', 'accepted'),
     ('tsunagari_partner', 'sent', 'declined'),
     ('tsunagari_partner', 'sent', 'waitlisted'),
     ('tsunagari_partner', 'accepted', 'sent'),
     ('tsunagari_partner', 'accepted', 'waitlisted'),
     ('tsunagari_partner', 'accepted', 'in_progress'),
     ('tsunagari_partner', 'accepted', 'not_helped'),
     ('tsunagari_partner', 'waitlisted', 'accepted'),
     ('tsunagari_partner', 'waitlisted', 'in_progress'),
     ('tsunagari_partner', 'waitlisted', 'not_helped'),
     ('tsunagari_partner', 'in_progress', 'completed'),
     ('tsunagari_partner', 'in_progress', 'not_helped'),
     ('tsunagari_partner', 'completed', 'in_progress'),
     ('tsunagari_partner', 'not_helped', 'in_progress'),
     ('tsunagari_worker', 'sent', 'expired'),
     ('tsunagari_worker', 'sent', 'withdrawn'),
     ('tsunagari_worker', 'accepted', 'withdrawn'),
     ('tsunagari_worker', 'waitlisted', 'withdrawn'),
     ('tsunagari_worker', 'in_progress', 'withdrawn'))
   or (acting = 'tsunagari_staff' and to_status = 'entered_in_error' and from_status <> 'entered_in_error'
       and app.has_role(array['supervisor'])) $$;
`;

const guard = `
create function app.guard_referral() returns trigger
language plpgsql volatile security definer set search_path = '' as
$$
declare
  acting text := current_setting('role', true);
  is_move boolean;
  is_open boolean := new.status in ('sent', 'accepted', 'waitlisted', 'in_progress');
  access_days integer;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' or new.sent_at is not null then
      raise exception 'a referral begins as a draft' using errcode = '42501';
    end if;
    return new;
  end if;
  is_move := new.status is distinct from old.status;
  if is_move and not app.is_referral_move(acting, old.status, new.status) then
    raise exception 'no such move of a referral' using errcode = '42501';
  end if;
  if not is_move and (new.sent_at, new.ended_at, new.reason_code) is distinct from (old.sent_at, old.ended_at, old.reason_code) then
    raise exception 'dates and reasons of a referral come with its moves' using errcode = '42501';
  end if;
  if old.status <> 'draft' and (new.purpose, new.contact_way) is distinct from (old.purpose, old.contact_way) then
    raise exception 'a sent referral keeps what it asks' using errcode = '42501';
  end if;
  if is_open and (is_move or new.consent_grant_id is distinct from old.consent_grant_id)
     and not app.referral_is_covered(new) then
    raise exception 'no consent in force covers this referral' using errcode = '42501';
  end if;
  if is_move and old.status = 'draft' and new.status = 'sent' and not coalesce(app.may_send_referral(new), false) then
    raise exception 'this referral may not be sent' using errcode = '42501';
  end if;
  if is_move and old.status = 'sent' and new.status in ('accepted', 'waitlisted') and not app.is_referral_permitted(new) then
    raise exception 'no permission to receive referrals' using errcode = '42501';
  end if;
  if is_move and old.status = 'accepted' and new.status = 'sent' and old.first_contact_on is not null then
    raise exception 'there was a first contact' using errcode = '42501';
  end if;
  if is_move and new.status = 'expired' and not coalesce(old.due_on < app.today(), false) then
    raise exception 'not past due' using errcode = '42501';
  end if;
  if is_move and acting = 'tsunagari_worker' and new.status = 'withdrawn' and app.referral_is_covered(old) then
    raise exception 'the consent is in force' using errcode = '42501';
  end if;
  if is_move and old.status in ('completed', 'not_helped') and new.status = 'in_progress'
     and not coalesce(((old.ended_at at time zone 'Asia/Tokyo')::date + 30) >= app.today(), false) then
    raise exception 'too late to take this up again' using errcode = '42501';
  end if;
  -- D-11: the partner neither chooses the day on which its packet closes nor learns the end of the consent before.
  if is_move and new.status = 'completed' then
    select coalesce((select (s.value #>> '{}')::integer from public.municipality_setting s
                      where s.municipality_id = new.municipality_id and s.key = 'packetAccessDaysAfterConclusion'), 30)
      into access_days;
    select least(app.today() + access_days, g.until_on) into new.packet_closes_on
      from public.consent_grant g
     where g.municipality_id = new.municipality_id and g.id = new.consent_grant_id;
  elsif is_move then
    new.packet_closes_on := null;
  else
    new.packet_closes_on := old.packet_closes_on;
  end if;
  return new;
end
$$;
`;

/** D-30: at commit the counter of an activity equals the referrals that hold a place, so no path can take one unseen. */
const places = `
create function app.check_places() returns trigger
language plpgsql volatile security definer set search_path = '' as
$$
declare
  wanted uuid := case when tg_table_name = 'activity' then new.id else (to_jsonb(new) ->> 'activity_id')::uuid end;
  differs boolean;
begin
  -- One statement, one snapshot: between two of them another acceptance may have been committed.
  select a.referral_places_taken <> (
           select count(*) from public.referral r
            where r.municipality_id = a.municipality_id and r.activity_id = a.id
              and r.status in ('accepted', 'in_progress'))
    into differs from public.activity a
   where a.municipality_id = new.municipality_id and a.id = wanted;
  if differs then
    raise exception 'places of an activity and its referrals differ' using errcode = '42501';
  end if;
  return null;
end
$$;

-- Whom a partner's answer concerns: the people who work on the case today, by id.
create function app.referral_sender_user_ids(wanted uuid) returns setof uuid
language sql stable security definer set search_path = '' as
$$ select distinct a.user_id
     from public.referral r
     join public.case_assignment a on a.municipality_id = r.municipality_id and a.case_id = r.case_id
     join public.user_account u on u.municipality_id = a.municipality_id and u.id = a.user_id
     join public.role_assignment o on o.municipality_id = a.municipality_id and o.user_id = a.user_id
    where r.municipality_id = app.municipality_id() and r.id = wanted and r.sent_at is not null
      and (app.organization_id() is null or r.organization_id = app.organization_id())
      and app.is_in_force(a.since_on, a.until_on) and u.status = 'active'
      and o.role_code in ('caseCoordinator', 'outreachWorker') and app.is_in_force(o.since_on, o.until_on) $$;
`;

export const referralGuards = coverage + moves + guard + places;
