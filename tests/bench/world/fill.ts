import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { loadActivities, loadOrganizations } from "./activities.ts";
import { withBareTables } from "./bare-tables.ts";
import { brokenInvariants } from "./invariants.ts";

type Filling = { readonly size: number; readonly made: Date };

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");

const settingsOf = ({ size, made }: Filling): string => `
  set session_replication_role = replica; set bench.size = ${String(size)}; set bench.made = '${made.toISOString()}';
  set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set jit = off`;

/**
 * Fills the migrated, empty database at `url`, and throws where an invariant does not hold then. Over two connections:
 * the activities, which the program's own projection makes, keep this program busy, the people beside them PostgreSQL.
 */
export const fillWorld = async (url: string, world: Filling, say: (text: string) => void): Promise<void> => {
  const connect = () => postgres(url, { max: 1, onnotice: () => undefined });
  const sql = connect();
  const beside = connect();
  try {
    await Promise.all([sql.unsafe(settingsOf(world)), beside.unsafe(settingsOf(world))]);
    const people = await read("people.sql");
    await withBareTables(sql, async () => {
      say("  activities, and beside them cases, consents, referrals …");
      await loadOrganizations(sql, world);
      await Promise.all([loadActivities(sql, world), beside.unsafe(people)]);
      await sql.unsafe(await read("places-taken.sql"));
      say("  keys and indexes …");
    });
    say("  statistics, invariants …");
    await sql.unsafe("vacuum (freeze, analyze)");
    const broken = await brokenInvariants(sql);
    if (broken.length > 0) throw new Error(`The generated world is not whole:\n${broken.join("\n")}`);
  } finally {
    await Promise.all([sql.end(), beside.end()]);
  }
};
