#!/usr/bin/env bash
# restore.sh FILE: restores a backup of backup.sh into a database without tables of this system. The services must be stopped. Migrate them afterwards.
set -euo pipefail
file=${1:?Usage: restore.sh FILE}
source "$(dirname "$0")/common.sh"
[ -r "$file" ] || { echo "restore.sh: $file cannot be read" >&2; exit 1; }
taken=$(psql --no-psqlrc -At --dbname="$(libpq_url)" -c "SELECT count(*) FROM information_schema.schemata WHERE schema_name IN ('gateway', 'ingest', 'results')")
[ "$taken" -eq 0 ] || { echo "restore.sh: the database has tables of this system. A backup is restored into an empty one only." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -C "$work" -xf "$file" database.dump images.tar

# Images first, because services would process rows without images. One transaction restores all rows.
ingest restore-images "$work/images.tar"
pg_restore --no-owner --single-transaction --exit-on-error --dbname="$(libpq_url)" "$work/database.dump"
# The messages of the old broker are not restored. Ending the leases of receipts in progress (State 1) makes Ingest send them again immediately.
psql --no-psqlrc -q --dbname="$(libpq_url)" -c "UPDATE ingest.receipts SET \"LeaseUntil\" = 'epoch', \"LeaseOwner\" = NULL WHERE \"State\" = 1"
ingest check-images
