import { tokenHashOf } from "@tsunagari/auth";
import { sql, type Tx } from "@tsunagari/db";
import {
  browserFamilies,
  EndOtherSessions,
  EndOwnSession,
  ListOwnSessions,
  systemFamilies,
  type Browser,
} from "@tsunagari/domain/identity";
import type { z } from "zod";
import {
  defineCommand,
  defineQuery,
  fail,
  userIdOf,
  type Command,
  type Context,
  type Query,
} from "../../kernel/index.ts";

type Row = {
  id: string;
  authenticated_at: string;
  last_seen_at: string;
  browser: string | null;
  is_current: boolean;
};

const browserIn = (stored: string | null): Browser => {
  const [family, system] = (stored ?? "").split("/");
  return {
    family: browserFamilies.find((name) => name === family) ?? "other",
    system: systemFamilies.find((name) => name === system) ?? "other",
  };
};

const present = (row: Row) => ({
  id: row.id,
  ...browserIn(row.browser),
  signedInAt: new Date(row.authenticated_at),
  lastSeenAt: new Date(row.last_seen_at),
  isCurrent: row.is_current,
});
export type OwnSession = ReturnType<typeof present>;

const currentHash = ({ sessionToken }: Context): string | null =>
  typeof sessionToken === "string" ? tokenHashOf(sessionToken) : null;

const listFor = (current: string | null) =>
  defineQuery({
    action: "identity.listOwnSessions",
    input: ListOwnSessions,
    run: async ({ tx }) => {
      const rows = await tx.execute<Row>(sql`select * from app.own_sessions(${current})`);
      return { sessions: rows.map(present) };
    },
  });

/** Where one is signed in, newest first, with this very session marked. */
export const listOwnSessions: Query<z.input<typeof ListOwnSessions>, { sessions: OwnSession[] }> = {
  kind: "query",
  action: "identity.listOwnSessions",
  input: ListOwnSessions,
  execute: (context, input) => listFor(currentHash(context)).execute(context, input),
};

const end = async (tx: Tx, one: string | null, current: string | null): Promise<number> => {
  const [row] = await tx.execute<{ ended: number }>(
    sql`select app.end_own_sessions(${one}::uuid, ${current}) as ended`,
  );
  return row?.ended ?? 0;
};

/** Ends one of one's own sessions; the next request from there is nobody's (ASVS 7.4.5). */
export const endOwnSession = defineCommand({
  action: "identity.endOwnSession",
  input: EndOwnSession,
  run: async ({ tx, input }) => {
    // Another's session and one that has ended are the same to the asker.
    if ((await end(tx, input.sessionId, null)) === 0) return fail("not_found", "kernel.not_found");
    return { id: input.sessionId, subjects: [{ kind: "session", id: input.sessionId }] };
  },
});

const endOthersFor = (current: string | null) =>
  defineCommand({
    action: "identity.endOtherSessions",
    input: EndOtherSessions,
    run: async ({ tx, actor }) => {
      await end(tx, null, current);
      const id = userIdOf(actor) ?? fail("forbidden", "identity.signed_in_only");
      return { id, subjects: [{ kind: "user", id }] };
    },
  });

/** Ends every session of one's own but this one. */
export const endOtherSessions: Command<z.input<typeof EndOtherSessions>> = {
  kind: "command",
  action: "identity.endOtherSessions",
  input: EndOtherSessions,
  execute: (context, input) => endOthersFor(currentHash(context)).execute(context, input),
};
