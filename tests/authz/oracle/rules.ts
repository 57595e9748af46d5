/*
 * `mayRead(world, asker, row)`: who may read which row, table by table, from the decisions in plain words. It is the
 * other half of the fences in packages/db/src/fences and must stay independent of them: read the decision, not the SQL.
 * A new table fails the oracle until somebody has said in `rules/<module>.ts` who reads it, and why.
 */
import { readdirSync } from "node:fs";
import { isKind, type RuleTable } from "./rule.ts";
import { isOfCity, type Question } from "./standing.ts";
import type { Row } from "./world.ts";

const modules = readdirSync(new URL("rules/", import.meta.url)).map((file) => file.replace(/\.ts$/u, ""));
// The runtime fact: each file of the folder exports `rules`.
const found = await Promise.all(
  modules.map(async (module) => (await import(`./rules/${module}.ts`)) as { readonly rules: RuleTable }),
);
const rules: RuleTable = Object.fromEntries(found.flatMap((one) => Object.entries(one.rules)));

/** Rows that are shown to every city: the register of cities, and what has been published. */
const acrossCities: RuleTable = {
  municipality: isKind("staff", "partner", "public", "worker"),
  published_activity: isKind("staff", "partner", "public", "worker"),
};

export const ruledTables = [...Object.keys(rules), ...Object.keys(acrossCities)];

/** Whether the decisions let the asker read the row. */
export const mayRead = (question: Question, table: string, row: Row): boolean => {
  const open = acrossCities[table];
  if (open) return open(question, row);
  const rule = rules[table];
  if (!rule) throw new Error(`no rule says who reads ${table}`);
  return isOfCity(question, row) && rule(question, row);
};
