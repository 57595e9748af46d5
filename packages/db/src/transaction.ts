import { fillPlaceholders, getTableName, sql, type SQL } from "drizzle-orm";
import { PgDialect, type PgTable } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsSession, PostgresJsTransaction, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { ActorSettings, Ahead } from "./client.ts";
import {
  knowsAll,
  sendOn,
  sendPacket,
  sendTogether,
  type Connection,
  type Parameter,
  type Part,
  type Rows,
} from "./packet.ts";

/** A transaction in which role and actor are set; the only way to reach a table. */
export type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/** The moment a transaction began, ISO 8601 with microseconds; null where a clock is set, which only the database reads. */
export type Begun = { readonly now: string | null };

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

const settingsPart = (settings: ActorSettings, text = settingsStatement): Part => ({
  text,
  parameters: settingsOf(settings),
});

const begunIn = (settings: ActorSettings, rows: Rows | undefined): Begun => {
  const row = rows?.[0];
  if (!row) throw new Error("the settings of the actor gave no row");
  return { now: settings.clock ? null : String(row["now"]) };
};

type TransactionSession = ConstructorParameters<typeof PostgresJsTransaction>[1];

const dialect = new PgDialect({ casing: "snake_case" });

/** Drizzle on a transaction. It asks its client for `unsafe` alone: none of our transactions holds another. */
const drizzleOn = (connection: Connection): Tx => {
  const client: Pick<postgres.Sql, "unsafe"> = {
    unsafe: (text, parameters) => {
      flush(opening);
      return connection.unsafe(text, parameters, { prepare: true });
    },
  };
  const session = new PostgresJsSession(client as postgres.Sql, dialect, undefined);
  const tx = new PostgresJsTransaction(dialect, session as unknown as TransactionSession, undefined) as unknown as Tx;
  const opening: Opened = { connection, waiting: [], failed: null };
  opened.set(tx, opening);
  return tx;
};

type Waiting = {
  readonly part: Part;
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: unknown) => void;
};
/** A transaction: what waits to leave in the next packet, and what went wrong first. */
type Opened = { readonly connection: Connection; waiting: Waiting[]; failed: { readonly error: unknown } | null };

const opened = new WeakMap<Tx, Opened>();

const openedOf = (tx: Tx): Opened => {
  const found = opened.get(tx);
  if (!found) throw new Error("a statement is sent on a transaction that asActor opened");
  return found;
};

/** Sends what waits, in one packet. */
const flush = (transaction: Opened): void => {
  const { connection, waiting } = transaction;
  if (waiting.length === 0) return;
  transaction.waiting = [];
  sendTogether(
    connection,
    waiting.map(({ part }) => part),
  ).then(
    (answers) => waiting.forEach(({ resolve }, index) => resolve(answers[index] as Rows)),
    (error: unknown) => {
      transaction.failed ??= { error };
      waiting.forEach(({ reject }) => reject(error));
    },
  );
};

