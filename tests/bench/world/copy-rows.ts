import { once } from "node:events";
import type postgres from "postgres";

type Value = string | number | boolean | null | readonly (string | number)[] | object;

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
const quoted = (item: string | number): string => `"${String(item).replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const cell = (value: Value): string => {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return escaped(`{${value.map(quoted).join(",")}}`);
  return escaped(typeof value === "object" ? JSON.stringify(value) : String(value));
};

/** Loads rows by COPY; the columns are the keys of the first row, others take their defaults. */
export const copyRows = async (sql: postgres.Sql, table: string, rows: readonly object[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const keys = Object.keys(first);
  const into = await sql.unsafe(`copy ${table} (${keys.map(snakeCase).join(", ")}) from stdin`).writable();
  const lines = rows.map((row) => {
    const values: Record<string, Value> = { ...row };
    return `${keys.map((key) => cell(values[key] ?? null)).join("\t")}\n`;
  });
  into.end(lines.join(""));
  await once(into, "finish");
};
