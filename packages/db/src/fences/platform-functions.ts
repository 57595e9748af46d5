/*
 * How many persons take part in a platform, for those who read no row of theirs (D-20): staff on any day, a member today.
 */
export const platformFunctions = `
create function app.count_platform_individuals(wanted uuid, on_day date) returns integer
language sql stable security definer set search_path = '' as
$$ select count(*)::integer
     from public.platform_participant p
    where p.municipality_id = app.municipality_id() and p.platform_id = wanted and p.kind = 'individual'
      and p.since_on <= on_day and (p.until_on is null or on_day < p.until_on)
      and (app.organization_id() is null
           or (on_day = app.today()
               and exists (select from public.platform_membership m
                            where m.municipality_id = p.municipality_id and m.platform_id = wanted
                              and m.organization_id = app.organization_id() and m.status = 'active'))) $$;
`;

export const platformRights = `
grant execute on function app.count_platform_individuals(uuid, date) to tsunagari_staff, tsunagari_partner;
grant execute on function app.is_area_disclosable(uuid) to tsunagari_staff;
`;
