import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";

type Scans = Readonly<Record<string, number>>;

/** A backend counts to itself and tells at its end; the pool makes new ones. */
const settleCounters = async (behind: Sql): Promise<void> => {
  // Its own too, which tells them once a second otherwise.
  await behind`select pg_stat_force_next_flush()`;
  for (;;) {
    const others = await behind`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    if (others.length === 0) return;
    await sleep(20);
  }
};

const readScans = async (behind: Sql): Promise<Scans> => {
  await settleCounters(behind);
  const rows = await behind<{ name: string; scans: number }[]>`
    select relname as name, seq_scan::int as scans from pg_stat_user_tables
    union all select indexrelname, idx_scan::int from pg_stat_user_indexes`;
  return Object.fromEntries(rows.map(({ name, scans }) => [name, scans]));
};

/**
 * What a piece of work read, by PostgreSQL's own count: under the name of a table how often it was read from end to end,
 * under that of an index how often it was used. Ends the connections of `work` before and after.
 */
export const scansDuring = async (behind: Sql, work: () => Promise<unknown>): Promise<Scans> => {
  const before = await readScans(behind);
  await work();
  const after = await readScans(behind);
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
};

/** Makes a table as large as it is in a city: copies of its first row, each with new values in these columns. */
export const multiplyRows = async (
  behind: Sql,
  table: string,
  copied: { readonly times: number; readonly renewed: readonly string[] },
): Promise<void> => {
  const renewed = copied.renewed.map((column) => `'${column}', gen_random_uuid()`).join(", ");
  // The copies refer to nothing: triggers and foreign keys are off for them.
  await behind.unsafe(`
    begin; set local session_replication_role = replica;
    insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(r) || jsonb_build_object(${renewed}))).*
      from (select * from ${table} limit 1) r, generate_series(1, ${String(copied.times)});
    commit; analyze ${table};`);
};
