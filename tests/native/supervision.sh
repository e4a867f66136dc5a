#!/usr/bin/env bash
# Kills a worker of the running distributed system (OCR_URL, OCR_METRICS and OCR_LOG of tests/shared/with-server.sh): the run continues,
# reports the end of the process with its log and restarts the worker. Until then health is degraded. A second run on the same data is refused.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/native/lock.sh
data=$(dirname "$OCR_METRICS")

fail() { echo "FAIL  $*"; tail -n 20 "$OCR_LOG"; exit 1; }
health_is() { curl -s "$OCR_URL/api/health" | grep -q "\"status\":\"$1\""; }
reported() { grep -q "^worker-1 was killed by signal 9 (KILL). It is started again in 1 s. Log: .*/worker-1.log" "$OCR_LOG"; }
worker() { log_writers "$data/logs" | sed -n 's/ worker-1$//p' | head -n 1; }
restarted() { local now; now=$(worker); [ -n "$now" ] && [ "$now" != "$killed" ]; }
await() { # seconds what command…
  local deadline=$((SECONDS + $1)) what=$2; shift 2
  until "$@"; do [ "$SECONDS" -lt "$deadline" ] || fail "$what"; sleep 0.5; done
  echo "$what: yes ($SECONDS s)"
}

await 30 "healthy with every worker" health_is healthy
killed=$(worker)
kill -KILL "$killed"
await 10 "the death is reported" reported
await 30 "the worker is started again" restarted
await 60 "healthy again" health_is healthy

# A silent process is not restarted, but health is degraded without its heartbeats.
held=$(worker)
kill -STOP "$held"
await 60 "degraded while a worker is silent" health_is degraded
kill -CONT "$held"
await 60 "healthy with its heartbeats" health_is healthy

if PORT=0 DATA_DIR=$data ./run.sh --distributed >"$data/second.log" 2>&1; then fail "a second run on the same data started"; fi
grep -q "DATA_DIR $data is in use by another run.sh (process [0-9]*)" "$data/second.log" || fail "$(cat "$data/second.log")"
echo "a second run is refused: yes"
