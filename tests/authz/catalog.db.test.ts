import { exemptTables, fences } from "@tsunagari/db";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Tables that stand above the tenants; their keys are their own. */
const withoutTenant = ["auth_challenge", "municipality", "rate_limit"];
/** Unique across cities on purpose: the address of a city, its official code, the hashes of tokens, passkeys. */
const uniqueAcrossCities = [
  "account_link_token_uq",
  "auth_session_token_uq",
  "municipality_code_uq",
  "municipality_slug_uq",
  "passkey_credential_uq",
];

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

const tables = async () =>
  (
    await sql<{ name: string; rls: boolean; forced: boolean }[]>`
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`
  ).slice();

describe("catalog of all tables", () => {
  it("row security is enabled and forced on every table but the exempt, and no exemption is stale", async () => {
    const open = (await tables()).filter((table) => !table.rls || !table.forced).map((table) => table.name);
    expect(open).toEqual(Object.keys(exemptTables).toSorted());
  });

  it("a table added without a fence is found by what this file asks (threat 29)", async () => {
    await sql.unsafe("create table forgotten (municipality_id uuid, id uuid)");
    try {
      const found = (await tables()).find(({ name }) => name === "forgotten");
      expect(found).toEqual({ name: "forgotten", rls: false, forced: false });
      expect([...fences.map(({ table }) => table), ...Object.keys(exemptTables)]).not.toContain("forgotten");
      // And until somebody gives it one, nobody but the owner reaches it.
      const granted = await sql`select grantee from information_schema.role_table_grants
        where table_name = 'forgotten' and grantee like 'tsunagari%' and grantee <> 'tsunagari_owner'`;
      expect(granted.map(({ grantee }) => String(grantee)).filter((name) => name !== "tsunagari_backup")).toEqual([]);
    } finally {
      await sql.unsafe("drop table forgotten");
    }
  });

  it("every table has a fence or an exemption, and no fence is for a table that is gone", async () => {
    const names = (await tables()).map((table) => table.name);
    expect([...fences.map((entry) => entry.table), ...Object.keys(exemptTables)].toSorted()).toEqual(names);
  });

  it("the policies that live are exactly those the fences state", async () => {
    const live = await sql<{ line: string }[]>`
      select tablename || ' ' || array_to_string(roles, ',') || ' ' || lower(cmd) as line
        from pg_policies where schemaname = 'public'`;
    const stated = fences.flatMap(({ table, access }) =>
      Object.entries(access).flatMap(([role, granted]) =>
        (["select", "insert", "update", "delete"] as const)
          .filter((command) => granted[command] !== undefined)
          .map((command) => `${table} tsunagari_${role} ${command}`),
      ),
    );
    expect(live.map((row) => row.line).toSorted()).toEqual(stated.toSorted());
  });

  it("every tenant table has the key (municipality_id, id)", async () => {
    const keys = await sql<{ name: string; columns: string }[]>`
      select c.relname as name, string_agg(a.attname, ',' order by k.position) as columns
        from pg_constraint x join pg_class c on c.oid = x.conrelid
        cross join lateral unnest(x.conkey) with ordinality as k (attnum, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
       where x.contype = 'p' and c.relnamespace = 'public'::regnamespace group by 1`;
    const wrong = keys.filter((key) => key.columns !== "municipality_id,id").map((key) => key.name);
    expect(wrong.toSorted()).toEqual(withoutTenant);
    expect(keys).toHaveLength((await tables()).length);
  });

  it("every foreign key carries the tenant and none sets columns to null", async () => {
    const broken = await sql<{ name: string }[]>`
      select x.conname as name from pg_constraint x
       where x.contype = 'f' and x.connamespace = 'public'::regnamespace
         and (x.confdeltype <> 'a'
              or not exists (select from pg_attribute a
                              where a.attrelid = x.conrelid and a.attnum = any (x.conkey) and a.attname = 'municipality_id')
              or x.conname !~ '_fk$')`;
    expect(broken).toEqual([]);
  });

  it("every unique key begins with the tenant", async () => {
    const across = await sql<{ name: string }[]>`
      select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
        join pg_class t on t.oid = x.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where x.indisunique and not x.indisprimary and t.relnamespace = 'public'::regnamespace
         and a.attname <> 'municipality_id' order by 1`;
    expect(across.map((row) => row.name)).toEqual(uniqueAcrossCities);
  });

  it("every definer function has an empty search path and belongs to the definer, none is open to everybody", async () => {
    const loose = await sql<{ name: string }[]>`
      select p.proname as name from pg_proc p
       where p.pronamespace = 'app'::regnamespace
         and (pg_get_userbyid(p.proowner) <> 'tsunagari_definer'
              or not coalesce(p.proconfig, '{}') && array['search_path=""']
              or exists (select from aclexplode(p.proacl) g where g.grantee = 0))`;
    expect(loose).toEqual([]);
  });

  it("nobody but the owner may truncate or reference, and nothing is granted to everybody", async () => {
    const grants = await sql<{ line: string }[]>`
      select table_name || ' ' || grantee || ' ' || privilege_type as line
        from information_schema.role_table_grants
       where table_schema = 'public' and grantee <> 'tsunagari_owner'
         and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or grantee = 'PUBLIC')`;
    expect(grants).toEqual([]);
  });

  it("the login inherits nothing, bypasses nothing and owns nothing", async () => {
    const [login] = await sql`
      select rolsuper, rolinherit, rolbypassrls, rolcreaterole,
             (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
        from pg_roles r where rolname = 'tsunagari_login'`;
    expect(login).toEqual({ rolsuper: false, rolinherit: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
  });

  it("audit is insert-only for every role", async () => {
    const rights = await sql<{ line: string }[]>`
      select grantee || ' ' || privilege_type as line from information_schema.role_table_grants
       where table_name in ('audit_entry', 'audit_subject') and grantee <> 'tsunagari_owner'
         and privilege_type not in ('INSERT', 'SELECT')`;
    expect(rights).toEqual([]);
  });
});
