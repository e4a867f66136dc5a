#!/usr/bin/env bash
# tests/compose/run.sh [--no-build]: starts docker-compose.yml as a separate project with two workers and runs the end-to-end tests against it.
# Then it scales, kills and stops workers while receipts are read, and checks that every receipt has exactly one result. It removes everything afterwards.
# Needs docker with compose (v2, or docker-compose 1.29), curl and the .NET SDK. Settings of the engine and of compose (COMPOSE_FILE) apply.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/native/common.sh
if docker compose version >/dev/null 2>&1; then compose() { docker compose "$@"; }; else compose() { docker-compose "$@"; }; fi
work=$(mktemp -d)
PORT=$(free_port)
# Only the port of the gateway is published during the run. Without rate limits, because one client makes all requests.
export PORT COMPOSE_PROJECT_NAME="ocr-test-$$" RATE_LIMIT_PER_MINUTE=0 RATE_LIMIT_PER_HOUR=0 RATE_LIMIT_BURST=0 \
  RATE_LIMIT_UPLOAD_PER_MINUTE=0 RATE_LIMIT_PROCESS_PER_MINUTE=0 RATE_LIMIT_COST_PER_MINUTE=0 \
  RABBITMQ_PASSWORD="$RANDOM$RANDOM" POSTGRES_PASSWORD="$RANDOM$RANDOM"
url=http://localhost:$PORT
trap 'compose down -v -t 5 >/dev/null 2>&1; rm -rf "$work"' EXIT

fail() { echo "FAIL  $*" >&2; compose ps -a >&2; compose logs --tail=15 >&2; exit 1; }
ok() { echo "ok    $* ($SECONDS s)"; }
workers() { compose ps -q ocrworker; }
scale() { compose up -d --no-deps --no-recreate --scale "ocrworker=$1" ocrworker >"$work/scale.log" 2>&1 || { cat "$work/scale.log"; fail "scale to $1"; }; }

# Succeeds when every container with a health check is healthy and every finished step ended with 0.
await_healthy() {
  local id state
  for _ in $(seq 300); do
    state=$(for id in $(compose ps -aq 2>/dev/null || compose ps -q); do
      docker inspect -f '{{if .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}} {{.State.ExitCode}}{{end}}' "$id"
    done | sort | uniq -c | awk '{ $1 = ""; print }')
    [ "$(echo "$state" | grep -cvE '^ (healthy|exited 0)$')" -eq 0 ] && return
    sleep 1
  done
  fail "not healthy: $state"
}

# Uploads receipts that are not cached, opens a batch of them and prints its id. Writes the stored names to $work/stored.
send() { # count
  local form=() file index=0 batch
  for file in $(ls tests/assets/receipts/*.jpg | head -n "$1"); do
    { cat "$file"; head -c 16 /dev/urandom; } >"$work/$index.jpg"
    form+=(-F "files=@$work/$index.jpg" -F "numerosorteo_$index=A" -F "fechasorteo_$index=20250711" -F "nombre_$index=Juan"
      -F "idWhatsapp_$index=$(printf '%06d%06d' $RANDOM $index)@lid" -F "horamin_$index=14-30")
    index=$((index + 1))
  done
  [ "$index" -eq "$1" ] || fail "too few receipts"
  curl -fsS --retry 5 "${form[@]}" "$url/api/upload" >"$work/upload.json"
  curl -fsS --retry 5 -H 'Prefer: respond-async' -H 'Content-Type: application/json' -d '{}' "$url/api/ocr/process_batch" >"$work/batch.json"
  batch=$(grep -oE '"request_id":"[^"]+"' "$work/batch.json" | head -n 1 | cut -d'"' -f4)
  grep -oE '"stored_name":"[^"]+"' "$work/upload.json" | cut -d'"' -f4 | sed "s/^/$batch /" >>"$work/stored"
}

# Checks that every batch ends without an error and contains each of its receipts once.
await_results() {
  local batch name
  for batch in $(cut -d' ' -f1 "$work/stored" | uniq); do
    for _ in $(seq 180); do
      curl -fsS "$url/api/ocr/status/$batch" >"$work/$batch" && ! grep -q '"status":"processing"' "$work/$batch" && break
      sleep 1
    done
    grep -q '"status":"completed".*"files_with_errors":0' "$work/$batch" || fail "$(head -c 300 "$work/$batch")"
  done
  while read -r batch name; do
    [ "$(grep -oF "\"filename\":\"$name\"" "$work/$batch" | wc -l)" -eq 1 ] || fail "$name has not one result in $batch"
    curl -fsS "$url/api/ocr/result/${batch}_$name" >/dev/null || fail "no result of $batch $name"
  done <"$work/stored"
}

if [ "${1:-}" != --no-build ]; then compose build >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log"; fail "build"; }; ok "images"; fi
compose up -d --scale ocrworker=2 >"$work/up.log" 2>&1 || { cat "$work/up.log"; fail "up"; }
await_healthy
ok "healthy at $url"

for path in metrics health/ready internal/status; do
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$url/$path")" = 404 ] || fail "clients can read /$path"
done
ok "management is not published"

for service in gateway ingest results extractor ocrworker; do
  for id in $(compose ps -q "$service"); do
    [ "$(docker exec "$id" id -u)" -ne 0 ] || fail "$service runs as root"
    ! docker exec "$id" touch /app/written 2>/dev/null || fail "$service can write its own programs"
    docker exec "$id" touch /tmp/written /data/written || fail "$service has no folder to write"
    [ "$(docker inspect -f '{{.RestartCount}}' "$id")" -eq 0 ] || fail "$service was started again"
  done
done
ok "nobody's account, read-only"

shared_system='FullyQualifiedName~FlowTests|FullyQualifiedName~SystemStateTests|FullyQualifiedName~BadImageTests|FullyQualifiedName~AccuracyTests'
OCR_URL=$url dotnet test tests/EndToEnd -c Release --nologo --filter "$shared_system" >"$work/tests.log" 2>&1 || { tail -n 80 "$work/tests.log"; fail "end to end"; }
ok "end to end: $(grep -E 'Passed!' "$work/tests.log")"

for count in 30 30 30; do send "$count"; done
scale 3
docker kill "$(workers | head -n 1)" >/dev/null
for count in 30 30 30; do send "$count"; done
scale 1
await_results
ok "$(wc -l <"$work/stored") receipts, one result each: scaled to 3, one worker killed, scaled to 1"

send 30
compose stop -t 35 ocrworker >"$work/stop.log" 2>&1
for id in $(compose ps -aq ocrworker 2>/dev/null || compose ps -q ocrworker); do
  code=$(docker inspect -f '{{.State.ExitCode}}' "$id")
  [ "$code" -eq 0 ] || fail "a worker that was stopped ended with $code"
done
scale 1
await_results
ok "a worker that was stopped ended in order, and lost nothing"

compose down -v -t 35 >"$work/down.log" 2>&1 || { cat "$work/down.log"; fail "down"; }
ok "down"
