import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { ActorRole } from "./roles.ts";
import * as schema from "./schema/index.ts";

type Drizzle = PostgresJsDatabase<typeof schema>;
/** A transaction in which role and actor are set; the only way to reach a table. */
export type Tx = Parameters<Parameters<Drizzle["transaction"]>[0]>[0];

/** What a transaction tells the fences about its actor. */
export type ActorSettings = {
  readonly role: ActorRole;
  readonly municipalityId: string | null;
  readonly userId?: string | null;
  readonly organizationId?: string | null;
  readonly requestId?: string | null;
  /** A set clock, ISO 8601; the database heeds it only where it is marked demo or test (D-34). */
  readonly clock?: string | null;
  readonly statementTimeoutMs?: number;
};

export type Database = {
  /**
   * Runs `work` in one transaction as the actor. Role and settings are set in one round trip and end with the
   * transaction, so nothing bleeds into the next user of the connection. Never await network or mail inside.
   */
  readonly asActor: <T>(settings: ActorSettings, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Refuses with an Error where the login is a superuser, bypasses fences or owns tables. */
  readonly assertSafeLogin: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const applySettings = (settings: ActorSettings) => sql`select
  set_config('role', ${settings.role}, true),
  set_config('app.municipality_id', ${settings.municipalityId ?? ""}, true),
  set_config('app.user_id', ${settings.userId ?? ""}, true),
  set_config('app.organization_id', ${settings.organizationId ?? ""}, true),
  set_config('app.request_id', ${settings.requestId ?? ""}, true),
  set_config('app.clock', ${settings.clock ?? ""}, true),
  set_config('statement_timeout', ${String(settings.statementTimeoutMs ?? 5000)}, true),
  set_config('idle_in_transaction_session_timeout', '10000', true)`;

/** Opens a pool as the login role. `poolSize` defaults to 10. */
export const createDatabase = (url: string, options: { readonly poolSize?: number } = {}): Database => {
  const connection = postgres(url, {
    max: options.poolSize ?? 10,
    onnotice: () => undefined,
    connect_timeout: 5,
    connection: { application_name: "tsunagari" },
  });
  const db = drizzle(connection, { schema, casing: "snake_case" });
  return {
    asActor: (settings, work) =>
      db.transaction(async (tx) => {
        await tx.execute(applySettings(settings));
        return work(tx);
      }),
    assertSafeLogin: async () => {
      const [login] = await connection<{ super: boolean; bypass: boolean; owns: boolean }[]>`
        select r.rolsuper as super, r.rolbypassrls as bypass,
               exists (select from pg_class c where c.relowner = r.oid)
                 or pg_has_role(r.oid, 'tsunagari_owner', 'member')
                 or pg_has_role(r.oid, 'tsunagari_definer', 'member') as owns
          from pg_roles r where r.rolname = session_user`;
      if (!login || login.super || login.bypass || login.owns) {
        throw new Error(
          "The database login must not be a superuser, bypass row security or own tables: use tsunagari_login.",
        );
      }
    },
    close: () => connection.end({ timeout: 5 }),
  };
};
