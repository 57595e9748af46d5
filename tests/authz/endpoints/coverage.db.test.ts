import { createDatabase, type Database } from "@tsunagari/db";
import { temporaryKeyRing, type System } from "@tsunagari/services/kernel";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, call, procedures } from "./procedures.ts";
import { sampleOf } from "./sample.ts";

let database: TestDatabase;
let db: Database;
let system: System;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.loginUrl);
  system = { db, keys: temporaryKeyRing(), log: () => undefined };
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/*
 * Procedures that nobody need be signed in for. This list may only shrink: to add to it is to open a door, so first ask
 * whether the caller could not sign in, then write the reason beside the entry.
 */
const openToNobody = [
  // Before a session there is nobody: a password, the factor after it, or a passkey alone.
  "partner identity.beginPasskeySignIn",
  "partner identity.showSecondFactor",
  "partner identity.signIn",
  "partner identity.signInWithPasskey",
  "staff identity.beginPasskeySignIn",
  "staff identity.showSecondFactor",
  "staff identity.signInWithPasskey",
  // Who has no password, or has forgotten it, cannot sign in: they ask for a link, look at one, and use it once.
  "partner identity.openAccountLink",
  "partner identity.requestPasswordReset",
  "partner identity.useAccountLink",
  "staff identity.openAccountLink",
  "staff identity.requestPasswordReset",
  "staff identity.useAccountLink",
  // Ends the session of the cookie, whoever's it is.
  "partner identity.signOut",
  "staff identity.signIn",
  "staff identity.signOut",
];

describe("every procedure", () => {
  it("of the portals refuses nobody in particular, but for the doors themselves", async () => {
    const open: string[] = [];
    for (const procedure of procedures.filter(({ root }) => root !== "public")) {
      const input = procedure.endpoint ? sampleOf(procedure.endpoint.input) : {};
      const answer = await answerOf(call(system, procedure, { actor: null, input }));
      if (answer.kind !== "unauthenticated" || answer.reason !== "kernel.unauthenticated")
        open.push(`${procedure.root} ${procedure.path}`);
    }
    expect(open.toSorted()).toEqual(openToNobody.toSorted());
  });

  it("is counted, so that none comes or goes unseen", async () => {
    const names = procedures.map(({ root, path, kind }) => `${root} ${kind} ${path}`).toSorted();
    await expect(`${names.join("\n")}\n`).toMatchFileSnapshot("procedures.txt");
  });

  it("of the public root only reads", () => {
    expect(procedures.filter(({ root, kind }) => root === "public" && kind === "mutation")).toEqual([]);
  });

  it("that changes something takes a request id (D-37)", () => {
    const without = procedures
      .filter(({ kind, endpoint }) => kind === "mutation" && endpoint !== null)
      .filter(({ endpoint }) => !JSON.stringify(endpoint && sampleOf(endpoint.input)).includes('"requestId"'))
      .map(({ path }) => path);
    expect(without).toEqual([]);
  });
});
