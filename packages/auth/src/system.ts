import type { Database, Statement, Tx } from "@tsunagari/db";

/** What this package needs; `clock` is heeded only by a database marked demo or test (D-34). */
export type AuthSystem = { readonly db: Database; readonly clock?: string | null };

/**
 * Runs look-ups before there is an actor, as a role that has no right on any table, only functions. `municipalityId`
 * is given where something is written for one city.
 */
export const beforeActor = <T>(
  { db, clock }: AuthSystem,
  work: (tx: Tx) => Promise<T>,
  municipalityId: string | null = null,
): Promise<T> => db.asActor({ role: "tsunagari_auth", municipalityId, clock: clock ?? null }, work);

/** One look-up, in one packet with the role it is asked as. */
export const askBeforeActor = async <Row extends object, Values extends Record<string, unknown>>(
  { db, clock }: AuthSystem,
  statement: Statement<Row, Values>,
  values: Values,
) => db.ask({ role: "tsunagari_auth", municipalityId: null, clock: clock ?? null }, statement, values);
