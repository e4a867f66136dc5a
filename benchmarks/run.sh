#!/usr/bin/env bash
# Runs the benchmarks and keeps their results in benchmarks/results.
#
#   benchmarks/run.sh                     engine, then tesseract, then memory
#   benchmarks/run.sh engine              the reader stage by stage (4 minutes)                  -> engine.md
#   benchmarks/run.sh tesseract [OPTIONS] against Tesseract, and 1 core against all (4 minutes)  -> tesseract.md
#   benchmarks/run.sh memory [OPTIONS]    3,000 receipts through a worker, then through Standalone (15 minutes; needs rabbitmq-server)        -> memory.md
#   benchmarks/run.sh load                the distributed system: fresh, cached, batches, scale, soak (45 minutes; Debian, as root)           -> load.md
#   benchmarks/run.sh load SCENARIO [OPTIONS]   one of them; --help tells the options
#
# Leave the machine alone meanwhile. DOTNET names another dotnet to build with.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
what=${1-all}
shift || true

build() { "${DOTNET:-dotnet}" build "$1" -c Release -v quiet; }

engine() {
  build benchmarks/Ocr.Benchmarks
  # One core, as everything in it is one thread: the last one, which interrupts disturb least.
  taskset -c "$(($(nproc) - 1))" dotnet artifacts/bin/Ocr.Benchmarks/release/Ocr.Benchmarks.dll engine benchmarks/results/engine.md
}

tesseract() {
  build benchmarks/Ocr.Benchmarks
  benchmarks/tesseract/compare.py "$@"
}

memory() {
  build services/OcrWorker
  build services/Standalone
  benchmarks/soak/soak.py "$@"
}

load() {
  build benchmarks/load
  local drive=(dotnet artifacts/bin/Ocr.Load/release/Ocr.Load.dll)
  if [ $# -gt 0 ]; then "${drive[@]}" "$@"; return; fi
  for scenario in fresh cached batches scale; do "${drive[@]}" "$scenario"; done
  # With a share of a core each, two workers fit beside everything else.
  "${drive[@]}" scale --quota 0.3
  "${drive[@]}" soak
}

case "$what" in
  engine | tesseract | memory | load) "$what" "$@" ;;
  all) engine; tesseract; memory ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
