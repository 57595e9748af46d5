-- The database, owned by a role nobody logs in as. Made from packages/db/src/roles.ts: do not edit.
-- Run once as a superuser, after roles.sql, outside a transaction:
--   psql -v ON_ERROR_STOP=1 -d postgres -f database.sql

create database tsunagari owner tsunagari_owner encoding 'UTF8' template template0;

revoke all on database tsunagari from public;

grant connect on database tsunagari to tsunagari_login, tsunagari_migrator, tsunagari_backup;

alter database tsunagari set random_page_cost = 1.1;
