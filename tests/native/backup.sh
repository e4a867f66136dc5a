#!/usr/bin/env bash
# Makes a backup of the running distributed system (OCR_URL and OCR_METRICS of tests/shared/with-server.sh) while receipts are uploaded and
# read, and restores it into a second system. Every receipt that was accepted before the backup must have exactly one result there.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d) restored=
trap '[ -z "$restored" ] || { kill -TERM "$restored" 2>/dev/null; wait "$restored" || true; }; rm -rf "$work"' EXIT
fail() { echo "FAIL  $*"; exit 1; }

# Uploads receipts that are not cached, and appends their stored names to a file.
upload() { # file receipt…
  local names=$1 form=() file index=0; shift
  for file in "$@"; do
    { cat "$file"; head -c 16 /dev/urandom; } >"$work/$index.jpg"
    form+=(-F "files=@$work/$index.jpg" -F "numerosorteo_$index=A" -F "fechasorteo_$index=20250711" -F "nombre_$index=Juan"
      -F "idWhatsapp_$index=$(printf '%06d%06d' $RANDOM $index)@lid" -F "horamin_$index=14-30")
    index=$((index + 1))
  done
  curl -fsS "${form[@]}" "$OCR_URL/api/upload" | grep -oE '"stored_name":"[^"]+"' | cut -d'"' -f4 >>"$names"
}

receipts=(tests/assets/receipts/*.jpg)
upload "$work/before" "${receipts[@]:0:24}"
batch=$(curl -fsS -H 'Prefer: respond-async' -H 'Content-Type: application/json' -d '{}' "$OCR_URL/api/ocr/process_batch" | grep -oE 'BATCH_[0-9]+_[0-9]+_[0-9a-z]+' | head -n 1)
(while [ ! -e "$work/enough" ]; do upload "$work/during" "${receipts[24]}" "${receipts[25]}"; done) &
load=$!
DATA_DIR=$(dirname "$OCR_METRICS") ./run.sh --backup "$work/backup.tar"
touch "$work/enough"
wait "$load"
echo "uploaded before the backup: $(wc -l <"$work/before"), during it: $(wc -l <"$work/during")"

RATE_LIMIT_PER_MINUTE=0 RATE_LIMIT_PER_HOUR=0 RATE_LIMIT_BURST=0 PORT=0 DATA_DIR=$work/data ./run.sh --distributed --workers 1 --restore "$work/backup.tar" >"$work/log" 2>&1 &
restored=$!
for _ in $(seq 300); do
  grep -q '^Ready: ' "$work/log" && break
  kill -0 "$restored" 2>/dev/null || { cat "$work/log"; fail "the restored system did not start"; }
  sleep 1
done
grep '0 rows without their image' "$work/log" || { cat "$work/log"; fail "rows without images"; }
url=$(sed -nE 's/^Ready: ([^ ]+).*/\1/p' "$work/log")
for _ in $(seq 180); do
  curl -fsS "$url/api/ocr/status/$batch" >"$work/status" && ! grep -q '"status":"processing"' "$work/status" && break
  sleep 1
done
grep -q '"status":"completed".*"files_with_errors":0' "$work/status" || fail "$(head -c 300 "$work/status")"
while read -r name; do
  [ "$(grep -oF "\"filename\":\"$name\"" "$work/status" | wc -l)" -eq 1 ] || fail "$name has not one result"
  curl -fsS "$url/api/ocr/result/${batch}_$name" >/dev/null || fail "no result of $name"
done <"$work/before"
echo "$(wc -l <"$work/before") receipts, one result each, after the restore"

# A restore into a database with rows is refused.
if (source "$work/data/run.env"; export DATABASE_URL; deploy/backup/restore.sh "$work/backup.tar") 2>"$work/refused"; then fail "a restore over rows was accepted"; fi
grep -q "restored into an empty one only" "$work/refused" || fail "$(cat "$work/refused")"
