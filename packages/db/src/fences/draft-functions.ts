/*
 * A draft about a case, a person or a referral is open as long as its writer may read that (D-31): staff by the case fence
 * (D-33), a receiver while the packet is open (D-10, D-11), not as long as it keeps the referral's row.
 */
export const draftFunctions = `
create function app.is_draft_open(writer text, about_case uuid, about_person uuid, about_referral uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select case
     when num_nonnulls(about_case, about_person, about_referral) = 0 then true
     when writer = 'staff' then
       (about_case is null or about_case = any (array(select app.my_case_ids())))
       and (about_person is null
            or exists (select from public.person p
                        where p.municipality_id = app.municipality_id() and p.id = about_person
                          and p.case_id = any (array(select app.my_case_ids()))))
       and (about_referral is null
            or exists (select from public.referral r
                        where r.municipality_id = app.municipality_id() and r.id = about_referral
                          and r.case_id = any (array(select app.my_case_ids()))))
     else
       num_nonnulls(about_case, about_person) = 0
       and about_referral = any (array(select app.my_open_packet_referral_ids()))
   end $$;

-- The reading that is refused destroys what it was refused; the fence hides the row from the reader's own DELETE.
create function app.end_closed_draft(of_form text, of_subject text) returns void
language sql volatile security definer set search_path = '' as
$$ delete from public.draft d
    using public.user_account u
    where d.municipality_id = app.municipality_id() and d.user_id = app.user_id()
      and d.form = of_form and d.subject = of_subject
      and u.municipality_id = d.municipality_id and u.id = d.user_id
      and not app.is_draft_open(u.kind, d.case_id, d.person_id, d.referral_id) $$;

-- Asks for each writer what the fence asks, so that the job and the reading never disagree.
create function app.end_closed_drafts() returns void
language plpgsql volatile security definer set search_path = '' as
$$
declare
  writer record;
  caller text := current_setting('app.user_id', true);
  callers_organization text := current_setting('app.organization_id', true);
begin
  for writer in
    select distinct u.id, u.kind, u.organization_id
      from public.draft d
      join public.user_account u on u.municipality_id = d.municipality_id and u.id = d.user_id
     where d.municipality_id = app.municipality_id()
       and num_nonnulls(d.case_id, d.person_id, d.referral_id) > 0
  loop
    perform set_config('app.user_id', writer.id::text, true),
            set_config('app.organization_id', coalesce(writer.organization_id::text, ''), true);
    delete from public.draft d
     where d.municipality_id = app.municipality_id() and d.user_id = writer.id
       and not app.is_draft_open(writer.kind, d.case_id, d.person_id, d.referral_id);
  end loop;
  perform set_config('app.user_id', coalesce(caller, ''), true),
          set_config('app.organization_id', coalesce(callers_organization, ''), true);
end
$$;
`;

export const draftRights = `
grant execute on function app.is_draft_open(text, uuid, uuid, uuid), app.end_closed_draft(text, text)
  to tsunagari_staff, tsunagari_partner;
grant execute on function app.end_closed_drafts() to tsunagari_worker;
`;
