-- Everything of a world that is not text: people, cases, consents and referrals in the proportions of 100,000 activities to
-- 5,000 organizations, 50,000 cases and 200,000 referrals over 7 years. Run as the superuser with triggers off; what the
-- triggers would have checked is asked of the whole world afterwards, by invariants.ts. `bench.size` and `bench.made` are set.

-- `n::text`: a number joined to a text as it stands is not immutable, and the functions would not be put into their queries.
create function pg_temp.world_id(kind text, n bigint) returns uuid immutable language sql as
$$ select (lpad(to_hex(1650000000000 + n), 12, '0') || '7' || left(md5(kind), 3) || '8' || left(md5(kind || n::text), 15))::uuid $$;
-- A number from 0 to 1 that depends on its arguments only.
create function pg_temp.chance(n bigint, salt text) returns float8 immutable language sql as
$$ select ('x' || left(md5(salt || n::text), 8))::bit(32)::bigint::float8 / 4294967296 $$;
create function pg_temp.size() returns bigint immutable language sql as $$ select current_setting('bench.size')::bigint $$;
create function pg_temp.made() returns timestamptz immutable language sql as
$$ select current_setting('bench.made')::timestamptz $$;
create function pg_temp.city() returns uuid immutable language sql as $$ select pg_temp.world_id('city', 1) $$;

insert into municipality (id, slug, local_government_code, name, name_kana)
values (pg_temp.city(), 'bench', '999999', '計測市', 'けいそくし');
insert into area_scheme (municipality_id, id, code, name) values (pg_temp.city(), pg_temp.world_id('scheme', 1), 'daily', '日常生活圏域');
insert into area (municipality_id, id, scheme_id, code, name, sort_order, since_on)
select pg_temp.city(), pg_temp.world_id('area', n), pg_temp.world_id('scheme', 1), 'a' || n, '日常生活圏域 ' || n, n, '2019-04-01'
  from generate_series(1, 12) n;
insert into department (municipality_id, id, kind, name, since_on)
values (pg_temp.city(), pg_temp.world_id('department', 1), 'citySection', '地域共生推進課', '2019-04-01');

-- 200 coordinators; one receiver and editor in each organization.
insert into user_account (municipality_id, id, kind, department_id, mail_hmac, mail_ciphertext, name_ciphertext, status)
select pg_temp.city(), pg_temp.world_id('staff', n), 'staff', pg_temp.world_id('department', 1),
       decode(md5('staff' || n), 'hex'), '\x00', '\x00', 'active'
  from generate_series(1, 200) n;
insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, since_on)
select pg_temp.city(), pg_temp.world_id('staffRole', n), pg_temp.world_id('staff', n), 'caseCoordinator', 'municipality', '2019-04-01'
  from generate_series(1, 200) n;
insert into user_account (municipality_id, id, kind, organization_id, mail_hmac, mail_ciphertext, name_ciphertext, status)
select pg_temp.city(), pg_temp.world_id('partner', n), 'partner', pg_temp.world_id('organization', n),
       decode(md5('partner' || n), 'hex'), '\x00', '\x00', 'active'
  from generate_series(1, pg_temp.size() / 20) n;
insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, scope_id, since_on)
select pg_temp.city(), pg_temp.world_id('partnerRole' || role, n), pg_temp.world_id('partner', n), role, 'organization',
       pg_temp.world_id('organization', n), '2019-04-01'
  from generate_series(1, pg_temp.size() / 20) n, unnest(array['editor', 'referralReceiver']) role;
insert into referral_permission (municipality_id, id, organization_id, since_on, agreement_version, agreement_signed_on, signed_by_title)
select pg_temp.city(), pg_temp.world_id('permission', n), pg_temp.world_id('organization', n), '2019-04-01', '1', '2019-04-01', '代表'
  from generate_series(1, pg_temp.size() / 20) n;

insert into support_case (municipality_id, id, number, status, source, life_issues, urgency, received_on, opened_on, wrapped_key, summary_ciphertext)
select pg_temp.city(), pg_temp.world_id('case', n), 'R8-' || lpad(n::text, 7, '0'), 'planning', 'desk', '{}', 'normal',
       (pg_temp.made() - interval '7 years')::date, (pg_temp.made() - interval '7 years')::date, '\x00', decode(md5(n::text), 'hex')
  from generate_series(1, pg_temp.size() / 2) n;
insert into case_assignment (municipality_id, id, case_id, user_id, role, since_on)
select pg_temp.city(), pg_temp.world_id('assignment', n), pg_temp.world_id('case', n), pg_temp.world_id('staff', 1 + n % 200),
       'coordinator', '2019-04-01'
  from generate_series(1, pg_temp.size() / 2) n;
insert into person (municipality_id, id, case_id, relation, is_subject)
select pg_temp.city(), pg_temp.world_id('person', n), pg_temp.world_id('case', n), 'self', true
  from generate_series(1, pg_temp.size() / 2) n;
insert into person_key (municipality_id, id, case_id, person_id, wrapped_key)
select pg_temp.city(), pg_temp.world_id('personKey', n), pg_temp.world_id('case', n), pg_temp.world_id('person', n), decode(md5(n::text), 'hex')
  from generate_series(1, pg_temp.size() / 2) n;

