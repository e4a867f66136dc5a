#!/usr/bin/env bash
# postgres.sh FOLDER PORT [OPTION…]: serves on loopback until it is stopped; user and database "ocr", no password. Stores its data in FOLDER.
# Every OPTION is one of the server's command line.
set -euo pipefail
folder=$1 port=$2; shift 2
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
mkdir -p "$folder"
as=()
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to run as root. With the capability its user can enter the folders above its own, such as /root.
  as=(setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=+dac_override --ambient-caps=+dac_override)
  chown postgres "$folder"
fi
chmod 700 "$folder"
cd "$folder"
if [ ! -s "$folder/data/PG_VERSION" ]; then
  "${as[@]}" "$bin/initdb" -D "$folder/data" -U ocr -A trust -E UTF8 --no-sync >/dev/null
  echo 'CREATE DATABASE ocr;' | "${as[@]}" "$bin/postgres" --single -D "$folder/data" postgres >/dev/null
fi
# Rows of waiting receipts change several times a second: dead rows and old statistics cost more than frequent vacuums (docs/operations.md).
exec "${as[@]}" "$bin/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=200 \
  -c autovacuum_naptime=10s -c default_toast_compression=lz4 "$@"
