import type postgres from "postgres";

export type Parameter = postgres.ParameterOrJSON<never>;

/** One connection, taken from the pool for a transaction. */
export type Connection = Pick<postgres.ReservedSql, "unsafe" | "knows">;

/** A statement with its values. */
export type Part = { readonly text: string; readonly parameters: readonly Parameter[] };

export type Rows = postgres.RowList<postgres.Row[]>;

/** Sends a statement, which is parsed and planned once per connection; what is sent at once runs in that order. */
export const sendOn = (connection: Connection, { text, parameters }: Part): Promise<Rows> =>
  connection.unsafe(text, [...parameters], { prepare: true, simple: false }).execute();

/** Whether this session has been sent the statements before. */
export const knowsAll = (connection: Connection, parts: readonly Part[]): boolean =>
  parts.every(({ text, parameters }) => connection.knows(text, parameters));

/**
 * Sends statements this session knows in one packet with one answer (`docs/adr/0025-packets.md`). They run in
 * this order; where one fails, what stands behind it does not run. Outside a transaction they are one.
 */
export const sendPacket = async (connection: Connection, parts: readonly Part[]): Promise<readonly Rows[]> => {
  const last = parts.at(-1);
  if (last === undefined) return [];
  if (parts.length === 1) return [await sendOn(connection, last)];
  const ahead = parts.slice(0, -1).map(({ text, parameters }) => ({ string: text, args: parameters }));
  const answer = connection.unsafe(last.text, [...last.parameters], { prepare: true, simple: false, ahead }).execute();
  // The driver answers a query that had others ahead of it with the results of all.
  return (await answer) as unknown as readonly Rows[];
};

/** As `sendPacket`; what the session does not know yet goes one by one. */
export const sendTogether = async (connection: Connection, parts: readonly Part[]): Promise<readonly Rows[]> =>
  knowsAll(connection, parts)
    ? sendPacket(connection, parts)
    : Promise.all(parts.map((part) => sendOn(connection, part)));
