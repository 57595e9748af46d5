import { fillPlaceholders, getTableName, sql, type SQL } from "drizzle-orm";
import { PgDialect, type PgTable } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsSession, PostgresJsTransaction, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { ActorSettings } from "./client.ts";

/** A transaction in which role and actor are set; the only way to reach a table. */
export type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/** The moment a transaction began, ISO 8601 with microseconds; null where a clock is set, which only the database reads. */
export type Begun = { readonly now: string | null };

type Parameter = postgres.ParameterOrJSON<never>;
type Connection = Pick<postgres.TransactionSql, "unsafe">;

/** One statement sets everything. Where no clock is set, the moment is the server's, as `app.now()` would give it. */
const settingsStatement = `select
  set_config('role', $1, true), set_config('app.municipality_id', $2, true), set_config('app.user_id', $3, true),
  set_config('app.organization_id', $4, true), set_config('app.request_id', $5, true), set_config('app.clock', $6, true),
  set_config('statement_timeout', $7, true), set_config('idle_in_transaction_session_timeout', '10000', true),
  to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`;

/**
 * For a statement that is asked as it stands, again and again: one plan serves every value, and no helper process is
 * started for it. A plan for each value costs more than most answers, and for a common word it reads the whole table.
 */
const onePlan = settingsStatement.replace(
  "select",
  "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('max_parallel_workers_per_gather', '0', true),",
);

const settingsOf = (settings: ActorSettings): string[] => [
  settings.role,
  settings.municipalityId ?? "",
  settings.userId ?? "",
  settings.organizationId ?? "",
  settings.requestId ?? "",
  settings.clock ?? "",
  String(settings.statementTimeoutMs ?? 5000),
];

/** Sends a statement, which is parsed and planned once per connection; what is sent at once travels in one packet. */
const sendOn = <Row extends object>(connection: Connection, text: string, parameters: Parameter[]) =>
  connection.unsafe<Row[]>(text, parameters, { prepare: true }).execute();

/** Sets the actor. What was sent behind it does not run where this failed: the transaction is over then. */
export const setActor = async (
  connection: Connection,
  settings: ActorSettings,
  statement = settingsStatement,
): Promise<Begun> => {
  const [row] = await sendOn<{ now: string }>(connection, statement, settingsOf(settings));
  if (!row) throw new Error("the settings of the actor gave no row");
  return { now: settings.clock ? null : row.now };
};

type TransactionSession = ConstructorParameters<typeof PostgresJsTransaction>[1];

const dialect = new PgDialect({ casing: "snake_case" });

/** Drizzle on a transaction. It asks its client for `unsafe` alone: none of our transactions holds another. */
export const drizzleOn = (connection: Connection): Tx => {
  const client: Pick<postgres.Sql, "unsafe"> = {
    unsafe: (text, parameters) => connection.unsafe(text, parameters, { prepare: true }),
  };
  const session = new PostgresJsSession(client as postgres.Sql, dialect, undefined);
  const tx = new PostgresJsTransaction(dialect, session as unknown as TransactionSession, undefined) as unknown as Tx;
  opened.set(tx, { connection, last: [] });
  return tx;
};

type Opened = { readonly connection: Connection; readonly last: Promise<unknown>[] };

const opened = new WeakMap<Tx, Opened>();

const openedOf = (tx: Tx): Opened => {
  const found = opened.get(tx);
  if (!found) throw new Error("a statement is sent on a transaction that asActor opened");
  return found;
};

/** A statement whose text is made once; `sql.placeholder("name")` stands where a value goes. */
export type Statement<Row extends object, Values extends Record<string, unknown>> = {
  readonly text: string;
  readonly parametersOf: (values: Values) => unknown[];
  /** Only a type: what a row of the answer is. */
  readonly row?: Row;
};

/** Makes the text of a statement, for `Database.ask`. */
export const prepareStatement = <Row extends object, Values extends Record<string, unknown>>(
  template: SQL,
): Statement<Row, Values> => {
  const { sql: text, params } = dialect.sqlToQuery(template);
  return { text, parametersOf: (values) => fillPlaceholders(params, values) };
};

/**
 * Sends a statement on the transaction at once. What is sent without waiting in between travels in one packet and runs
 * in that order; a statement behind one that failed does not run.
 */
export const send = <Row extends object, Values extends Record<string, unknown>>(
  tx: Tx,
  statement: Statement<Row, Values>,
  values: Values,
): Promise<readonly Row[]> =>
  sendOn<Row>(openedOf(tx).connection, statement.text, statement.parametersOf(values) as Parameter[]);

/**
 * Sends a statement whose answer nothing hangs on, to travel with COMMIT. Where it fails, nothing of the transaction
 * stays and `asActor` throws its error.
 */
export const sendLast = <Row extends object, Values extends Record<string, unknown>>(
  tx: Tx,
  statement: Statement<Row, Values>,
  values: Values,
): void => {
  const answer = send(tx, statement, values);
  // Thrown by asActor; until then nobody listens.
  answer.catch(() => undefined);
  openedOf(tx).last.push(answer);
};

/** What was sent by `sendLast`. */
export const lastOf = (tx: Tx): readonly Promise<unknown>[] => openedOf(tx).last;

const builder = drizzle.mock({ casing: "snake_case" });

/** An INSERT of one row for `prepareStatement`; its values are those of `rowFor`, other columns take their defaults. */
export const insertInto = <Table extends PgTable>(
  table: Table,
  columns: readonly (keyof Table["$inferInsert"] & string)[],
): SQL => {
  const row = columns.map((column) => [column, sql.placeholder(`${getTableName(table)}.${column}`)] as const);
  return builder
    .insert(table)
    .values(Object.fromEntries(row) as unknown as Parameters<ReturnType<typeof builder.insert<Table>>["values"]>[0])
    .getSQL();
};

/** The values of a row as `insertInto` names them. */
export const rowFor = <Table extends PgTable>(
  table: Table,
  row: Table["$inferInsert"],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [`${getTableName(table)}.${column}`, value ?? null]));

const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(?:CONNECTION_|E[A-Z]|57P)/u.test(error.code);

/**
 * Runs one statement in a transaction as the actor: BEGIN, actor, statement and COMMIT leave at once, before the
 * connection can be lost unseen. One that is lost on the way has left the pool by itself and is not given back to it.
 */
export const askOn = async <Row extends object, Values extends Record<string, unknown>>(
  pool: postgres.Sql,
  settings: ActorSettings,
  asked: {
    readonly statement: Statement<Row, Values>;
    readonly values: Values;
    /** Throws where nobody waits for the answer any more. */
    readonly demandWanted: () => void;
  },
): Promise<{ readonly rows: readonly Row[]; readonly begun: Begun }> => {
  const { statement, values } = asked;
  const parameters = statement.parametersOf(values) as Parameter[];
  const connection = await pool.reserve();
  let isKept = true;
  try {
    asked.demandWanted();
    const sent = [
      connection.unsafe("begin").execute(),
      setActor(connection, settings, onePlan),
      sendOn<Row>(connection, statement.text, parameters),
      // Rolls back where one of them failed.
      connection.unsafe("commit").execute(),
    ] as const;
    const [, begun, rows] = await Promise.all(sent).catch(async (error: unknown) => {
      isKept = !isLost(error);
      if (isKept) await Promise.allSettled(sent);
      throw error;
    });
    return { rows, begun };
  } finally {
    if (isKept) connection.release();
  }
};
