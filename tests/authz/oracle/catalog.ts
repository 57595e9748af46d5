import type postgres from "postgres";
import type { Value } from "./world.ts";

export type Column = { readonly name: string; readonly type: string; readonly isRequired: boolean };
export type Reference = { readonly columns: readonly string[]; readonly to: string; readonly keys: readonly string[] };
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Foreign keys between tables of a city, the tenant's column left out; those with the most columns first. */
  readonly references: readonly Reference[];
};

const has = ({ columns }: Table, wanted: string): boolean => columns.some(({ name }) => name === wanted);

/** Whether its rows belong to a city. The register of cities and what exists before any actor have none (exempt.ts). */
export const hasCity = (table: Table): boolean => has(table, "municipality_id") && has(table, "id");

/** What stands in a column of which nothing is said: enough for the database, told apart by the id where it must be unique. */
export const filled = (
  column: Column,
  { id, clock, today }: { readonly id: string; readonly clock: string; readonly today: string },
): Value => {
  if (!column.isRequired) return null;
  const { type } = column;
  if (type.endsWith("[]")) return [];
  if (type === "uuid") return id;
  if (type === "bytea") return `\\x${id.replaceAll("-", "")}`;
  if (type === "boolean") return false;
  if (type === "date") return today;
  if (type.startsWith("timestamp")) return clock;
  if (type.startsWith("time")) return "10:00";
  if (/int|numeric|double|real/u.test(type)) return 1 + (Number.parseInt(id.slice(-4), 16) % 30_000);
  return type.startsWith("json") ? "{}" : `filled ${id}`;
};

const withParentsFirst = (tables: readonly Table[]): Table[] => {
  const placed = new Map<string, Table>();
  const place = (table: Table): void => {
    if (placed.has(table.name)) return;
    for (const { to } of table.references) {
      const parent = tables.find((one) => one.name === to);
      if (parent && parent !== table) place(parent);
    }
    placed.set(table.name, table);
  };
  tables.forEach(place);
  return [...placed.values()];
};

/**
 * Every table as it stands in the database, parents before children. Worlds are made from this, so
 * that a new table is in them without a line here.
 */
export const readCatalog = async (sql: postgres.Sql): Promise<readonly Table[]> => {
  const columns = await sql<{ table: string; name: string; type: string; isRequired: boolean }[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
           a.attnotnull and not a.atthasdef as "isRequired"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`;
  const references = await sql<{ table: string; to: string; columns: string[]; keys: string[] }[]>`
    select t.relname as table, f.relname as to,
           array_agg(a.attname::text order by k.position) as columns, array_agg(b.attname::text order by k.position) as keys
      from pg_constraint x join pg_class t on t.oid = x.conrelid join pg_class f on f.oid = x.confrelid
      cross join lateral unnest(x.conkey, x.confkey) with ordinality as k (own, other, position)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.own
      join pg_attribute b on b.attrelid = f.oid and b.attnum = k.other
     where x.contype = 'f' and t.relnamespace = 'public'::regnamespace and a.attname <> 'municipality_id'
     group by x.oid, t.relname, f.relname order by count(*) desc, x.conname`;
  const names = [...new Set(columns.map(({ table }) => table))];
  return withParentsFirst(
    names.map((name) => ({
      name,
      columns: columns.filter(({ table }) => table === name),
      references: references.filter(({ table }) => table === name),
    })),
  );
};
