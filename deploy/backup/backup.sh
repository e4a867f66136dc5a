#!/usr/bin/env bash
# backup.sh FILE: copies rows and images of a running distributed system into one file (docs/adr/0039). Needs DATABASE_URL, the settings of the
# object store, and pg_dump of PostgreSQL's version or a newer one. Also needs the built Ingest, or OCR_INGEST with a command that runs it.
set -euo pipefail
file=${1:?Usage: backup.sh FILE}
source "$(dirname "$0")/common.sh"
[ ! -e "$file" ] || { echo "backup.sh: $file exists already. Name another file." >&2; exit 1; }
work=$(mktemp -d "$file.part.XXXXXX")
trap 'rm -rf "$work"' EXIT

# First one snapshot of all schemas, then the images, because an image is stored before its row. Messages are not copied; a lease sends them again.
pg_dump --format=custom --no-owner --dbname="$(libpq_url)" --file="$work/database.dump"
ingest backup-images "$work/images.tar"
tar -C "$work" -cf "$work/all.tar" database.dump images.tar
mv "$work/all.tar" "$file"
echo "Backup: $file"
