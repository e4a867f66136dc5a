#!/usr/bin/env bash
# Called by ./run.sh --distributed: starts the servers, migrates, starts every service as a process, and runs until it is stopped.
# run.sh WORKERS OBSERVABILITY: the number of workers; 1 to start Prometheus too.
set -euo pipefail
native=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$native/../.." && pwd)
source "$native/common.sh"
source "$native/processes.sh"
workers=$1 observability=${2:-0}
if [ -n "${MANAGEMENT_PORT-}" ]; then
  echo "run.sh: MANAGEMENT_PORT is the same port for every service, which one machine cannot give to all of them: unset it for --distributed. This machine reads /metrics and /health/ready at the ports of the services (DATA_DIR/metrics)." >&2
  exit 2
fi

mkdir -p "$DATA_DIR/logs" "$DATA_DIR/metrics"
data=$(cd "$DATA_DIR" && pwd)
logs=$data/logs
declare -A ports=()

server() { # name argument…
  local name=$1; shift
  ports[$name]=$(free_port)
  start_server "$name" "$native/$name.sh" "$data/servers/$name" "${ports[$name]}" "$@"
}

await_server() { await_port "$1" "${ports[$1]}" "${pid_of[$1]}"; progress "$1"; }

program() { if [ -n "${PROGRAMS_DIR-}" ]; then echo "$PROGRAMS_DIR/$1/Ocr.$1.dll"; else echo "$root/artifacts/bin/Ocr.$1/release/Ocr.$1.dll"; fi; }

service() { # name port program [variable with the address to listen on]
  ports[$1]=$2
  start_service "$1" env "${4:-ASPNETCORE_URLS=http://127.0.0.1:$2}" dotnet "$(program "$3")"
}

await_service() { # name
  for _ in $(seq 1200); do
    ! is_ready "${ports[$1]}" || { progress "$1"; return; }
    is_running "$1" || break
    sleep 0.1
  done
  is_running "$1" && echo "$1 is not ready after two minutes; the end of $logs/$1.log:" >&2 || echo "$1 $(ending "$1"); the end of $logs/$1.log:" >&2
  tail -n 20 "$logs/$1.log" >&2
  return 1
}

progress() { echo "  $1 is ready ($SECONDS s)"; }

trap stop EXIT
trap 'exit 0' INT TERM HUP
broker_metrics=$(free_port)
echo "Starting the servers…"
server rabbitmq "$broker_metrics"
for name in postgres redis s3; do server "$name"; done
export BUS_TRANSPORT=rabbitmq RABBITMQ_URL="amqp://guest:guest@127.0.0.1:${ports[rabbitmq]}/"
export DATABASE_URL="postgresql://ocr@127.0.0.1:${ports[postgres]}/ocr" REDIS_URL="redis://127.0.0.1:${ports[redis]}/0"
export OBJECT_STORE=s3 S3_ENDPOINT="http://127.0.0.1:${ports[s3]}" S3_BUCKET=receipts S3_ACCESS_KEY=S3RVER S3_SECRET_KEY=S3RVER
cores=$(nproc)
export OCR_PARALLELISM=${OCR_PARALLELISM:-$((cores > workers ? cores / workers : 1))} WORKERS_EXPECTED=$workers

for name in postgres redis s3 rabbitmq; do await_server "$name"; done
if [ -n "${RESTORE_FILE-}" ]; then
  echo "Restoring $RESTORE_FILE…"
  "$root/deploy/backup/restore.sh" "$RESTORE_FILE" 9>&-
fi
# Settings for ./run.sh --backup during this run.
declare -p BUS_TRANSPORT RABBITMQ_URL DATABASE_URL OBJECT_STORE S3_ENDPOINT S3_BUCKET S3_ACCESS_KEY S3_SECRET_KEY >"$data/run.env"
for name in Ingest Results Gateway; do
  dotnet "$(program "$name")" migrate >>"$logs/migrate.log" 2>&1 9>&- || { echo "The tables of $name could not be migrated; the end of $logs/migrate.log:" >&2; tail -n 20 "$logs/migrate.log" >&2; exit 1; }
done
progress "the database schema"

[ "$PORT" -ne 0 ] || PORT=$(free_port)
echo "Starting the services…"
ingest=$(free_port) results=$(free_port) extractor=$(free_port)
export INGEST_URL="http://127.0.0.1:$ingest" RESULTS_URL="http://127.0.0.1:$results" EXTRACTOR_URL="http://127.0.0.1:$extractor"
service ingest "$ingest" Ingest
service results "$results" Results
service extractor "$extractor" Extractor
for number in $(seq "$workers"); do service "worker-$number" "$(free_port)" OcrWorker; done
service gateway "$PORT" Gateway "ASPNETCORE_HTTP_PORTS=$PORT" # listens on the address in HOST
for name in "${services[@]}"; do await_service "$name"; done

# Writes the targets of Prometheus: file_sd_configs for the two jobs of deploy/prometheus/native.yml.
targets() { # file port…
  local file=$1 port list=(); shift
  for port in "$@"; do list+=("\"127.0.0.1:$port\""); done
  (IFS=,; echo "[{\"targets\": [${list[*]}]}]") >"$data/metrics/$file.json"
}
service_ports=()
for name in "${services[@]}"; do service_ports+=("${ports[$name]}"); done
targets ocr "${service_ports[@]}"
targets rabbitmq "$broker_metrics"
if [ "$observability" -eq 1 ]; then
  ports[prometheus]=$(free_port)
  start_service prometheus "$native/prometheus.sh" "$data/metrics" "${ports[prometheus]}"
  await_port prometheus "${ports[prometheus]}" "${pid_of[prometheus]}"
  echo "Prometheus: http://localhost:${ports[prometheus]} (alerts: /alerts, data in $data/metrics)"
fi
echo "Ready: http://localhost:$PORT ($workers workers, logs in $logs)"
supervise