-- A fifth of the organizations receives four fifths of the referrals. The last 15% are open; no person has two of those.
create temporary table drawn as
select n, sent_at, status,
       pg_temp.world_id('referral', n) as id, pg_temp.world_id('grant', n) as grant_id, pg_temp.world_id('sendEntry', n) as entry_id,
       pg_temp.world_id('case', person) as case_id, pg_temp.world_id('person', person) as person_id,
       pg_temp.world_id('staff', 1 + person % 200) as staff_id, pg_temp.world_id('partner', organization) as partner_id,
       pg_temp.world_id('organization', organization) as organization_id, pg_temp.world_id('activity', activity) as activity_id
  from (
    select n, sent_at, 1 + n % (pg_temp.size() / 2) as person,
           organization, (organization - 1) + (pg_temp.size() / 20) * (1 + (pg_temp.chance(n, 'activity') * 19)::int % 19) as activity,
           case
             when n > pg_temp.size() * 2 * 0.85 then case
               when n > pg_temp.size() * 2 * 0.97 then 'sent'
               when draw < 0.2 then 'accepted' when draw < 0.3 then 'waitlisted' else 'in_progress' end
             when draw < 0.55 then 'completed' when draw < 0.70 then 'declined' when draw < 0.80 then 'not_helped'
             when draw < 0.92 then 'withdrawn' else 'expired' end as status
      from (select n, pg_temp.made() - interval '7 years' * ((pg_temp.size() * 2 - n)::float8 / (pg_temp.size() * 2)) as sent_at,
                   pg_temp.chance(n, 'status') as draw,
                   1 + floor(pg_temp.chance(n, 'organization')
                             * (pg_temp.size() / 20) * case when pg_temp.chance(n, 'busy') < 0.8 then 0.2 else 1 end)::bigint as organization
              from generate_series(1, pg_temp.size() * 2) n) as d) as numbers;

insert into consent_grant (municipality_id, id, case_id, person_id, purpose, form, given_on, since_on, until_on, given_by)
select pg_temp.city(), grant_id, case_id, person_id, 'partnerDisclosure', 'written',
       sent_at::date, sent_at::date, (sent_at + interval '3 years')::date, 'self'
  from drawn;
insert into consent_grant_recipient (municipality_id, id, case_id, grant_id, organization_id)
select pg_temp.city(), pg_temp.world_id('recipient', n), case_id, grant_id, organization_id from drawn;
insert into consent_grant_group (municipality_id, id, case_id, grant_id, data_group)
select pg_temp.city(), pg_temp.world_id('group' || g, n), case_id, grant_id, g from drawn, unnest(array['wishes', 'needs']) g;

insert into referral (municipality_id, id, organization_id, activity_id, status, case_id, person_id, consent_grant_id, created_by,
  staff_contact_user_id, chain_id, purpose, contact_way, sent_at, seen_at, due_on, accepted_at, first_step_on, expected_on,
  waitlisted_on, ended_at, reason_code, outcome_code)
select pg_temp.city(), id, organization_id, activity_id, status, case_id, person_id, grant_id, staff_id, staff_id, id,
       'participation', 'phone', sent_at,
       case when status <> 'sent' or pg_temp.chance(n, 'seen') < 0.5 then sent_at + interval '1 day' end,
       (sent_at + interval '20 days')::date,
       case when status in ('accepted', 'in_progress', 'completed') then sent_at + interval '2 days' end,
       case when status in ('accepted', 'in_progress', 'completed') then (sent_at + interval '9 days')::date end,
       null,
       case when status = 'waitlisted' then (sent_at + interval '2 days')::date end,
       case when n <= pg_temp.size() * 2 * 0.85 then sent_at + interval '30 days' end,
       case status when 'declined' then 'no_capacity' when 'not_helped' then 'person_declined' when 'withdrawn' then 'by_person'
                   when 'expired' then 'no_response' end,
       case status when 'completed' then 'settled' end
  from drawn;
insert into referral_packet_field (municipality_id, id, referral_id, person_id, field, data_group, step, ciphertext)
select pg_temp.city(), pg_temp.world_id('packet' || g, n), id, person_id, g, g, 1,
       decode(md5(g || n::text) || md5(n::text || g), 'hex')
  from drawn, unnest(array['wishes', 'needs']) g;
insert into referral_event (municipality_id, id, referral_id, event, from_status, to_status, actor_kind, user_id, at)
select pg_temp.city(), pg_temp.world_id('event', n), id, 'send', 'draft', 'sent', 'staff', staff_id, sent_at from drawn;
insert into notice (municipality_id, id, user_id, organization_id, kind, subject_kind, subject_id, once_key, created_at, read_at)
select pg_temp.city(), pg_temp.world_id('notice', n), partner_id, organization_id, 'referralReceived', 'referral', id, 'sent-' || n, sent_at,
       case when status <> 'sent' then sent_at + interval '1 day' end
  from drawn;

-- D-36: every command has its entry.
insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id, department_id)
select pg_temp.city(), entry_id, sent_at, 'command', 'referral.send', 'staff', staff_id, pg_temp.world_id('department', 1) from drawn;
insert into audit_subject (municipality_id, id, audit_id, kind, subject_id, case_id, person_id)
select pg_temp.city(), pg_temp.world_id('sendSubject', n), entry_id, 'referral', id, case_id, person_id from drawn;
insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id, department_id)
select pg_temp.city(), pg_temp.world_id('createEntry', n), pg_temp.made(), 'command', 'activity.create', 'partner',
       pg_temp.world_id('partner', 1 + n % (pg_temp.size() / 20)), null
  from generate_series(1, pg_temp.size()) n;
insert into audit_subject (municipality_id, id, audit_id, kind, subject_id)
select pg_temp.city(), pg_temp.world_id('createSubject', n), pg_temp.world_id('createEntry', n), 'activity', pg_temp.world_id('activity', n)
  from generate_series(1, pg_temp.size()) n;
