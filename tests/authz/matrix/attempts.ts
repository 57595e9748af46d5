import type postgres from "postgres";
import type { Table } from "../oracle/catalog.ts";
import type { MatrixActor } from "./actors.ts";
import { clock } from "./city.ts";
import type { Fixture } from "./situations.ts";

export const commands = ["select", "insert", "update", "delete"] as const;
export type Command = (typeof commands)[number];

/**
 * Tries a statement as whoever calls it. What would have worked is undone; what was refused or touched nothing is left as
 * it is, so that a change it made all the same would be seen afterwards.
 */
export const createProbe = (superuser: postgres.Sql): Promise<unknown> =>
  superuser.unsafe(`
    create schema probe; grant usage on schema probe to public;
    create function probe.attempt(statement text) returns text language plpgsql volatile as $$
    declare touched bigint;
    begin
      execute statement;
      get diagnostics touched = row_count;
      if touched = 0 then return '0'; end if;
      raise exception using errcode = 'TT001';
    exception
      when sqlstate 'TT001' then return 'done';
      when others then return sqlstate;
    end $$;`);

/** The column a role may change, or any where it may change none: then the refusal is the answer. */
type Changeable = ReadonlyMap<string, string>;

export const readChangeable = async (superuser: postgres.Sql, tables: readonly Table[]): Promise<Changeable> => {
  const rows = await superuser<{ table: string; role: string; column: string }[]>`
    select c.relname as table, r.rolname as role, min(a.attname::text) as column
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      cross join pg_roles r
     where c.relnamespace = 'public'::regnamespace and r.rolname like 'tsunagari%'
       and c.relname = any(${tables.map(({ name }) => name)})
       and has_column_privilege(r.oid, c.oid, a.attnum, 'update') and has_column_privilege(r.oid, c.oid, a.attnum, 'select')
     group by 1, 2`;
  return new Map(rows.map(({ table, role, column }) => [`${table} ${role}`, column]));
};

/** The same row once more, under an id of its own. */
const again = ({ table, row }: Fixture): string => {
  const copy = { ...row, id: row.id.replace(/^0{8}/u, "ffffffff") };
  const columns = Object.keys(copy).join(", ");
  return `insert into public.${table} (${columns}) select ${columns}
    from jsonb_populate_recordset(null::public.${table}, $row$${JSON.stringify([copy])}$row$)`;
};

const statementOf = (command: Command, fixture: Fixture, column: string): string => {
  const one = `municipality_id = '${fixture.row.municipality_id}' and id = '${fixture.row.id}'`;
  switch (command) {
    case "select":
      return `select id from public.${fixture.table} where ${one}`;
    case "insert":
      return again(fixture);
    case "update":
      return `update public.${fixture.table} set ${column} = ${column} where ${one}`;
    case "delete":
      return `delete from public.${fixture.table} where ${one}`;
  }
};

/** What became of the four commands on every fixture, in their order: `done`, `0`, or the code of the refusal. */
export const attemptAll = async (
  { superuser, changeable }: { readonly superuser: postgres.Sql; readonly changeable: Changeable },
  actor: MatrixActor,
  fixtures: readonly Fixture[],
): Promise<readonly string[]> => {
  const statements = fixtures.flatMap((fixture) =>
    commands.map((command) => statementOf(command, fixture, changeable.get(`${fixture.table} ${actor.role}`) ?? "id")),
  );
  const rows = await superuser.begin(async (tx) => {
    await tx`select set_config('role', ${actor.role}, true), set_config('app.municipality_id', ${actor.city}, true),
      set_config('app.user_id', ${actor.user}, true), set_config('app.organization_id', ${actor.organization}, true),
      set_config('app.clock', ${clock}, true)`;
    return tx<{ outcome: string }[]>`
      select probe.attempt(s.statement) as outcome
        from unnest(${statements}::text[]) with ordinality as s (statement, place) order by s.place`;
  });
  return rows.map(({ outcome }) => outcome);
};
