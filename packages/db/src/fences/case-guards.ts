/*
 * What the policies of case, consent and meeting state, once more in SQL (D-05, D-23, D-38), for whoever writes the row
 * and by whatever path. A refusal is `insufficient_privilege`: to the one who tries, the row is not there.
 */
const cases = `
-- The city's serial of a fiscal year. It counts over the case fence, so it is asked here; the lock ends with the command.
create function app.next_case_serial(prefix text) returns integer
language plpgsql volatile security definer set search_path = '' as
$$
declare
  serial integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('case ' || app.municipality_id()::text || prefix, 0));
  select coalesce(max(substr(c.number, length(prefix) + 1)::integer), 0) + 1 into serial
    from public.support_case c
   where c.municipality_id = app.municipality_id() and starts_with(c.number, prefix);
  return serial;
end
$$;

create function app.is_supervised_case(wanted uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from public.case_assignment a
                    join public.user_account u on u.municipality_id = a.municipality_id and u.id = a.user_id
                   where a.municipality_id = app.municipality_id() and a.case_id = wanted
                     and app.is_in_force(a.since_on, a.until_on)
                     and u.department_id = any (array(select app.my_supervised_department_ids()))) $$;

-- D-23: raising is immediate, lowering is a supervisor's.
create function app.guard_person() returns trigger language plpgsql volatile security definer set search_path = '' as
$$
begin
  if old.is_protected and not new.is_protected and not app.is_supervised_case(new.case_id) then
    raise exception 'only a supervisor lowers the protection' using errcode = '42501';
  end if;
  return new;
end
$$;

-- D-02: a grant is immutable; its end is written once.
create function app.guard_consent_grant() returns trigger language plpgsql volatile security definer set search_path = '' as
$$
begin
  if old.withdrawn_at is not null
     and (new.withdrawn_at, new.narrowed_to_id) is distinct from (old.withdrawn_at, old.narrowed_to_id) then
    raise exception 'this consent has ended' using errcode = '42501';
  end if;
  if new.narrowed_to_id is not null and new.withdrawn_at is null then
    raise exception 'narrowing withdraws' using errcode = '42501';
  end if;
  return new;
end
$$;
`;

const meetings = `
-- D-38: an information-sharing grant of the person, in force on the meeting's day, that names every member.
create function app.is_meeting_consented(wanted_meeting uuid, wanted_person uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (
     select from public.meeting m
       join public.consent_grant g on g.municipality_id = m.municipality_id and g.person_id = wanted_person
      where m.municipality_id = app.municipality_id() and m.id = wanted_meeting and m.legal_basis = 'consented'
        and g.purpose = 'informationSharing'
        and g.since_on <= m.meets_on and m.meets_on < g.until_on
        and (g.withdrawn_at is null or m.meets_on < (g.withdrawn_at at time zone 'Asia/Tokyo')::date)
        and not exists (
          select from public.meeting_member n
           where n.municipality_id = m.municipality_id and n.meeting_id = m.id
             and not exists (select from public.consent_grant_recipient r
                              where r.municipality_id = g.municipality_id and r.grant_id = g.id
                                and r.department_id = n.department_id))) $$;

-- Numbers only: the agenda may hold cases the asker does not read.
create function app.meeting_agenda(wanted uuid) returns table (items integer, uncovered integer)
language sql stable security definer set search_path = '' as
$$ select count(*)::integer,
          (count(*) filter (where not app.is_meeting_consented(i.meeting_id, i.person_id)))::integer
     from public.agenda_item i
    where i.municipality_id = app.municipality_id() and i.meeting_id = wanted $$;

-- D-06: meetings held and distinct cases handled are counted apart.
create function app.count_handled(from_on date, to_on date) returns table (meetings integer, cases integer)
language sql stable security definer set search_path = '' as
$$ select count(distinct m.id)::integer, count(distinct i.case_id)::integer
     from public.meeting m
     left join public.agenda_item i on i.municipality_id = m.municipality_id and i.meeting_id = m.id
    where m.municipality_id = app.municipality_id() and m.legal_basis = 'consented' and m.status = 'held'
      and m.meets_on between from_on and to_on $$;

-- D-05: only a held consented meeting decides, about a person on its agenda.
create function app.is_decision_founded(wanted_item uuid, wanted_person uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from public.agenda_item i
                    join public.meeting m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
                   where i.municipality_id = app.municipality_id() and i.id = wanted_item and i.person_id = wanted_person
                     and m.status = 'held' and app.is_meeting_consented(i.meeting_id, i.person_id)) $$;
`;

export const caseGuards = `${cases}${meetings}
revoke all on function app.next_case_serial(text), app.is_supervised_case(uuid), app.guard_person(), app.guard_consent_grant(),
  app.is_meeting_consented(uuid, uuid), app.meeting_agenda(uuid), app.count_handled(date, date),
  app.is_decision_founded(uuid, uuid) from public;
grant execute on function app.next_case_serial(text), app.is_meeting_consented(uuid, uuid), app.meeting_agenda(uuid),
  app.count_handled(date, date), app.is_decision_founded(uuid, uuid) to tsunagari_staff;
grant execute on function app.guard_person(), app.guard_consent_grant() to tsunagari_owner;
`;

/** Run as the owner, after the functions. */
export const caseTriggers: readonly string[] = [
  "create trigger person_guard before update on person for each row execute function app.guard_person();",
  "create trigger consent_grant_guard before update on consent_grant for each row execute function app.guard_consent_grant();",
];
