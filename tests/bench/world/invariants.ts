import type postgres from "postgres";

/*
 * What must hold in any world, asked of the whole database as the superuser; each query gives the number of rows that
 * break it. For generated worlds, whose rows came in with triggers off, and for worlds that programs have worked in.
 */
export const invariants = {
  "a sent referral names a consent of its person to its organization, in force on the day it was sent": `
    select count(*) from referral r
     where r.sent_at is not null and not exists (
       select from consent_grant g
         join consent_grant_recipient c on c.municipality_id = g.municipality_id and c.grant_id = g.id
        where g.municipality_id = r.municipality_id and g.id = r.consent_grant_id and g.person_id = r.person_id
          and g.purpose = 'partnerDisclosure' and c.organization_id = r.organization_id
          and g.since_on <= (r.sent_at at time zone 'Asia/Tokyo')::date
          and (r.sent_at at time zone 'Asia/Tokyo')::date < g.until_on)`,
  "a packet holds data of consented groups only": `
    select count(*) from referral_packet_field f
      join referral r on r.municipality_id = f.municipality_id and r.id = f.referral_id
     where f.data_group is not null and r.consent_grant_id is not null and not exists (
       select from consent_grant_group c
        where c.municipality_id = r.municipality_id and c.grant_id = r.consent_grant_id and c.data_group = f.data_group)`,
  "an activity's places are those its referrals hold, not below zero and within its capacity": `
    select count(*) from activity a
      left join (select municipality_id, activity_id, count(*) as places from referral
                  where status in ('accepted', 'in_progress') group by municipality_id, activity_id) held
             on held.municipality_id = a.municipality_id and held.activity_id = a.id
     where a.referral_places_taken <> coalesce(held.places, 0) or a.referral_places_taken < 0
        or a.referral_places_taken > a.referral_capacity`,
  "every sent referral and every activity has the audit entry of its command": `
    select (select count(*) from referral r where r.sent_at is not null and not exists (
              select from audit_subject s join audit_entry e on e.municipality_id = s.municipality_id and e.id = s.audit_id
               where s.municipality_id = r.municipality_id and s.subject_id = r.id and s.kind = 'referral'
                 and e.kind = 'command' and e.action = 'referral.send'))
         + (select count(*) from activity a where not exists (
              select from audit_subject s join audit_entry e on e.municipality_id = s.municipality_id and e.id = s.audit_id
               where s.municipality_id = a.municipality_id and s.subject_id = a.id and s.kind = 'activity'
                 and e.kind = 'command' and e.action = 'activity.create'))`,
  "what is public stands in the published table and nothing else does": `
    select count(*) from activity a
      join organization o on o.municipality_id = a.municipality_id and o.id = a.organization_id
      full join published_activity p on p.municipality_id = a.municipality_id and p.id = a.id
     where (p.id is not null) is distinct from coalesce(a.status = 'published' and o.status = 'active', false)`,
} as const satisfies Record<string, string>;

/** The foreign keys of the schema as queries: rows that refer to nothing. */
const orphanQueries = `
  select format('select count(*) from %s c where %s and not exists (select from %s p where %s)',
           f.conrelid::regclass,
           (select string_agg(format('c.%I is not null', a.attname), ' and ') from unnest(f.conkey) k
              join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k),
           f.confrelid::regclass,
           (select string_agg(format('p.%I = c.%I', b.attname, a.attname), ' and ')
              from unnest(f.conkey, f.confkey) as pair(k, r)
              join pg_attribute a on a.attrelid = f.conrelid and a.attnum = pair.k
              join pg_attribute b on b.attrelid = f.confrelid and b.attnum = pair.r)) as query,
         f.conname as name
    from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace`;

/** Names the invariants that rows break, with how many; empty where the world is whole. */
export const brokenInvariants = async (sql: postgres.Sql): Promise<readonly string[]> => {
  const orphans = await sql.unsafe<{ query: string; name: string }[]>(orphanQueries);
  const queries = [
    ...Object.entries(invariants),
    ...orphans.map(({ name, query }): [string, string] => [`no row breaks ${name}`, query]),
  ];
  const broken: string[] = [];
  for (const [name, query] of queries) {
    const [row] = await sql.unsafe(query).values();
    const count = Number(row?.[0]);
    if (count !== 0) broken.push(`${name}: ${String(count)}`);
  }
  return broken;
};
