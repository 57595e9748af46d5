import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { allFenceStatements } from "./fences/index.ts";

export { ensureDatabase, ensureRoles } from "./roles.ts";

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
`;

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
    await connection`select pg_advisory_lock(7241001)`;
    await connection.unsafe(prepare);
    await applyMigrations(drizzle(connection), { migrationsFolder });
    const statements = allFenceStatements();
    const hash = createHash("sha256").update(statements.join("\n")).digest("hex");
    await connection.begin(async (tx) => {
      const [state] = await tx<{ hash: string }[]>`select hash from app.fence_state`;
      if (state?.hash === hash) return;
      for (const statement of statements) await tx.unsafe(statement);
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
