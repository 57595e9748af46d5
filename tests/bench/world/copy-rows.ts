import { once } from "node:events";
import type postgres from "postgres";

type Value = string | number | boolean | null | readonly (string | number)[] | object;

const escaped = (text: string): string =>
  /[\\\t\n\r]/u.test(text)
    ? text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
    : text;

/** The same few thousand items stand in the arrays of all rows: each is written out once. */
const written = new Map<string | number, string>();
const quoted = (item: string | number): string => {
  const known = written.get(item);
  if (known !== undefined) return known;
  const text = escaped(`"${String(item).replaceAll(/["\\]/gu, String.raw`\$&`)}"`);
  if (written.size < 100_000) written.set(item, text);
  return text;
};

const cell = (value: Value): string => {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return `{${value.map(quoted).join(",")}}`;
  return escaped(typeof value === "object" ? JSON.stringify(value) : String(value));
};

/** Loads rows by COPY; the columns are the keys of the first row, others take their defaults. */
export const copyRows = async (sql: postgres.Sql, table: string, rows: readonly object[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const keys = Object.keys(first);
  const columns = keys.map((name) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`));
  const into = await sql.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
  const lines = rows.map((row) => {
    const values: Record<string, Value> = { ...row };
    return `${keys.map((key) => cell(values[key] ?? null)).join("\t")}\n`;
  });
  into.end(lines.join(""));
  await once(into, "finish");
};
