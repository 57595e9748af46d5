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

/** The driver's own pause grows to 20 seconds, for which a database that is back would still count as away. */
const reconnectAfterSeconds = 0.25;

/** No connection became free and answered in time; `code` is told apart like the driver's. */
class NotBegun extends Error {
  override readonly name = "NotBegun";
  readonly code = "CONNECT_TIMEOUT";
}

type Wait = { readonly demandWanted: () => void; readonly end: () => void };

/**
 * Runs a transaction, or refuses where it has not begun in time: all connections are taken, or the server is there and
 * silent. What was refused does nothing later on.
 */
const beginWithin = <T>(waitMs: number, transact: (wait: Wait) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    let isRefused = false;
    const timer = setTimeout(() => {
      isRefused = true;
      reject(new NotBegun());
    }, waitMs);
    const demandWanted = (): void => {
      if (isRefused) throw new NotBegun();
    };
    const end = (): void => clearTimeout(timer);
    transact({ demandWanted, end }).finally(end).then(resolve, reject);
  });

export type PoolOptions = {
  /** How many connections; 10 where nothing is said. */
  readonly poolSize?: number;
  /** How long a transaction may wait to begin before the database counts as away; 30 seconds where nothing is said. */
  readonly beginWithinMs?: number;
};

/** Opens a pool as the login role. */
export const createDatabase = (url: string, options: PoolOptions = {}): Database => {
  const connection = postgres(url, {
    max: options.poolSize ?? 10,
    onnotice: () => undefined,
    connect_timeout: 5,
    backoff: () => reconnectAfterSeconds,
    connection: { application_name: "tsunagari" },
  });
  const db = drizzle(connection, { schema, casing: "snake_case" });
  return {
    asActor: (settings, work) =>
      beginWithin(options.beginWithinMs ?? 30_000, (wait) =>
        db.transaction(async (tx) => {
          wait.demandWanted();
          await tx.execute(applySettings(settings));
          wait.demandWanted();
          wait.end();
          return work(tx);
        }),
      ),
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
