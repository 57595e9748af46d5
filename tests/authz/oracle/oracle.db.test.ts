import { createTestDatabase, isSoak, patience, scaled, seed, type TestDatabase } from "@tsunagari/testing";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askersOf } from "./askers.ts";
import { hasCity, readCatalog, type Table } from "./catalog.ts";
import { reduced } from "./reduce.ts";
import { resolveWorld } from "./resolve.ts";
import { mayRead, ruledTables } from "./rules.ts";
import { worldSketch } from "./sketch.ts";
import { dropChecks, dropTriggers, emptyWorlds, openAsker, writeWorld, type Ask } from "./store.ts";
import { describeAsker, describeWorld, nameOf, type ActorKind, type World } from "./world.ts";

const worlds = scaled(200, 5000);
/** Worlds stay in the database, so that each must be told apart from those before it; now and then they go. */
const worldsKept = 100;
const kinds = ["staff", "partner", "public", "worker", "auditor"] as const;

const caseTables = [
  "support_case",
  "case_assignment",
  "case_event",
  "person",
  "person_key",
  "person_field",
  "person_name_token",
  "consent_grant",
  "consent_grant_recipient",
  "consent_grant_group",
  "consent_event",
  "agenda_item",
  "meeting_decision",
  "referral",
  "referral_event",
  "referral_packet_field",
  "referral_message",
  "audit_entry",
  "audit_subject",
];

let database: TestDatabase;
let superuser: postgres.Sql;
let tables: readonly Table[];
let logins: postgres.Sql[];
let ask: Record<ActorKind, Ask>;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  await dropChecks(superuser);
  await dropTriggers(superuser);
  tables = await readCatalog(superuser);
  logins = kinds.map(() => postgres(database.loginUrl, { max: 1 }));
  const asks = await Promise.all(
    kinds.map(
      async (kind, index) =>
        [
          kind,
          await openAsker(
            { login: (kind === "auditor" ? undefined : logins[index]) ?? superuser, superuser },
            kind,
            tables,
          ),
        ] as const,
    ),
  );
  ask = Object.fromEntries(asks) as Record<ActorKind, Ask>;
});
afterAll(async () => {
  await Promise.all(logins.map((login) => login.end()));
  await superuser.end();
  await database.drop();
});

/** How often a kind of actor was, and was not, to read a row of a table: a proof that only ever says no proves nothing. */
const asked = new Map<string, { yes: number; no: number }>();
const count = (of: string, is: boolean): void => {
  const counted = asked.get(of) ?? { yes: 0, no: 0 };
  asked.set(of, is ? { ...counted, yes: counted.yes + 1 } : { ...counted, no: counted.no + 1 });
};

const difference = async (world: World, asker: ReturnType<typeof askersOf>[number]): Promise<string[]> => {
  const seen = await ask[asker.kind](world, asker);
  return Object.entries(world.rows).flatMap(([table, rows]) => {
    const ids = new Set(seen[table]);
    const wrong = rows.flatMap((row) => {
      const allowed = mayRead({ world, asker }, table, row);
      count(`${asker.kind} ${table}`, allowed);
      const isSeen = ids.delete(row.id);
      if (isSeen === allowed) return [];
      return [`${describeAsker(world, asker)} ${isSeen ? "READS" : "DOES NOT READ"} ${nameOf(world, row.id)}`];
    });
    // What is left over is no row of this world: only what is public of other cities may be there.
    const isPublic = ["municipality", "published_activity"].includes(table);
    return isPublic
      ? wrong
      : [...wrong, ...[...ids].map((id) => `${describeAsker(world, asker)} READS ${nameOf(world, id)}`)];
  });
};

/** What the database answers otherwise than the decisions say, of one world. */
const disagreements = async (drawn: World): Promise<{ readonly world: World; readonly lines: string[] }> => {
  const world = await writeWorld(superuser, drawn);
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const lines: string[] = [];
      for (const asker of askersOf(world).filter((one) => one.kind === kind))
        lines.push(...(await difference(world, asker)));
      return lines;
    }),
  );
  return { world, lines: found.flat() };
};

describe("the fences and the decisions", () => {
  it("every table has a rule that says who reads it, and no rule is for a table that is gone", () => {
    const names = ["municipality", ...tables.filter(hasCity).map(({ name }) => name)];
    expect(ruledTables.toSorted()).toEqual(names.toSorted());
  });

  it(
    `agree on every row of ${String(worlds)} random worlds, whoever asks`,
    async () => {
      let number = 0;
      const next = () => (number += 1);
      const sketches = worldSketch(tables.map(({ name }) => name).filter((name) => ruledTables.includes(name)));
      const property = fc.asyncProperty(sketches, async (sketch) => {
        const drawn = resolveWorld(tables, sketch, next());
        if (number % worldsKept === 0) await emptyWorlds(superuser, tables);
        const { lines } = await disagreements(drawn);
        if (lines.length === 0) return;
        const smallest = await reduced(drawn, async (smaller) => {
          await emptyWorlds(superuser, tables);
          return (await disagreements(smaller)).lines.length > 0;
        });
        await emptyWorlds(superuser, tables);
        const { world, lines: wrong } = await disagreements(smallest);
        throw new Error(`${wrong.join("\n")}\nin the world\n${describeWorld(world)}`);
      });
      // A failing world is made small row by row, which says more than smaller numbers would.
      const { failed, errorInstance, numRuns } = await fc.check(property, {
        seed,
        numRuns: worlds,
        endOnFailure: true,
      });
      if (failed) throw new Error(`world ${String(number)} of seed ${String(seed)}`, { cause: errorInstance });
      expect(numRuns).toBe(worlds);
      if (isSoak) console.info(`oracle: ${String(worlds)} worlds, seed ${String(seed)}`);
    },
    patience(120),
  );

  it("were asked about rows that are read and rows that are not, wherever residents' data are", () => {
    const both = [
      ...caseTables.map((table) => `staff ${table}`),
      ...["referral", "referral_event", "referral_packet_field", "referral_message", "person_field", "person_key"].map(
        (table) => `partner ${table}`,
      ),
    ];
    for (const of of both) {
      const { yes, no } = asked.get(of) ?? { yes: 0, no: 0 };
      expect(yes, `${of} is read`).toBeGreaterThan(worlds / 20);
      expect(no, `${of} is not read`).toBeGreaterThan(worlds / 20);
    }
  });
});
