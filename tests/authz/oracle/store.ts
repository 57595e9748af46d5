import type postgres from "postgres";
import type { Table } from "./catalog.ts";
import type { ActorKind, Asker, Row, World } from "./world.ts";

const quoted = (value: unknown): string => `$rows$${JSON.stringify(value)}$rows$`;

const insertion = (table: string, rows: readonly Row[]): string => {
  const isRegister = table === "municipality";
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !isRegister || column !== "municipality_id");
  // A null means that nobody drew the column: its default, where it has one, is what a command would leave there.
  const drawn = columns.filter((column) => rows.some((row) => row[column] !== null));
  return `with written as (insert into ${table} (${drawn.join(", ")}) select ${drawn.join(", ")}
    from jsonb_populate_recordset(null::${table}, ${quoted(rows)}) on conflict do nothing returning id)
    select '${table}' as table, id from written;`;
};

/**
 * Writes the world behind the fences, with triggers off, so that states no command would make are looked at too. Gives
 * back the world as it stands: of two rows that a unique key keeps apart only the first.
 */
export const writeWorld = async (superuser: postgres.Sql, world: World): Promise<World> => {
  const filled = Object.entries(world.rows).filter(([, rows]) => rows.length > 0);
  const statements = filled.map(([table, rows]) => insertion(table, rows));
  const results = (await superuser
    .unsafe(`begin; set local session_replication_role = replica; ${statements.join("\n")} commit;`)
    .catch(async (error: unknown) => {
      await superuser.unsafe("rollback");
      // The statement holds the whole world; what the table objects to says more.
      const { message, detail } = error as { readonly message: string; readonly detail?: string };
      throw new Error(`a drawn row cannot stand: ${message}. ${detail ?? ""}`);
    })) as unknown as readonly (readonly { readonly table: string; readonly id: string }[])[];
  const written = new Set(results.flat().map(({ table, id }) => `${table} ${id}`));
  const kept = Object.entries(world.rows).map(
    ([table, rows]) => [table, rows.filter(({ id }) => written.has(`${table} ${id}`))] as const,
  );
  return { ...world, rows: Object.fromEntries(kept) };
};

/** Takes away the checks: a fence should hold in a state that a check would have kept out. */
export const dropChecks = (superuser: postgres.Sql): Promise<unknown> =>
  superuser.unsafe(`do $$ declare c record; begin
    for c in select conname, conrelid::regclass as at from pg_constraint
              where contype = 'c' and connamespace = 'public'::regnamespace loop
      execute format('alter table %s drop constraint %I', c.at, c.conname);
    end loop; end $$`);

/** Takes away every key but the primary ones, and the foreign keys that rest on them, so that rows may be alike. */
export const dropKeys = (superuser: postgres.Sql): Promise<unknown> =>
  superuser.unsafe(`do $$ declare k record; begin
    for k in select conname, conrelid::regclass as at from pg_constraint
              where contype = 'u' and connamespace = 'public'::regnamespace loop
      execute format('alter table %s drop constraint %I cascade', k.at, k.conname);
    end loop;
    for k in select i.indexrelid::regclass as name from pg_index i join pg_class c on c.oid = i.indrelid
              where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary loop
      execute format('drop index %s', k.name);
    end loop; end $$`);

/** Takes away the triggers, which guard writing only. */
export const dropTriggers = (superuser: postgres.Sql): Promise<unknown> =>
  superuser.unsafe(`do $$ declare t record; begin
    for t in select tgname, tgrelid::regclass as at from pg_trigger where not tgisinternal loop
      execute format('drop trigger %I on %s', t.tgname, t.at);
    end loop; end $$`);

/** Takes all worlds away. */
export const emptyWorlds = (superuser: postgres.Sql, tables: readonly Table[]): Promise<unknown> =>
  superuser.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`);

export type Seen = Readonly<Record<string, ReadonlySet<string>>>;
export type Ask = (world: World, asker: Asker) => Promise<Seen>;

/**
 * Asks for the ids of every table at once, as one kind of actor. The statement is prepared once for a connection; on a
 * table of which the role may not even select ids it sees none.
 */
export const openAsker = async (
  { login, superuser }: { readonly login: postgres.Sql; readonly superuser: postgres.Sql },
  kind: ActorKind,
  tables: readonly Table[],
): Promise<Ask> => {
  const role = `tsunagari_${kind}`;
  const names = tables.filter(({ columns }) => columns.some((column) => column.name === "id")).map(({ name }) => name);
  const readable = await superuser<{ name: string }[]>`
    select t as name from unnest(${names}::text[]) as t
     where has_column_privilege(${role}, 'public.' || t, 'id', 'select')`;
  const parts = readable.map(({ name }) => `select '${name}' as table, array(select id from public.${name}) as ids`);
  const statement = parts.join(" union all ");
  return async (world, asker) => {
    if (statement === "") return {};
    const rows = await login.begin("read only", async (tx) => {
      await tx`select set_config('role', ${role}, true), set_config('app.municipality_id', ${asker.city}, true),
        set_config('app.user_id', ${asker.user}, true), set_config('app.organization_id', ${asker.organization}, true),
        set_config('app.clock', ${world.clock}, true)`;
      return tx.unsafe<{ table: string; ids: string[] }[]>(statement, [], { prepare: true });
    });
    return Object.fromEntries(rows.map(({ table, ids }) => [table, new Set(ids)] as const));
  };
};
