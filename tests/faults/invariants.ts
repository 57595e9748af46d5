import postgres from "postgres";

/** What holds in every state of the database that a committed transaction can leave; each finds no row. */
const invariants: Readonly<Record<string, string>> = {
  "a command that was begun is settled (D-37)": `
    select id from command_receipt where result_id is null`,
  "each receipt has one audit entry, and each command's entry a receipt (D-36)": `
    select coalesce(r.action, e.action) as about, e.n from command_receipt r
      full join (select municipality_id, request_id, action, count(*) as n from audit_entry
                  where kind = 'command' and request_id is not null group by 1, 2, 3) e
        on e.municipality_id = r.municipality_id and e.request_id = r.id and e.action = r.action
     -- A city begins to be before it has an audit of its own.
     where (e.n is distinct from 1 or r.id is null) and e.action is distinct from 'municipality.found'`,
  "no referral is open without a live grant for its organization": `
    select r.id from referral r
     where r.status in ('sent', 'accepted', 'waitlisted', 'in_progress')
       and not exists (select from consent_grant g join consent_grant_recipient c
                         on c.municipality_id = g.municipality_id and c.grant_id = g.id
                        where g.municipality_id = r.municipality_id and g.id = r.consent_grant_id
                          and g.withdrawn_at is null and c.organization_id = r.organization_id)`,
  "what a packet discloses lies in a group of the grant": `
    select f.id from referral_packet_field f
      join referral r on r.municipality_id = f.municipality_id and r.id = f.referral_id and r.sent_at is not null
     where f.data_group is not null
       and not exists (select from consent_grant_group c where c.municipality_id = r.municipality_id
                          and c.grant_id = r.consent_grant_id and c.data_group = f.data_group)`,
  "a referral that was sent says what is wished or needed, and its history says it was sent": `
    select r.id from referral r where r.sent_at is not null
       and (not exists (select from referral_packet_field f where f.municipality_id = r.municipality_id
                           and f.referral_id = r.id and f.field in ('wishes', 'needs'))
         or not exists (select from referral_event e where e.municipality_id = r.municipality_id
                           and e.referral_id = r.id and e.event = 'send'))`,
  "the status is where the history leads": `
    select r.id from referral r where r.status <> 'draft' and r.status is distinct from
      (select e.to_status from referral_event e where e.municipality_id = r.municipality_id and e.referral_id = r.id
          and e.to_status is not null order by e.at desc, e.id desc limit 1)`,
  "a status has its dates": `
    select id from referral
     where (status in ('accepted', 'in_progress', 'completed')) <> (accepted_at is not null)
           and status in ('draft', 'sent', 'accepted', 'in_progress', 'completed', 'declined')
        or (status in ('declined', 'withdrawn', 'expired', 'not_helped', 'completed')) <> (ended_at is not null)
        or (status = 'in_progress' and first_contact_on is null)`,
  "a place taken belongs to a referral that holds it, and none is lent out twice (D-30)": `
    select a.id from activity a where a.referral_places_taken < 0 or a.referral_places_taken <>
      (select count(*) from referral r where r.municipality_id = a.municipality_id and r.activity_id = a.id
        and r.status in ('accepted', 'in_progress'))`,
  "a case has its person with a key, and somebody on duty": `
    select c.id from support_case c
     where not exists (select from person p join person_key k
                         on k.municipality_id = p.municipality_id and k.person_id = p.id
                        where p.municipality_id = c.municipality_id and p.case_id = c.id and p.is_subject)
        or not exists (select from case_assignment a where a.municipality_id = c.municipality_id and a.case_id = c.id)`,
  "a grant has its groups, its recipient and its event; a withdrawn one the event of that (D-02)": `
    select g.id from consent_grant g
     where not exists (select from consent_grant_group c where c.municipality_id = g.municipality_id and c.grant_id = g.id)
        or not exists (select from consent_grant_recipient c where c.municipality_id = g.municipality_id and c.grant_id = g.id)
        or (select count(*) from consent_event e where e.municipality_id = g.municipality_id and e.grant_id = g.id
              and e.kind = 'given') <> 1
        or (select count(*) from consent_event e where e.municipality_id = g.municipality_id and e.grant_id = g.id
              and e.kind = 'withdrawn') <> (case when g.withdrawn_at is null then 0 else 1 end)`,
};

const asSuperuser = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

/** The invariants that do not hold, with how many rows break each. */
export const brokenInvariants = (superuserUrl: string): Promise<readonly string[]> =>
  asSuperuser(superuserUrl, async (sql) => {
    const broken: string[] = [];
    for (const [name, statement] of Object.entries(invariants)) {
      const rows = await sql.unsafe(statement);
      if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`);
    }
    return broken;
  });

/** What the database knows of the commands of these ids, and the statuses of these referrals. */
export const readEffects = (superuserUrl: string) =>
  asSuperuser(superuserUrl, async (sql) => {
    const receipts = await sql<{ id: string; result_id: string }[]>`select id, result_id from command_receipt`;
    const referrals = await sql<{ id: string; status: string }[]>`select id, status from referral`;
    const [counts] = await sql<{ cases: number; grants: number; referrals: number }[]>`
      select (select count(*)::int from support_case) as cases, (select count(*)::int from consent_grant) as grants,
             (select count(*)::int from referral) as referrals`;
    return {
      resultOf: new Map(receipts.map((row) => [row.id, row.result_id])),
      statusOf: new Map(referrals.map((row) => [row.id, row.status])),
      counts: { ...counts },
    };
  });
