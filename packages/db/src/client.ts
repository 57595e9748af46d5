import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { ActorRole } from "./roles.ts";
import { askOn, transactOn, type Begun, type Statement, type Tx } from "./transaction.ts";

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

type Work<T> = (tx: Tx, begun: Begun) => Promise<T>;

/** Work whose first statements wait for nothing; it is given their answer. */
export type Ahead<First, T> = {
  /** Sends (`send`) what may go before the actor's settings are answered; it runs behind them. */
  readonly first: (tx: Tx) => Promise<First>;
  readonly rest: (tx: Tx, begun: Begun, first: First) => Promise<T>;
};

export type Database = {
  /**
   * Runs `work` in one transaction as the actor. Role and settings are set in one round trip and end with the
   * transaction, so nothing bleeds into the next user of the connection. Never await network or mail inside.
   */
  readonly asActor: <T>(settings: ActorSettings, work: Work<T>) => Promise<T>;
  /** The same; BEGIN, settings and the first statements leave in one packet. */
  readonly asActorAhead: <First, T>(settings: ActorSettings, work: Ahead<First, T>) => Promise<T>;
  /** Runs one statement in a transaction as the actor, in one round trip. For readings that log nothing. */
  readonly ask: <Row extends object, Values extends Record<string, unknown>>(
    settings: ActorSettings,
    statement: Statement<Row, Values>,
    values: Values,
  ) => Promise<{ readonly rows: readonly Row[]; readonly begun: Begun }>;
  /** Refuses with an Error where the login is a superuser, bypasses fences or owns tables. */
  readonly assertSafeLogin: () => Promise<void>;
  readonly close: () => Promise<void>;
};

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
  // Leaves dates and JSON as the database writes them, which is what Drizzle's columns read.
  drizzle(connection);
  const waitMs = options.beginWithinMs ?? 30_000;
  const asActorAhead = <First, T>(settings: ActorSettings, work: Ahead<First, T>): Promise<T> =>
    beginWithin(waitMs, (wait) => transactOn(connection, settings, { work, wait }));
  return {
    asActor: (settings, work) => asActorAhead(settings, { first: async () => null, rest: work }),
    asActorAhead,
    ask: (settings, statement, values) =>
      beginWithin(waitMs, ({ demandWanted }) => askOn(connection, settings, { statement, values, demandWanted })),
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
