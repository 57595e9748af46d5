import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { removeCluster, startCluster, type Cluster } from "@tsunagari/db/embedded";
import { ensureDatabase, ensureRoles, migrate } from "@tsunagari/db/migrate";
import postgres from "postgres";
import { fillWorld } from "./fill.ts";

const folder = fileURLToPath(new URL("../../../.bench", import.meta.url));
const template = "bench_world";
/** A world older than this has aged out of what its dates are to show. */
const keptDays = 14;
const passwords = { login: "bench-login", migrator: "bench-migrator" };
const sources = ["ids.ts", "vocabulary.ts", "activities.ts", "people.sql", "places-taken.sql", "fill.ts"];

export type World = {
  readonly size: number;
  readonly made: Date;
  readonly directory: string;
  readonly superuserUrl: string;
  /** As the program logs in. */
  readonly loginUrl: string;
  readonly stop: () => Promise<void>;
};

const say = (text: string): void => console.info(text);

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");
const fingerprint = async (): Promise<string> => {
  const texts = await Promise.all(sources.map(read));
  return createHash("sha256").update(texts.join("\n")).digest("hex");
};

const urlOf = (cluster: Cluster, user: keyof typeof passwords, database: string): string =>
  `postgres://tsunagari_${user}:${passwords[user]}@127.0.0.1:${String(cluster.port)}/${database}`;

const withSuperuser = async <T>(cluster: Cluster, database: string, work: (sql: postgres.Sql) => Promise<T>) => {
  const sql = postgres(cluster.superuserUrl(database), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

const make = async (cluster: Cluster, size: number): Promise<Date> => {
  const made = new Date();
  await withSuperuser(cluster, "postgres", (sql) => sql.unsafe(`drop database if exists ${template} with (force)`));
  await ensureDatabase(cluster.superuserUrl("postgres"), template);
  await migrate(urlOf(cluster, "migrator", template));
  await fillWorld(cluster.superuserUrl(template), { size, made }, say);
  return made;
};

const isFresh = async (marker: string): Promise<Date | null> => {
  const text = await readFile(marker, "utf8").catch(() => null);
  if (text === null) return null;
  const { hash, made } = JSON.parse(text) as { hash: string; made: string };
  const age = Date.now() - Date.parse(made);
  return hash === (await fingerprint()) && age < keptDays * 86_400_000 ? new Date(made) : null;
};

/** Makes the world, unless one of this text and size is kept; a server without fsync is quicker at it. */
const prepare = async (directory: string, size: number): Promise<Date> => {
  const marker = `${directory}/world.json`;
  const kept = await isFresh(marker);
  if (kept) return kept;
  say(`Making a world of ${size.toLocaleString("en")} activities`);
  const began = performance.now();
  await rm(marker, { force: true });
  await removeCluster(`${directory}/postgresql`, say);
  const cluster = await startCluster({ directory: `${directory}/postgresql`, durable: false, onProgress: say });
  try {
    await ensureRoles(cluster.superuserUrl("postgres"), passwords);
    const made = await make(cluster, size);
    await cluster.stop();
    await writeFile(marker, JSON.stringify({ hash: await fingerprint(), made, size }));
    say(`  made in ${String(Math.round((performance.now() - began) / 1000))} s`);
    return made;
  } finally {
    await cluster.stop();
  }
};

/** A copy of the world to work in, on a server as `npm start` runs it; the kept one stays as it was made. */
export const openWorld = async (size: number): Promise<World> => {
  const directory = `${folder}/${String(size)}`;
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o755);
  const made = await prepare(directory, size);
  const cluster = await startCluster({ directory: `${directory}/postgresql`, durable: true, onProgress: say });
  try {
    // What was added to the schema since the world was made comes as a migration, as it does to any other database.
    await migrate(urlOf(cluster, "migrator", template));
    await withSuperuser(cluster, "postgres", async (sql) => {
      await sql`drop database if exists bench with (force)`;
      await sql`create database bench template bench_world strategy file_copy owner tsunagari_owner`;
    });
    await ensureDatabase(cluster.superuserUrl("postgres"), "bench");
    await withSuperuser(cluster, "bench", (sql) => sql`checkpoint`);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    size,
    made,
    directory,
    superuserUrl: cluster.superuserUrl("bench"),
    loginUrl: urlOf(cluster, "login", "bench"),
    stop: cluster.stop,
  };
};
