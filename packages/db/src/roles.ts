import postgres from "postgres";

/** One database role per kind of actor; each transaction takes one with `SET LOCAL ROLE`. */
export const actorRoles = [
  "tsunagari_staff",
  "tsunagari_partner",
  "tsunagari_public",
  "tsunagari_worker",
  "tsunagari_auth",
] as const;
export type ActorRole = (typeof actorRoles)[number];

const groupRoles = [
  "tsunagari_owner",
  "tsunagari_definer",
  ...actorRoles,
  "tsunagari_export",
  "tsunagari_auditor",
] as const;

const ensure = (name: string, attributes: string): string =>
  `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; end $$;
alter role ${name} ${attributes}`;

/**
 * The cluster's roles, without passwords; repeatable. `infra/postgres/roles.sql` is this text for the administrator of an
 * outside server. `docs/adr/0003-fences.md` tells what each role is for.
 */
export const roleStatements: readonly string[] = [
  ...groupRoles.map((name) => ensure(name, "nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication")),
  // A dump as the owner is refused, or empty, under forced row security: it is taken as a role that passes and only reads.
  ensure("tsunagari_backup", "nologin nosuperuser bypassrls nocreatedb nocreaterole noreplication"),
  "grant pg_read_all_data to tsunagari_backup",
  ensure("tsunagari_login", "login noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication"),
  // It bypasses row security because a backfill under FORCE would change nothing, silently; only a release uses it.
  ensure("tsunagari_migrator", "login inherit nosuperuser bypassrls nocreatedb nocreaterole noreplication"),
  `grant ${actorRoles.join(", ")} to tsunagari_login`,
  "grant tsunagari_owner, tsunagari_definer to tsunagari_migrator",
];

/** Who may connect to a database of ours, and how its planner reckons; repeatable. */
export const databaseStatements = (name: string): readonly string[] => [
  `revoke all on database ${name} from public`,
  `grant connect on database ${name} to tsunagari_login, tsunagari_migrator, tsunagari_backup`,
  // With the default of 4 the planner reads whole tables where the search has an index.
  `alter database ${name} set random_page_cost = 1.1`,
];

/** The statement that makes a database of ours; it cannot run inside a transaction. */
export const createDatabaseStatement = (name: string): string =>
  `create database ${name} owner tsunagari_owner encoding 'UTF8' template template0`;

const asSuperuser = async (superuserUrl: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> => {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Makes the cluster's roles, or brings them to this state. Needs a superuser; repeatable. */
export const ensureRoles = (
  superuserUrl: string,
  passwords: { readonly login: string; readonly migrator: string },
): Promise<void> =>
  asSuperuser(superuserUrl, async (sql) => {
    for (const statement of roleStatements) await sql.unsafe(statement);
    await sql.unsafe(`alter role tsunagari_login password ${quoted(passwords.login)}`);
    await sql.unsafe(`alter role tsunagari_migrator password ${quoted(passwords.migrator)}`);
  });

/** Makes a database owned by `tsunagari_owner` if it is not there, closed to everybody without a role. */
export const ensureDatabase = async (superuserUrl: string, name: string): Promise<void> => {
  if (!/^[a-z][a-z0-9_]{0,62}$/u.test(name)) throw new RangeError(`not a database name: ${name}`);
  await asSuperuser(superuserUrl, async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql.unsafe(createDatabaseStatement(name));
    for (const statement of databaseStatements(name)) await sql.unsafe(statement);
  });
};
