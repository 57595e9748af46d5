#!/bin/sh
# Run by the PostgreSQL image when it makes the cluster: gives the two logins the passwords of the secret files.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v login="$(cat /run/secrets/login_password)" -v migrator="$(cat /run/secrets/migrator_password)" <<'SQL'
alter role tsunagari_login password :'login';
alter role tsunagari_migrator password :'migrator';
SQL
