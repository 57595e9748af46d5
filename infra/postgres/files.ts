import { createDatabaseStatement, databaseStatements, roleStatements } from "@tsunagari/db/migrate";

const statementsOf = (statements: readonly string[]): string => statements.map((text) => `${text};`).join("\n\n");

/** `roles.sql`: the roles of the cluster, for the administrator of an outside server. */
export const rolesFile =
  (): string => `-- The roles of a PostgreSQL server (16 or newer) for Tsunagari. Made from packages/db/src/roles.ts: do not edit.
-- Run once per server as a superuser, and again after a release that changes this file; it may be repeated:
--   psql -v ON_ERROR_STOP=1 -d postgres -f roles.sql
-- Then give the two logins their passwords, which stand in no file:
--   \\password tsunagari_login
--   \\password tsunagari_migrator

${statementsOf(roleStatements)}
`;

/** `database.sql`: the database itself. */
export const databaseFile =
  (): string => `-- The database, owned by a role nobody logs in as. Made from packages/db/src/roles.ts: do not edit.
-- Run once as a superuser, after roles.sql, outside a transaction:
--   psql -v ON_ERROR_STOP=1 -d postgres -f database.sql

${statementsOf([createDatabaseStatement("tsunagari"), ...databaseStatements("tsunagari")])}
`;