/** Puts a statement into the next packet of the transaction. */
const post = (transaction: Opened, part: Part): Promise<Rows> => {
  const answer = new Promise<Rows>((resolve, reject) => {
    transaction.waiting.push({ part, resolve, reject });
  });
  // Nobody may be listening yet, or ever; `failed` has the error for whoever ends the transaction.
  answer.catch(() => undefined);
  return answer;
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

const partOf = <Row extends object, Values extends Record<string, unknown>>(
  statement: Statement<Row, Values>,
  values: Values,
): Part => ({ text: statement.text, parameters: statement.parametersOf(values) as Parameter[] });

/**
 * Sends a statement on the transaction. What is sent without waiting in between travels in one packet and runs in that
 * order; a statement behind one that failed does not run.
 */
export const send = <Row extends object, Values extends Record<string, unknown>>(
  tx: Tx,
  statement: Statement<Row, Values>,
  values: Values,
): Promise<readonly Row[]> => {
  const transaction = openedOf(tx);
  const answer = post(transaction, partOf(statement, values));
  queueMicrotask(() => flush(transaction));
  return answer as Promise<readonly postgres.Row[]> as Promise<readonly Row[]>;
};

/**
 * Sends a statement whose answer nothing hangs on, to travel with COMMIT. Where it fails, nothing of the transaction
 * stays and `asActor` throws its error.
 */
export const sendLast = <Row extends object, Values extends Record<string, unknown>>(
  tx: Tx,
  statement: Statement<Row, Values>,
  values: Values,
): void => {
  void post(openedOf(tx), partOf(statement, values));
};

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

const commit = async (transaction: Opened): Promise<void> => {
  const done = post(transaction, { text: "commit", parameters: [] });
  flush(transaction);
  const { command } = await done;
  // PostgreSQL takes a COMMIT behind a failed statement for a ROLLBACK.
  if (command !== "COMMIT") throw transaction.failed?.error ?? new Error("the transaction was rolled back");
};

const isAborted = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "25P02";

/** Takes everything back. What comes behind a failed statement only says that something failed before. */
const giveUp = async (transaction: Opened, error: unknown): Promise<never> => {
  await transaction.connection.unsafe("rollback").catch(() => undefined);
  throw isAborted(error) && transaction.failed ? transaction.failed.error : error;
};

type Wait = {
  /** Throws where nobody waits for the answer any more. */
  readonly demandWanted: () => void;
  /** Said when the transaction has begun. */
  readonly end: () => void;
};

/** Runs a transaction as the actor; BEGIN, settings and what `first` sends leave in one packet. */
export const transactOn = async <First, T>(
  pool: postgres.Sql,
  settings: ActorSettings,
  { work, wait }: { readonly work: Ahead<First, T>; readonly wait: Wait },
): Promise<T> => {
  const connection = await pool.reserve();
  try {
    wait.demandWanted();
    const tx = drizzleOn(connection);
    const transaction = openedOf(tx);
    try {
      void post(transaction, { text: "begin", parameters: [] });
      const set = post(transaction, settingsPart(settings));
      queueMicrotask(() => flush(transaction));
      const [rows, first] = await Promise.all([set, work.first(tx)]);
      wait.demandWanted();
      wait.end();
      const result = await work.rest(tx, begunIn(settings, rows), first);
      await commit(transaction);
      return result;
    } catch (error) {
      return await giveUp(transaction, error);
    }
  } finally {
    connection.release();
  }
};

const isNotPrepared = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "NOT_PREPARED";

/** BEGIN, actor, statement and COMMIT one by one; the session knows the statements afterwards. */
const askSlowly = async (connection: Connection, parts: readonly Part[]): Promise<readonly Rows[]> => {
  const sent = [
    connection.unsafe("begin").execute(),
    ...parts.map((part) => sendOn(connection, part)),
    // Rolls back where one of them failed.
    connection.unsafe("commit").execute(),
  ];
  const [, ...answers] = await Promise.all(sent).catch(async (error: unknown) => {
    await Promise.allSettled(sent);
    throw error;
  });
  return answers;
};

/** Actor and statement in one packet with one answer, which PostgreSQL makes one transaction. */
const askQuickly = async (connection: Connection, parts: readonly Part[]): Promise<readonly Rows[] | null> => {
  if (!knowsAll(connection, parts)) return null;
  try {
    return await sendPacket(connection, parts);
  } catch (error) {
    // A release has changed a table under the plan.
    if (isNotPrepared(error)) return null;
    throw error;
  }
};

/** Runs one statement in a transaction as the actor, in one round trip, before the connection can be lost unseen. */
export const askOn = async <Row extends object, Values extends Record<string, unknown>>(
  pool: postgres.Sql,
  settings: ActorSettings,
  asked: { readonly statement: Statement<Row, Values>; readonly values: Values; readonly demandWanted: () => void },
): Promise<{ readonly rows: readonly Row[]; readonly begun: Begun }> => {
  const parts = [settingsPart(settings, onePlan), partOf(asked.statement, asked.values)];
  const connection = await pool.reserve();
  try {
    asked.demandWanted();
    const [set, rows] = (await askQuickly(connection, parts)) ?? (await askSlowly(connection, parts));
    return { rows: (rows ?? []) as readonly postgres.Row[] as readonly Row[], begun: begunIn(settings, set) };
  } finally {
    connection.release();
  }
};
