/* Threat 27: nobody's change to a case or a referral is lost under another's, and a refused one changes no row. */
import { newId } from "@tsunagari/services/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf } from "../../../packages/services/src/case/test-world.ts";
import { openWorld, type World } from "../../../packages/services/src/referral/test-world.ts";
import { procedures } from "../endpoints/procedures.ts";
import { sampleOf } from "../endpoints/sample.ts";
import { arrangements, type Arranged } from "./arrangements.ts";

let world: World;
let tables: readonly string[];
beforeAll(async () => {
  world = await openWorld();
  const rows = await world.behind<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'audit%'`;
  tables = rows.map(({ name }) => name);
});
afterAll(() => world.close());

/** A fingerprint of every row there is, apart from the log, where a refusal leaves its line. */
const stateNow = async (): Promise<string> => {
  const sums = tables.map(
    (name) =>
      `select '${name}' as name, count(*) as n, coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
  );
  return JSON.stringify(await world.behind.unsafe(`${sums.join(" union all ")} order by name`));
};

const carriesVersion = (input: unknown): boolean => typeof input === "object" && input !== null && "version" in input;
const versioned = procedures.filter(
  ({ path, kind, endpoint }) =>
    kind === "mutation" &&
    /^(?:case|referral)\./u.test(path) &&
    endpoint !== null &&
    carriesVersion(sampleOf(endpoint.input)),
);

it("every command on a case or a referral that carries a version is arranged below", () => {
  expect(Object.keys(arrangements).toSorted()).toEqual(versioned.map(({ root, path }) => `${root} ${path}`).toSorted());
});

describe.each(versioned.map((procedure) => [`${procedure.root} ${procedure.path}`, procedure] as const))(
  "%s",
  (name, { endpoint }) => {
    type Execute = (context: Arranged["as"], input: unknown) => Promise<unknown>;
    const attempt = (as: Arranged["as"], input: object): Promise<string> => {
      // Commands of all shapes are called by one loop; each parses its own input.
      const execute = (endpoint as unknown as { readonly execute: Execute }).execute;
      return answerOf(execute(as, { ...input, requestId: newId() }));
    };

    it("refuses bad input, strangers and an outdated view without changing a row, and of two at once lets one through", async () => {
      const { as, stranger, input } = (await arrangements[name]?.(world)) ?? expect.fail("not arranged");
      const before = await stateNow();
      expect(await attempt(as, { ...input, version: 0.5 })).toMatch(/^invalid_input /u);
      expect(await attempt(stranger, input)).toBe("not_found kernel.not_found");
      expect(await attempt(as, { ...input, version: input.version + 1 })).toBe("conflict kernel.stale_version");
      expect(await stateNow()).toBe(before);
      const answers = await Promise.all([attempt(as, input), attempt(as, input)]);
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
      expect(answers.find((answer) => answer !== "done")).toMatch(/^(?:conflict|invalid_state|forbidden|not_found) /u);
    });
  },
);
