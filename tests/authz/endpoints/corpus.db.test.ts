import { createDatabase, type Database } from "@tsunagari/db";
import { asId, roleCodes, type Actor, type RoleInForce } from "@tsunagari/domain";
import { fieldText, reasonText } from "@tsunagari/messages";
import { newPersonKey, sealForCity, temporaryKeyRing, type KeyRing, type System } from "@tsunagari/services/kernel";
import { createTestDatabase, patience, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clock, type City } from "../fences/scenario.ts";
import { buildWorld } from "../fences/world.ts";
import { corpus, drawnSpoilings } from "./corpus.ts";
import { answerOf, call, procedures, type Procedure, type Root } from "./procedures.ts";
import { pathsOf, sampleOf, withValue } from "./sample.ts";

let database: TestDatabase;
let db: Database;
let system: System;
let home: City;

/** The rows of the fences hold no keys that open; a list that asks nobody's id reads them, so they get real ones. */
const openPersonKeys = async (superuser: postgres.Sql, keys: KeyRing): Promise<void> => {
  const rows = await superuser<{ id: string; municipality_id: string; person_id: string }[]>`
    select id, municipality_id, person_id from person_key`;
  for (const row of rows) {
    const { wrapped } = newPersonKey(keys, row.municipality_id, row.person_id);
    await superuser`update person_key set wrapped_key = ${wrapped} where id = ${row.id}`;
  }
};

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const keys = temporaryKeyRing();
  ({ home } = await buildWorld(superuser, (place) => sealForCity(keys, "架空 花子", place)));
  await openPersonKeys(superuser, keys);
  await superuser.end();
  db = createDatabase(database.loginUrl, { poolSize: 8 });
  system = { db, keys, log: () => undefined, clock };
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** Somebody with every role there is, so that bad input gets as far as it can; on no case, whose rows here hold no real cipher. */
const actorFor = (root: Root): Actor => {
  const municipalityId = asId<"municipality">(home.municipalityId);
  if (root === "public") return { kind: "public", municipalityId };
  const organizationId = asId<"organization">(home.receiving);
  const roles = roleCodes.map((code): RoleInForce => ({
    code,
    scopeKind: root === "staff" ? "municipality" : "organization",
    scopeId: root === "staff" ? null : asId<"scope">(home.receiving),
  }));
  const shared = { municipalityId, roles, assurance: 2, freshUntil: new Date("2100-01-01T00:00:00Z") } as const;
  return root === "staff"
    ? {
        ...shared,
        kind: "staff",
        userId: asId<"user">(home.users.unassigned),
        departmentId: asId<"department">(home.departmentId),
      }
    : { ...shared, kind: "partner", userId: asId<"user">(home.users.receiver), organizationId };
};

/** What is wrong with an answer to bad input: a crash, an internal error, or a field or reason without a sentence. */
const flawOf = async (procedure: Procedure, input: unknown): Promise<string | null> => {
  const answer = await answerOf(call(system, procedure, { actor: actorFor(procedure.root), input }));
  if (answer.kind === "crash" || answer.kind === "internal") return `${answer.kind} ${answer.reason}`;
  if (answer.kind === "done") return null;
  if (reasonText(answer.reason) === reasonText("kernel.internal")) return `no sentence for ${answer.reason}`;
  if (answer.kind !== "invalid_input" || answer.reason !== "kernel.invalid_input") return null;
  const fields = answer.details.fields ?? [];
  if (fields.length === 0) return "no field named";
  const silent = fields.find((field) => fieldText(field.code) === fieldText("invalid") && field.code !== "invalid");
  return silent ? `no sentence for field code ${silent.code}` : null;
};

const inBatches = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let at = 0; at < items.length; at += 16) await Promise.all(items.slice(at, at + 16).map(work));
};

describe("bad input, over every procedure's schema", () => {
  it.each(
    procedures
      .filter((procedure) => procedure.endpoint !== null)
      .map((procedure) => [`${procedure.root} ${procedure.path}`, procedure] as const),
  )(
    "%s answers with a clear message, never with a failure",
    async (_name, procedure) => {
      const schema = procedure.endpoint?.input;
      if (!schema) throw new Error("no schema");
      const sample = sampleOf(schema);
      const spoiled = pathsOf(sample).flatMap((path) =>
        corpus.map(({ name, value }) => ({
          name: `${path.join(".") || "whole input"}: ${name}`,
          input: withValue(sampleOf(schema), path, value),
        })),
      );
      spoiled.push(...drawnSpoilings(sample));
      const flaws: string[] = [];
      await inBatches(spoiled, async ({ name, input }) => {
        const flaw = await flawOf(procedure, input);
        if (flaw !== null) flaws.push(`${name}: ${flaw}`);
      });
      expect(flaws).toEqual([]);
    },
    patience(60),
  );

  it.each(["staff", "partner"] as const)("%s: signing in with bad input is refused without a failure", async (root) => {
    const procedure = procedures.find((candidate) => candidate.root === root && candidate.path === "identity.signIn");
    if (!procedure) throw new Error("no sign-in");
    const flaws: string[] = [];
    for (const { name, value } of corpus) {
      for (const input of [
        value,
        { mail: value, password: "x".repeat(16) },
        { mail: "a@example.jp", password: value },
      ]) {
        const answer = await answerOf(call(system, procedure, { actor: null, input }));
        if (!["invalid_input", "unauthenticated", "limit"].includes(answer.kind))
          flaws.push(`${name}: ${answer.kind} ${answer.reason}`);
      }
    }
    expect(flaws).toEqual([]);
  });
});
