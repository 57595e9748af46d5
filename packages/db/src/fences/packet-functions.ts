/*
 * The referral packet's fence (D-10, D-11): one statement of organization, live grant for the group, step and status,
 * from which the policies on packet rows, person fields, keys and messages are made. A protected person's contact and
 * the area are refused here whatever was consented (D-23), and so is an area of a scheme the city has taken back.
 */
export const packetFunctions = `
-- D-10: the city may take a scheme back at any time, and what was sent is asked anew at each reading. Where an older packet
-- does not say which scheme its area is of, any scheme that was taken back may be the one.
create function app.is_area_disclosable(scheme uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select case
     when scheme is null then not exists (
       select from public.area_scheme s where s.municipality_id = app.municipality_id() and s.withheld_at is not null)
     else exists (
       select from public.area_scheme s
        where s.municipality_id = app.municipality_id() and s.id = scheme and s.is_disclosable)
   end $$;

create function app.my_open_packets() returns table (referral_id uuid, person_id uuid, grant_id uuid, is_protected boolean, open_step smallint)
language sql stable security definer set search_path = '' as
$$ select r.id, r.person_id, g.id, p.is_protected,
          (case when r.status in ('accepted', 'in_progress', 'completed') then 2 else 1 end)::smallint
     from public.referral r
     join public.consent_grant g
       on g.municipality_id = r.municipality_id and g.person_id = r.person_id and g.id = r.consent_grant_id
     join public.person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    where r.municipality_id = app.municipality_id()
      and r.organization_id = app.organization_id()
      and app.is_referral_receiver()
      and (r.status in ('sent', 'accepted', 'waitlisted', 'in_progress')
           or (r.status = 'completed' and app.today() < r.packet_closes_on))
      and g.purpose = 'partnerDisclosure'
      and g.withdrawn_at is null
      and app.is_in_force(g.since_on, g.until_on)
      and exists (select from public.consent_grant_recipient c
                   where c.municipality_id = r.municipality_id and c.grant_id = g.id
                     and c.organization_id = r.organization_id) $$;

create function app.my_readable_packet_fields() returns table (id uuid, person_field_id uuid)
language sql stable security definer set search_path = '' as
$$ select f.id, f.person_field_id
     from app.my_open_packets() o
     join public.referral_packet_field f
       on f.municipality_id = app.municipality_id() and f.referral_id = o.referral_id and f.step <= o.open_step
    where not (o.is_protected and (f.data_group is not distinct from 'contact' or f.field = 'area'))
      and (f.field <> 'area' or app.is_area_disclosable(f.area_scheme_id))
      and (f.data_group is null
           or exists (select from public.consent_grant_group c
                       where c.municipality_id = app.municipality_id() and c.grant_id = o.grant_id
                         and c.data_group = f.data_group)) $$;

create function app.my_packet_field_ids() returns setof uuid language sql stable security definer set search_path = '' as
$$ select f.id from app.my_readable_packet_fields() f $$;

create function app.my_packet_person_field_ids() returns setof uuid
language sql stable security definer set search_path = '' as
$$ select f.person_field_id from app.my_readable_packet_fields() f where f.person_field_id is not null $$;

create function app.my_packet_person_ids() returns setof uuid language sql stable security definer set search_path = '' as
$$ select o.person_id from app.my_open_packets() o $$;

create function app.my_open_packet_referral_ids() returns setof uuid
language sql stable security definer set search_path = '' as
$$ select o.referral_id from app.my_open_packets() o $$;

create function app.my_message_ids() returns setof uuid language sql stable security definer set search_path = '' as
$$ select m.id from app.my_open_packets() o
     join public.referral_message m
       on m.municipality_id = app.municipality_id() and m.referral_id = o.referral_id and m.step <= o.open_step $$;

create function app.my_referral_ids() returns setof uuid language sql stable security definer set search_path = '' as
$$ select r.id from public.referral r
    where r.municipality_id = app.municipality_id() and r.organization_id = app.organization_id()
      and r.sent_at is not null and app.is_referral_receiver() $$;

-- The same answer without a lock, for what a screen offers.
create function app.is_referral_consent_in_force(wanted uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (
     select from public.referral r
       join public.consent_grant g on g.municipality_id = r.municipality_id and g.id = r.consent_grant_id
       join public.consent_grant_recipient c
         on c.municipality_id = g.municipality_id and c.grant_id = g.id and c.organization_id = r.organization_id
      where r.municipality_id = app.municipality_id() and r.organization_id = app.organization_id()
        and r.id = wanted and r.sent_at is not null
        and g.purpose = 'partnerDisclosure' and g.withdrawn_at is null and app.is_in_force(g.since_on, g.until_on)) $$;

-- Partners never read consents. A command that relies on one asks here FIRST, before it locks the referral: the order
-- is consent, referral, activity everywhere, so that a withdrawal and an acceptance cannot wait for each other.
create function app.lock_referral_consent(wanted uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$
declare
  locked uuid;
  live boolean;
begin
  loop
    select g.id, g.purpose = 'partnerDisclosure' and g.withdrawn_at is null and app.is_in_force(g.since_on, g.until_on)
      into locked, live
      from public.consent_grant g
     where g.municipality_id = app.municipality_id()
       and g.id = (select r.consent_grant_id from public.referral r
                    where r.municipality_id = app.municipality_id() and r.organization_id = app.organization_id()
                      and r.sent_at is not null and r.id = wanted)
       for share of g;
    if locked is null then
      return false;
    end if;
    -- Narrowing may have moved the referral to another grant while this waited.
    exit when exists (select from public.referral r
                       where r.municipality_id = app.municipality_id() and r.id = wanted and r.consent_grant_id = locked);
  end loop;
  return live and exists (select from public.consent_grant_recipient c
                           where c.municipality_id = app.municipality_id() and c.grant_id = locked
                             and c.organization_id = app.organization_id());
end
$$;
`;
