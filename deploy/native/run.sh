#!/usr/bin/env bash
# Called by ./run.sh --distributed: servers, migrations, then every service as a process of its own, until it is stopped.
set -euo pipefail
native=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$native/../.." && pwd)
source "$native/common.sh"
workers=$1

mkdir -p "$DATA_DIR"
data=$(cd "$DATA_DIR" && pwd)
logs=$data/logs
mkdir -p "$logs"
servers=() services=()

# Everything gets a session of its own: Ctrl+C reaches this script alone, which then stops them in order.
start() { # name command…
  local name=$1; shift
  setsid "$@" </dev/null >>"$logs/$name.log" 2>&1 &
}

stop() {
  # Whoever read the output may be gone: that must not keep it from stopping what it started.
  trap - EXIT; trap '' INT TERM HUP PIPE
  echo "Stopping…" 2>/dev/null || true
  stop_all "${services[@]}"
  stop_all "${servers[@]}"
}

# SIGTERM to each with its children, then the end of what is left after the time that a service needs to finish what it has in hand.
stop_all() {
  local pid
  for pid in "$@"; do kill -TERM "$pid" 2>/dev/null || true; done
  for _ in $(seq 400); do
    local left=0
    for pid in "$@"; do kill -0 "$pid" 2>/dev/null && left=1; done
    [ "$left" -eq 0 ] && break
    sleep 0.1
  done
  for pid in "$@"; do kill -KILL -- "-$pid" 2>/dev/null || true; done
}

serve() { # name argument…: starts a server, its port in $port
  local name=$1; shift
  port=$(free_port)
  start "$name" "$native/$name.sh" "$data/servers/$name" "$port" "$@"
  servers+=($!)
  ports[$name]=$port
}

run() { # name url program: starts a service
  ASPNETCORE_URLS=$2 start "$1" dotnet "$(program "$3")"
  services+=($!)
}

program() { echo "$root/artifacts/bin/Ocr.$1/release/Ocr.$1.dll"; }

await_ready() { # name port pid
  for _ in $(seq 1200); do
    is_ready "$2" && return
    kill -0 "$3" 2>/dev/null || break
    sleep 0.1
  done
  echo "$1 is not ready; the end of $logs/$1.log:" >&2
  tail -n 20 "$logs/$1.log" >&2
  return 1
}

trap stop EXIT
trap 'exit 0' INT TERM
declare -A ports
broker_metrics=$(free_port)
serve rabbitmq "$broker_metrics"
for server in postgres redis s3; do serve "$server"; done
index=0
for server in rabbitmq postgres redis s3; do await_port "$server" "${ports[$server]}" "${servers[index++]}"; done

export BUS_TRANSPORT=rabbitmq RABBITMQ_URL="amqp://guest:guest@127.0.0.1:${ports[rabbitmq]}/"
export DATABASE_URL="postgresql://ocr@127.0.0.1:${ports[postgres]}/ocr" REDIS_URL="redis://127.0.0.1:${ports[redis]}/0"
export OBJECT_STORE=s3 S3_ENDPOINT="http://127.0.0.1:${ports[s3]}" S3_BUCKET=receipts S3_ACCESS_KEY=S3RVER S3_SECRET_KEY=S3RVER
cores=$(nproc)
export OCR_PARALLELISM=${OCR_PARALLELISM:-$((cores > workers ? cores / workers : 1))}

for service in Ingest Results Gateway; do
  dotnet "$(program "$service")" migrate >>"$logs/migrate.log" 2>&1 || { tail -n 20 "$logs/migrate.log" >&2; exit 1; }
done

[ "$PORT" -ne 0 ] || PORT=$(free_port)
ingest=$(free_port) results=$(free_port) extractor=$(free_port)
export INGEST_URL="http://127.0.0.1:$ingest" RESULTS_URL="http://127.0.0.1:$results" EXTRACTOR_URL="http://127.0.0.1:$extractor"
checks=()
run ingest "$INGEST_URL" Ingest; checks+=("ingest $ingest $!")
run results "$RESULTS_URL" Results; checks+=("results $results $!")
run extractor "$EXTRACTOR_URL" Extractor; checks+=("extractor $extractor $!")
for number in $(seq "$workers"); do
  port=$(free_port)
  run "worker-$number" "http://127.0.0.1:$port" OcrWorker; checks+=("worker-$number $port $!")
done
run gateway "http://*:$PORT" Gateway; checks+=("gateway $PORT $!")
# shellcheck disable=SC2086 # three words each
for check in "${checks[@]}"; do await_ready $check; done
# Where Prometheus finds everything: file_sd_configs for the two jobs of deploy/prometheus/prometheus.yml.
mkdir -p "$data/metrics"
targets() { local IFS=,; echo "[{\"targets\": [$*]}]"; }
services_at=()
for check in "${checks[@]}"; do read -r _ port _ <<<"$check"; services_at+=("\"127.0.0.1:$port\""); done
targets "${services_at[@]}" >"$data/metrics/ocr.json"
targets "\"127.0.0.1:$broker_metrics\"" >"$data/metrics/rabbitmq.json"
echo "Ready: http://localhost:$PORT ($workers workers, logs in $logs)"

# An orchestrator would start it again; here the end of any of them is the end of the run, with its name.
wait -n "${servers[@]}" "${services[@]}" || true
for log in "$logs"/*.log; do :; done
echo "Something ended by itself: see $logs" >&2
exit 1
