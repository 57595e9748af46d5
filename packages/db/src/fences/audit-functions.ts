/*
 * What keeps the log as it was written (threat 19, principle P7): nobody changes or removes a row, its owner included,
 * and what an entry is about is written with it or not at all. Who may drop these triggers can still do it; that shows
 * in the signed checkpoints (docs/guides/audit-chain.md).
 */
export const auditFunctions = `
create function app.refuse_change() returns trigger language plpgsql set search_path = '' as
$$
begin
  raise exception '% is written once', tg_table_name using errcode = '42501';
end
$$;

-- An entry that has been sealed was committed before, so its transaction is not this one.
create function app.guard_audit_subjects() returns trigger
language plpgsql volatile security definer set search_path = '' as
$$
begin
  if exists (select from added a
               join public.audit_entry e on e.municipality_id = a.municipality_id and e.id = a.audit_id
              where e.xid <> pg_current_xact_id()) then
    raise exception 'subjects are written with their entry' using errcode = '42501';
  end if;
  return null;
end
$$;

-- Counts and moments of the city's chain; no id leaves.
create function app.audit_chain() returns table (sealed bigint, last_at timestamptz, waiting bigint, waiting_since timestamptz)
language sql stable security definer set search_path = '' as
$$ with head as (
     select s.chain_no, e.xid, e.id, e.at
       from public.audit_seal s
       join public.audit_entry e on e.municipality_id = s.municipality_id and e.id = s.id
      where s.municipality_id = app.municipality_id()
      order by s.chain_no desc limit 1
   ), rest as (
     select count(*) as entries, min(w.at) as since
       from public.audit_entry w
      where w.municipality_id = app.municipality_id()
        and (w.xid, w.id) > (coalesce((select h.xid from head h), '0'::xid8),
                             coalesce((select h.id from head h), '00000000-0000-0000-0000-000000000000'::uuid))
   )
   select coalesce((select h.chain_no from head h), 0), (select h.at from head h), rest.entries, rest.since from rest $$;

revoke all on function app.refuse_change(), app.guard_audit_subjects(), app.audit_chain() from public;
grant execute on function app.refuse_change(), app.guard_audit_subjects() to tsunagari_owner;
grant execute on function app.audit_chain() to tsunagari_staff, tsunagari_worker;
`;

const insertOnly = ["audit_entry", "audit_subject", "audit_seal", "audit_checkpoint", "audit_verification"];

/** Run as the owner, after the functions. Always: a session that replays for a replica is no way around. */
export const auditTriggers: readonly string[] = [
  ...insertOnly.flatMap((table) => [
    `create trigger ${table}_written_once before update or delete or truncate on ${table}
       for each statement execute function app.refuse_change();`,
    `alter table ${table} enable always trigger ${table}_written_once;`,
  ]),
  `create trigger audit_subject_guard after insert on audit_subject referencing new table as added
     for each statement execute function app.guard_audit_subjects();`,
];
