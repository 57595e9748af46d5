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

/** `docs/adr/0003-fences.md` tells what each role is for. */
const roleStatements = (passwords: { readonly login: string; readonly migrator: string }): string[] => {
  const ensure = (name: string, attributes: string) =>
    `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; end $$;
     alter role ${name} ${attributes};`;
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  return [
    ...groupRoles.map((name) => ensure(name, "nologin nosuperuser nobypassrls")),
    ensure("tsunagari_backup", "nologin nosuperuser bypassrls"),
    ensure("tsunagari_login", `login noinherit nosuperuser nobypassrls password ${quoted(passwords.login)}`),
    ensure("tsunagari_migrator", `login inherit nosuperuser bypassrls password ${quoted(passwords.migrator)}`),
    `grant ${actorRoles.join(", ")} to tsunagari_login`,
    "grant tsunagari_owner, tsunagari_definer to tsunagari_migrator",
  ];
};

/** Makes the cluster's roles, or brings them to this state. Needs a superuser; repeatable. */
export const ensureRoles = async (
  superuserUrl: string,
  passwords: { readonly login: string; readonly migrator: string },
): Promise<void> => {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const statement of roleStatements(passwords)) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
};

/** Makes a database owned by `tsunagari_owner` if it is not there, closed to everybody without a role. */
export const ensureDatabase = async (superuserUrl: string, name: string): Promise<void> => {
  if (!/^[a-z][a-z0-9_]{0,62}$/u.test(name)) throw new RangeError(`not a database name: ${name}`);
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql.unsafe(`create database ${name} owner tsunagari_owner`);
    await sql.unsafe(`revoke all on database ${name} from public`);
    await sql.unsafe(`grant connect on database ${name} to tsunagari_login, tsunagari_migrator, tsunagari_backup`);
    await sql.unsafe(`alter database ${name} set random_page_cost = 1.1`);
  } finally {
    await sql.end();
  }
};
