#!/bin/bash
# Runs once, in an empty data folder: one database for each service, owned by the role that migrates it.
set -euo pipefail

secret() { cat "/run/secrets/$1"; }

create() { # database, its owner, the owner's secret
    psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
        --set=database="$1" --set=owner="$2" --set=password="$(secret "$3")" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'password';
CREATE DATABASE :"database" OWNER :"owner" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
}

admit() { # database, the application's role, its secret
    psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
        --set=database="$1" --set=app="$2" --set=password="$(secret "$3")" <<'SQL'
CREATE ROLE :"app" LOGIN PASSWORD :'password';
GRANT CONNECT ON DATABASE :"database" TO :"app";
SQL
}

PGPASSWORD="$(secret postgres.password)"
export PGPASSWORD

create keycloak keycloak keycloak.db.password
for service in beneficiary office welfare; do
    create "$service" "${service}_owner" "$service.owner.password"
    admit "$service" "${service}_app" "$service.app.password"
done
