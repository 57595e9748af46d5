import { sql, type Tx } from "@tsunagari/db";
import { listCities } from "@tsunagari/services/municipality";
import type { System } from "@tsunagari/services/kernel";

/** What waits in all cities together: numbers and ages, nothing of anybody. */
export type Backlog = {
  readonly mail: number;
  readonly mailSeconds: number;
  readonly unsealed: number;
  readonly unsealedSeconds: number;
};

const empty: Backlog = { mail: 0, mailSeconds: 0, unsealed: 0, unsealedSeconds: 0 };

const ofCity = async (tx: Tx, municipalityId: string): Promise<Backlog> => {
  const [row] = await tx.execute<Record<keyof Backlog, number>>(sql`
    with last as (
      select e.xid, e.id from audit_seal l join audit_entry e on e.municipality_id = l.municipality_id and e.id = l.id
       where l.municipality_id = ${municipalityId} order by l.chain_no desc limit 1
    ), unsealed as (
      select e.at from audit_entry e
       where e.municipality_id = ${municipalityId}
         and (not exists (select from last) or (e.xid, e.id) > (select last.xid, last.id from last))
       order by e.xid, e.id limit 1000
    ), mail as (
      select m.queued_at from outbox_mail m
       where m.municipality_id = ${municipalityId} and m.sent_at is null and m.failed_at is null
    )
    select (select count(*) from mail)::int as "mail",
           coalesce(extract(epoch from app.now() - (select min(queued_at) from mail)), 0)::float8 as "mailSeconds",
           (select count(*) from unsealed)::int as "unsealed",
           coalesce(extract(epoch from app.now() - (select min(at) from unsealed)), 0)::float8 as "unsealedSeconds"`);
  return row ?? empty;
};

const joined = (one: Backlog, other: Backlog): Backlog => ({
  mail: one.mail + other.mail,
  mailSeconds: Math.max(one.mailSeconds, other.mailSeconds),
  unsealed: one.unsealed + other.unsealed,
  unsealedSeconds: Math.max(one.unsealedSeconds, other.unsealedSeconds),
});

/** Looks at every city as its worker does. */
export const readBacklog = async (system: System): Promise<Backlog> => {
  const cities = await listCities.execute({ ...system, actor: { kind: "public", municipalityId: null } }, {});
  let all = empty;
  for (const { id: municipalityId } of cities) {
    const city = await system.db.asActor({ role: "tsunagari_worker", municipalityId }, (tx) =>
      ofCity(tx, municipalityId),
    );
    all = joined(all, city);
  }
  return all;
};
