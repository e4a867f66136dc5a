#!/usr/bin/env bash
# Builds and serves the whole system: in one process, which needs only the .NET SDK, or distributed over real servers.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./run.sh [--distributed [--workers N]] [--help]

Builds the system (Release) and serves it in one process until it is stopped (Ctrl+C or SIGTERM).

--distributed    RabbitMQ, PostgreSQL, Redis and an S3 server on loopback, installed where they are missing (Debian, as root),
                 and each service a process of its own
--workers N      how many OcrWorkers, with --distributed (default 2)

Environment:
  PORT             port to listen on (default 5000)
  DATA_DIR         folder for images and databases (default ./data, beside this script)
  OCR_PARALLELISM  receipts read at once by a process (default: the cores, shared among the workers)
  LOG_LEVEL        DEBUG, INFO, WARNING or ERROR (default INFO)
TEXT
}

distributed=0 workers=2
refuse() { echo "run.sh: $1" >&2; usage >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --distributed) distributed=1 ;;
    --workers) [[ ${2-} =~ ^[1-9][0-9]?$ ]] || refuse "--workers needs a number from 1 to 99"; workers=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    *) refuse "unknown option '$1'" ;;
  esac
  shift
done

if ! command -v dotnet >/dev/null; then
  echo "run.sh: the .NET SDK is needed (version 10): https://dotnet.microsoft.com/download" >&2
  exit 1
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DATA_DIR=${DATA_DIR:-$root/data}
export PORT=${PORT:-5000}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# The C library keeps what is freed in a heap for each thread, up to eight a core; images are read by few threads at once.
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}

# From the root, so that global.json chooses the SDK; DATA_DIR stays relative to where the caller stands.
echo "Building…"
(cd "$root" && dotnet build services/Standalone -c Release -v quiet)

[ "$distributed" -eq 0 ] || { "$root/deploy/native/install.sh"; exec "$root/deploy/native/run.sh" "$workers"; }

# exec: signals reach the server itself.
exec dotnet "$root/artifacts/bin/Ocr.Standalone/release/Ocr.Standalone.dll"
