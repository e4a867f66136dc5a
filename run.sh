#!/usr/bin/env bash
# Builds and serves the whole system. In one process it needs only the .NET SDK; the distributed form uses real servers.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./run.sh [--distributed [--workers N] [--observability]] [--restore FILE]
       ./run.sh --backup FILE
       ./run.sh --help

Builds the system (Release) and serves it in one process until it is stopped (Ctrl+C or SIGTERM).

--distributed    RabbitMQ, PostgreSQL, Redis and an S3 server on loopback, installed where they are missing (Debian, as root),
                 and each service in its own process
--workers N      number of OcrWorkers, with --distributed (default 2)
--observability  Prometheus with the alerts of deploy/prometheus, with --distributed
--backup FILE    copies the rows and images of DATA_DIR into a new file, also while another run.sh serves them
--restore FILE   starts from a backup of the same form (distributed or not); DATA_DIR has to be empty

Environment:
  PORT             port to listen on (default 5000)
  DATA_DIR         folder for images and databases (default: data in the folder of this script)
  OCR_PARALLELISM  receipts that a process reads concurrently (default: the cores, shared among the workers)
  PROGRAMS_DIR     folder with the published services (Gateway/, Ingest/, …), with --distributed; without it run.sh builds them
  LOG_LEVEL        DEBUG, INFO, WARNING or ERROR (default INFO)
TEXT
}

distributed=0 workers=2 observability=0 backup= restore=
refuse() { echo "run.sh: $1" >&2; usage >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --distributed) distributed=1 ;;
    --observability) observability=1 ;;
    --workers) [[ ${2-} =~ ^[1-9][0-9]?$ ]] || refuse "--workers needs a number from 1 to 99"; workers=$2; shift ;;
    --backup | --restore)
      [ -n "${2-}" ] || refuse "$1 needs a file"
      path=$2; [[ $path == /* ]] || path=$PWD/$path
      if [ "$1" = --backup ]; then backup=$path; else restore=$path; fi
      shift ;;
    -h | --help) usage; exit 0 ;;
    *) refuse "unknown option '$1'" ;;
  esac
  shift
done

[ "$observability" -eq 0 ] || [ "$distributed" -eq 1 ] || refuse "--observability needs --distributed"

if ! command -v dotnet >/dev/null; then
  echo "run.sh: the .NET SDK is needed (version 10): https://dotnet.microsoft.com/download" >&2
  exit 1
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DATA_DIR=${DATA_DIR:-$root/data}
export PORT=${PORT:-5000}
standalone=$root/artifacts/bin/Ocr.Standalone/release/Ocr.Standalone.dll

# Does not build, because a build would replace the programs of the running system.
if [ -n "$backup" ]; then
  [ -e "$standalone" ] || (cd "$root" && dotnet build services/Standalone -c Release -v quiet)
  [ -e "$DATA_DIR/run.env" ] || { LOG_LEVEL=WARNING exec dotnet "$standalone" backup "$backup"; }
  source "$DATA_DIR/run.env"
  export BUS_TRANSPORT RABBITMQ_URL DATABASE_URL OBJECT_STORE S3_ENDPOINT S3_BUCKET S3_ACCESS_KEY S3_SECRET_KEY
  exec "$root/deploy/backup/backup.sh" "$backup"
fi
[ -z "$restore" ] || [ -r "$restore" ] || refuse "$restore cannot be read"

source "$root/deploy/native/lock.sh"
lock_data "$DATA_DIR"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# The C library keeps freed memory in one heap per thread, up to eight per core. Few threads read images concurrently.
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}

# Builds in the root folder, so that global.json selects the SDK. DATA_DIR stays relative to the caller's folder.
if [ "$distributed" -eq 0 ] || [ -z "${PROGRAMS_DIR-}" ]; then
  echo "Building…"
  # Build servers continue after the build. They must not hold the lock of DATA_DIR.
  (cd "$root" && dotnet build services/Standalone -c Release -v quiet 9>&-)
fi

if [ "$distributed" -eq 1 ]; then
  extras=()
  [ "$observability" -eq 0 ] || extras+=(prometheus)
  "$root/deploy/native/install.sh" "${extras[@]}" 9>&-
  RESTORE_FILE=$restore exec "$root/deploy/native/run.sh" "$workers" "$observability"
fi
[ -z "$restore" ] || LOG_LEVEL=WARNING dotnet "$standalone" restore "$restore" 9>&-

# With exec, signals reach the server directly.
exec dotnet "$standalone"
