import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/*
 * What the schema must keep, so that rows can be spread over machines by `municipality_id` (docs/adr/0013-distribution.md).
 * A new table that does not is named here with its reason, or given the key.
 */

/** Copied whole to every machine, or kept on one: small, and not of any one city. */
const notDistributed: Readonly<Record<string, string>> = {
  municipality: "the register of cities: the tenant tables refer to it, so every machine has a copy",
  auth_challenge: "asked before anybody is known to be of a city; lives for minutes, kept on the coordinator",
  rate_limit: "counters before anybody is known to be of a city; kept on the coordinator, may be lost",
};

/** Unique across cities on purpose; spread rows could not be held to it, so each says what would hold instead. */
const uniqueAcrossCities: Readonly<Record<string, string>> = {
  municipality_slug_uq: "on a copied table, where it holds",
  municipality_code_uq: "on a copied table, where it holds",
  municipality_pkey: "on a copied table, where it holds",
  auth_challenge_pkey: "on a table that is not spread",
  rate_limit_pkey: "on a table that is not spread",
  auth_session_token_uq:
    "the hash of 256 random bits, which differ without an index; but its look-up needs the city first",
  account_link_token_uq: "the same",
  passkey_credential_uq: "chosen by the authenticator, at random; its look-up needs the city first",
};

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

type Key = { readonly table: string; readonly name: string; readonly columns: readonly string[] };

const uniqueKeys = (): Promise<readonly Key[]> => sql<Key[]>`
  select t.relname as "table", i.relname as "name",
         array(select a.attname::text from unnest(x.indkey) k (number)
                 join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) as "columns"
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
   where (x.indisunique or x.indisexclusion) and t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')`;

type Reference = Key & { readonly to: string; readonly ownTenant: boolean };

const references = (): Promise<readonly Reference[]> => sql<Reference[]>`
  select t.relname as "table", x.conname as "name", f.relname as "to", '{}'::text[] as "columns",
         exists (select from unnest(x.conkey, x.confkey) k (own, other)
                   join pg_attribute a on a.attrelid = x.conrelid and a.attnum = k.own
                   join pg_attribute b on b.attrelid = x.confrelid and b.attnum = k.other
                  where a.attname = 'municipality_id' and b.attname = 'municipality_id') as "ownTenant"
    from pg_constraint x join pg_class t on t.oid = x.conrelid join pg_class f on f.oid = x.confrelid
   where x.contype = 'f' and x.connamespace = 'public'::regnamespace`;

describe("rows can be spread by municipality_id", () => {
  it("every table has the column, never empty and of one type, or a reason to be kept in one place", async () => {
    const rows = await sql<{ table: string; type: string | null; required: boolean | null }[]>`
      select t.relname as "table", format_type(a.atttypid, null) as "type", a.attnotnull as "required"
        from pg_class t left join pg_attribute a on a.attrelid = t.oid and a.attname = 'municipality_id'
       where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')`;
    const spread = rows.filter(({ type, required }) => type === "uuid" && required === true);
    const others = rows.filter((row) => !spread.includes(row)).map(({ table }) => table);
    expect(others.toSorted()).toEqual(Object.keys(notDistributed).toSorted());
    expect(spread.length).toBeGreaterThan(30);
  });

  it("every primary key, unique index and exclusion holds the column, or a reason not to", async () => {
    const without = (await uniqueKeys()).filter(({ columns }) => !columns.includes("municipality_id"));
    expect(without.map(({ name }) => name).toSorted()).toEqual(Object.keys(uniqueAcrossCities).toSorted());
  });

  it("every reference joins two rows of one city, or leads to the register that every machine has", async () => {
    const across = (await references()).filter(({ ownTenant, to }) => !ownTenant && to !== "municipality");
    expect(across).toEqual([]);
    const fromCopied = (await references()).filter(({ table }) => Object.hasOwn(notDistributed, table));
    expect(fromCopied).toEqual([]);
  });

  it("nothing is numbered by a sequence, which would be one machine's", async () => {
    const sequences = await sql`
      select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`;
    expect(sequences).toHaveLength(0);
  });
});
