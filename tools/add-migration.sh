#!/usr/bin/env bash
# Adds a migration of a service's tables for SQLite and PostgreSQL: tools/add-migration.sh Ingest AddPriority
# See docs/migrations.md.
set -euo pipefail
exec dotnet run --project "$(dirname "$0")/Migrations" -- "$@"
