import {
  prepareStatement,
  send,
  sql,
  type ActorSettings,
  type Ahead,
  type Begun,
  type Statement,
  type Tx,
} from "@tsunagari/db";
import { civilDateAt, DomainError, type Actor, type CivilDate, type Instant } from "@tsunagari/domain";
import { userIdOf, type Context } from "./context.ts";

const roles = {
  staff: "tsunagari_staff",
  partner: "tsunagari_partner",
  public: "tsunagari_public",
  worker: "tsunagari_worker",
} as const satisfies Record<Actor["kind"], ActorSettings["role"]>;

const settingsOf = ({ actor, clock }: Context, requestId: string | null): ActorSettings => ({
  role: roles[actor.kind],
  municipalityId: actor.municipalityId,
  userId: userIdOf(actor),
  organizationId: actor.kind === "partner" ? actor.organizationId : null,
  requestId,
  clock: clock ?? null,
});

/** Runs `work` in one transaction under the fences of the actor. */
export const inTransaction = <T>(context: Context, work: (tx: Tx, begun: Begun) => Promise<T>): Promise<T> =>
  context.db.asActor(settingsOf(context, null), work);

/** The same for a command, whose first statements leave with BEGIN. */
export const inTransactionAhead = <First, T>(context: Context, requestId: string, work: Ahead<First, T>): Promise<T> =>
  context.db.asActorAhead(settingsOf(context, requestId), work);

/** Runs one statement under the fences of the actor. */
export const askAs = <Row extends object, Values extends Record<string, unknown>>(
  context: Context,
  statement: Statement<Row, Values>,
  values: Values,
): Promise<{ readonly rows: readonly Row[]; readonly begun: Begun }> =>
  context.db.ask(settingsOf(context, null), statement, values);

type Moment = { readonly now: Instant; readonly today: CivilDate };

/** A moment as the database writes it. */
export const momentOf = (text: string): Moment => {
  const now = new Date(text);
  return { now, today: civilDateAt(now) };
};

/** The moment at which the transaction began, where nothing was waited for since then; it costs no round trip. */
export const beginningOf = async (tx: Tx, begun: Begun): Promise<Moment> =>
  begun.now === null ? readClock(tx) : momentOf(begun.now);

const clock = prepareStatement<{ now: string }, Record<never, never>>(
  sql`select to_char(app.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
);

/** The moment, from the database (D-34). Read it after the locks: what was true before a lock may have ended. */
export const readClock = async (tx: Tx): Promise<Moment> => {
  const [row] = await send(tx, clock, {});
  if (!row) throw new Error("the database gave no clock");
  return momentOf(row.now);
};

/** The PostgreSQL error code in an error or its causes. */
export const databaseCode = (error: unknown): string | null => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return null;
};

// 25P: the server ended a transaction that stood still, as it does where a program was stopped in the middle of one.
const unavailable = /^(08|25P0[34]|53|57P|CONNECT|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/u;

/**
 * Turns what the database refused into an answer that names neither table nor value. The original stays as `cause`, of
 * which only the code may be logged: Drizzle's message holds the parameters.
 */
export const asDomainError = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  const code = databaseCode(error);
  const answer = (() => {
    if (code === null) return new DomainError("internal", "kernel.internal");
    if (code === "23505" || code === "40001" || code === "40P01")
      return new DomainError("conflict", "kernel.stale_version");
    // A fence or a foreign key stopped what no policy had: to the asker the row does not exist.
    if (code === "42501" || code === "23503") return new DomainError("not_found", "kernel.not_found");
    if (code.startsWith("22")) return new DomainError("invalid_input", "kernel.invalid_input");
    if (code === "57014" || unavailable.test(code)) return new DomainError("internal", "kernel.unavailable");
    return new DomainError("internal", "kernel.internal");
  })();
  answer.cause = error;
  return answer;
};

const isDeadlock = (error: unknown): boolean => {
  const code = databaseCode(error);
  return code === "40P01" || code === "40001";
};

/** Runs again where PostgreSQL gave up on a deadlock; the transaction left nothing behind. */
export const withRetry = async <T>(work: () => Promise<T>, attempts = 3): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (attempts <= 1 || !isDeadlock(error)) throw error;
    return withRetry(work, attempts - 1);
  }
};
