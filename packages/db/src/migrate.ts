import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { fenceHash } from "./fence-hash.ts";
import { allFenceStatements } from "./fences/index.ts";
import { assertSupportedServer } from "./server-version.ts";

export { createDatabaseStatement, databaseStatements, ensureDatabase, ensureRoles, roleStatements } from "./roles.ts";

const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

const prepare = `
revoke all on schema public from public;
grant usage on schema public to tsunagari_staff, tsunagari_partner, tsunagari_public, tsunagari_worker, tsunagari_auth,
  tsunagari_definer, tsunagari_export, tsunagari_auditor, tsunagari_backup;
create schema if not exists app;
revoke all on schema app from public;
grant usage, create on schema app to tsunagari_definer;
grant usage on schema app to tsunagari_staff, tsunagari_partner, tsunagari_public, tsunagari_worker, tsunagari_auth,
  tsunagari_export, tsunagari_auditor, tsunagari_backup;
create table if not exists app.environment (kind text primary key check (kind in ('demo', 'test')));
grant select on app.environment to tsunagari_definer;
create table if not exists app.fence_state (single boolean primary key default true check (single), hash text not null);
create table if not exists app.fence_history (hash text primary key, applied_at timestamptz not null default clock_timestamp());
grant select on app.fence_history to tsunagari_public;
`;

/**
 * Which releases' fences this database has had, as a stack: a program is ready where its own are among them, so that old
 * and new nodes serve side by side while a release rolls out. Going back to older ones takes the newer away.
 */
const remember = async (tx: postgres.TransactionSql, hash: string): Promise<void> => {
  await tx`delete from app.fence_history where applied_at > (select applied_at from app.fence_history where hash = ${hash})`;
  await tx`insert into app.fence_history (hash) values (${hash}) on conflict do nothing`;
};

/**
 * Brings a database to the state of this release: Drizzle's migrations in order, then all roles' rights, functions and
 * policies, anew in one transaction whenever their text has changed. `migratorUrl` logs in as `tsunagari_migrator`.
 * Repeatable; a second run at the same time waits for the first.
 */
export const migrate = async (migratorUrl: string): Promise<void> => {
  const connection = postgres(migratorUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { options: "-c role=tsunagari_owner" },
  });
  try {
    await assertSupportedServer(connection);
    await connection`select pg_advisory_lock(7241001)`;
    await connection.unsafe(prepare);
    await applyMigrations(drizzle(connection), { migrationsFolder });
    const hash = fenceHash();
    await connection.begin(async (tx) => {
      await remember(tx, hash);
      const [state] = await tx<{ hash: string }[]>`select hash from app.fence_state`;
      if (state?.hash === hash) return;
      for (const statement of allFenceStatements()) await tx.unsafe(statement);
      await tx`insert into app.fence_state (hash) values (${hash}) on conflict (single) do update set hash = excluded.hash`;
    });
  } finally {
    await connection.end();
  }
};

/** Marks a database as a demo or a test, where the clock may be set (D-34). Only the migrator can; never in production. */
export const markEnvironment = async (migratorUrl: string, kind: "demo" | "test"): Promise<void> => {
  const connection = postgres(migratorUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { options: "-c role=tsunagari_owner" },
  });
  try {
    await connection`insert into app.environment (kind) values (${kind}) on conflict do nothing`;
  } finally {
    await connection.end();
  }
};
