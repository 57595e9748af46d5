import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasCity, readCatalog, type Table } from "../oracle/catalog.ts";
import { dropChecks, dropKeys } from "../oracle/store.ts";
import { actorsOf, type MatrixActor } from "./actors.ts";
import { attemptAll, commands, createProbe, readChangeable } from "./attempts.ts";
import { buildFixtures, situations, type Fixtures } from "./situations.ts";

let database: TestDatabase;
let superuser: postgres.Sql;
let tables: readonly Table[];
let built: Fixtures;
let actors: readonly MatrixActor[];
const outcomes = new Map<string, string>();
let before: string;
let after: string;

/** Everything that stands in the tables, in one line each, by name: parallel plans give them in any order. */
const contents = async (): Promise<string> => {
  const rows = await superuser.unsafe<{ table: string; hash: string }[]>(
    `${tables
      .map(
        ({ name }) =>
          `select '${name}' as table, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
      )
      .join(" union all ")} order by 1`,
  );
  return rows.map(({ table, hash }) => `${table} ${hash}`).join("\n");
};

const write = async (): Promise<void> => {
  await superuser`set session_replication_role = replica`;
  for (const { table, row } of built.rows) {
    const { municipality_id: _, ...register } = row;
    const values = table === "municipality" ? register : row;
    const columns = Object.keys(values).join(", ");
    await superuser.unsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [[values]],
    );
  }
  await superuser`set session_replication_role = origin`;
};

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  tables = await readCatalog(superuser);
  built = buildFixtures(tables);
  actors = actorsOf(built.home, built.abroad);
  await dropChecks(superuser);
  await dropKeys(superuser);
  await write();
  await createProbe(superuser);
  const changeable = await readChangeable(superuser, tables);
  before = await contents();
  for (const actor of actors) {
    const found = await attemptAll({ superuser, changeable }, actor, built.fixtures);
    found.forEach((outcome, index) => {
      const fixture = built.fixtures[Math.floor(index / commands.length)];
      const command = commands[index % commands.length];
      if (fixture && command)
        outcomes.set([actor.label, fixture.table, fixture.situation, command].join("\n"), outcome);
    });
  }
  after = await contents();
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** A letter for what works, a dot where the fence shows no row, a cross for a refusal (42501). */
const mark = (outcome: string, letter: string): string => {
  // A key or a check stops the row after the fence has let it through.
  if (outcome === "done" || outcome.startsWith("23")) return letter;
  if (outcome === "0") return "·";
  return outcome === "42501" ? "✕" : `?${outcome}`;
};

const cell = (actor: string, table: string, situation: string): string =>
  commands
    .map((command) => mark(outcomes.get([actor, table, situation, command].join("\n")) ?? "missing", command.charAt(0)))
    .join("");

const render = (table: string): string => {
  const columns = situations.filter((situation) =>
    built.fixtures.some((fixture) => fixture.table === table && fixture.situation === situation),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `# ${table}`,
    "",
    "Select, insert, update, delete: the letter where it works, `·` where no row is touched, `✕` where it is refused (42501).",
    "",
    line(["", ...columns]),
    line(["---", ...columns.map(() => "---")]),
    ...actors.map(({ label }) => line([label, ...columns.map((situation) => cell(label, table, situation))])),
    "",
  ].join("\n");
};

describe("the matrix of all tables", () => {
  it("has a row of every table in every city, and asks everybody for it", () => {
    const asked = new Set(built.fixtures.map(({ table }) => table));
    expect([...asked].toSorted()).toEqual(
      tables
        .filter(hasCity)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it("answers each of the four commands by doing it, by no row, or by 42501, and by nothing else", () => {
    const odd = [...outcomes].filter(([, outcome]) => !/^(done|0|42501|23\d{3})$/u.test(outcome));
    expect(odd.slice(0, 20)).toEqual([]);
  });

  it("leaves everything as it was where it refused", () => {
    expect(after).toBe(before);
  });

  /* A difference here is a change of who may do what. Read it line by line against the decisions before `-u`. */
  it("is the one that was reviewed, table by table", async () => {
    for (const { name } of tables.filter(hasCity)) await expect(render(name)).toMatchFileSnapshot(`golden/${name}.md`);
  });
});
