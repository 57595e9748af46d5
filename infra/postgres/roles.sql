-- The roles of a PostgreSQL server (16 or newer) for Tsunagari. Made from packages/db/src/roles.ts: do not edit.
-- Run once per server as a superuser, and again after a release that changes this file; it may be repeated:
--   psql -v ON_ERROR_STOP=1 -d postgres -f roles.sql
-- Then give the two logins their passwords, which stand in no file:
--   \password tsunagari_login
--   \password tsunagari_migrator

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_owner') then create role tsunagari_owner; end if; end $$;
alter role tsunagari_owner nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_definer') then create role tsunagari_definer; end if; end $$;
alter role tsunagari_definer nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_staff') then create role tsunagari_staff; end if; end $$;
alter role tsunagari_staff nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_partner') then create role tsunagari_partner; end if; end $$;
alter role tsunagari_partner nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_public') then create role tsunagari_public; end if; end $$;
alter role tsunagari_public nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_worker') then create role tsunagari_worker; end if; end $$;
alter role tsunagari_worker nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_auth') then create role tsunagari_auth; end if; end $$;
alter role tsunagari_auth nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_export') then create role tsunagari_export; end if; end $$;
alter role tsunagari_export nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_auditor') then create role tsunagari_auditor; end if; end $$;
alter role tsunagari_auditor nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_backup') then create role tsunagari_backup; end if; end $$;
alter role tsunagari_backup nologin nosuperuser bypassrls nocreatedb nocreaterole noreplication;

grant pg_read_all_data to tsunagari_backup;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_login') then create role tsunagari_login; end if; end $$;
alter role tsunagari_login login noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

do $$ begin if not exists (select from pg_roles where rolname = 'tsunagari_migrator') then create role tsunagari_migrator; end if; end $$;
alter role tsunagari_migrator login inherit nosuperuser bypassrls nocreatedb nocreaterole noreplication;

grant tsunagari_staff, tsunagari_partner, tsunagari_public, tsunagari_worker, tsunagari_auth to tsunagari_login;

grant tsunagari_owner, tsunagari_definer to tsunagari_migrator;
