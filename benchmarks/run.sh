#!/usr/bin/env bash
# Runs the benchmarks and writes their results to benchmarks/results.
#
#   benchmarks/run.sh                     engine, then fields, then tesseract, then memory
#   benchmarks/run.sh engine              the reader stage by stage (4 minutes)                  -> engine.md
#   benchmarks/run.sh fields              rules alone, and rules with the model, on unknown layouts (3 minutes)    -> fields.md
#   benchmarks/run.sh decisions FOLDER [--profile P]  the share of accepted receipts of each held-out set in FOLDER, and its error rate (10 minutes) -> decisions.md
#   benchmarks/run.sh tesseract [OPTIONS] compared with Tesseract, and 1 core with all (4 minutes)  -> tesseract.md
#   benchmarks/run.sh memory [OPTIONS]    3,000 receipts through a worker, then through Standalone (15 minutes; needs rabbitmq-server)        -> memory.md
#   benchmarks/run.sh search              searches among 1,000,000 generated receipts (6 minutes; needs PostgreSQL)                            -> search.md
#   benchmarks/run.sh load                the distributed system: fresh, cached, batches, read, scale, soak (45 minutes; Debian, as root)           -> load.md
#   benchmarks/run.sh load SCENARIO [OPTIONS]   one scenario; --help lists the options
#   benchmarks/run.sh cold                the first 200 receipts of a new system: built, published, published and warmed (10 minutes)                -> load.md
#   benchmarks/run.sh faults [OPTIONS]    the distributed system under attacks and faults (two hours; Debian, as root)                          -> faults.md
#   benchmarks/run.sh cost COMMIT [ROUNDS]      the cost of a receipt at that commit and now, alternating, ROUNDS (default 1) times (15 minutes)   -> cost.md
#
# Do not use the machine for other work during a run. DOTNET names another dotnet for the build.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
what=${1-all}
shift || true

build() { "${DOTNET:-dotnet}" build "$1" -c Release -v quiet; }

engine() {
  build benchmarks/Ocr.Benchmarks
  # The benchmark has one thread, so it gets one core: the last one, which handles the fewest interrupts.
  taskset -c "$(($(nproc) - 1))" dotnet artifacts/bin/Ocr.Benchmarks/release/Ocr.Benchmarks.dll engine benchmarks/results/engine.md
}

fields() {
  build training/fields/Documents
  local documents=artifacts/bin/Ocr.FieldDocuments/release/field-documents pack=${1:-models/fields}
  {
    echo "# Fields of unknown layouts"
    echo
    echo "2,000 generated documents, held-back label words in held-back arrangements, with the reader's errors (\`field-documents evaluate --split Layouts --seed 601\`). Fields whose words the"
    echo "errors altered are left out. \`success\`: amount, reference, payer's bank and document right. Pack: \`$pack\`. Made by \`benchmarks/run.sh fields [PACK]\`."
    echo
    echo "## Rules and model together"
    echo
    "$documents" evaluate --count 2000 --seed 601 --split Layouts --pack "$pack"
    echo "## Rules alone"
    echo
    "$documents" evaluate --count 2000 --seed 601 --split Layouts
  } >benchmarks/results/${2:-fields.md}
}

decisions() {
  local folder=$1 report; shift
  report=$(mktemp)
  build tools/ReceiptCli
  dotnet artifacts/bin/Ocr.ReceiptCli/release/receipt-cli.dll decisions "$folder"/*/ "$@" --out "$report" >/dev/null
  {
    echo "# Decisions on held-out sets"
    echo
    echo "The sets of \`training/receipts/conditions\` (\`python3 -m receipts.conditions --seed 7000\`): fonts, names and texts that training never draws. Made by"
    echo "\`benchmarks/run.sh decisions FOLDER $*\`. The counts do not depend on the machine. Goal: of the good receipts at least 85 % accepted without a person, of those accepted at most"
    echo "0.3 % wrong, and no unfinished payment."
    echo
    cat "$report"
  } >benchmarks/results/decisions.md
  rm "$report"
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

search() {
  build benchmarks/search
  dotnet artifacts/bin/Ocr.SearchBenchmark/release/Ocr.SearchBenchmark.dll benchmarks/results/search.md "$@"
}

load() {
  build benchmarks/load
  local drive=(dotnet artifacts/bin/Ocr.Load/release/Ocr.Load.dll)
  if [ $# -gt 0 ]; then "${drive[@]}" "$@"; return; fi
  for scenario in fresh cached batches read scale; do "${drive[@]}" "$scenario"; done
  # With a share of a core per worker, two workers do not compete with the other processes.
  "${drive[@]}" scale --quota 0.3
  "${drive[@]}" soak
}

# The services as the container images contain them (Dockerfile).
cold() {
  local programs service
  build benchmarks/load
  programs=$(mktemp -d)
  trap "rm -rf '$programs'" EXIT
  for service in Gateway Ingest Results Extractor OcrWorker; do
    dotnet publish "services/$service" -c Release -o "$programs/$service" -v quiet --use-current-runtime --self-contained false -p:PublishReadyToRun=true
  done
  dotnet artifacts/bin/Ocr.Load/release/Ocr.Load.dll cold --programs "$programs" "$@"
}

faults() {
  build services/Standalone
  benchmarks/soak/faults/soak.py "$@"
}

# The older release runs in a separate working tree with its own load driver.
cost() {
  local commit rounds=${2:-1} old figures round scenario
  commit=$(git rev-parse --short "$1") old=$(mktemp -d) figures=$(mktemp -d)
  git worktree add -q --detach "$old" "$commit"
  trap "git worktree remove --force '$old'" EXIT
  for tree in "$old" "$root"; do (cd "$tree" && build benchmarks/load && build services/Standalone); done
  for round in $(seq "$rounds"); do
    # With the default of 100 open receipts, the latency of results limits the rate of known images, not the processor.
    for scenario in "cached --open 200" fresh; do
      (cd "$old" && dotnet artifacts/bin/Ocr.Load/release/Ocr.Load.dll $scenario --out "$figures/before-$round.json")
      dotnet artifacts/bin/Ocr.Load/release/Ocr.Load.dll $scenario --out "$figures/after-$round.json"
    done
  done
  dotnet artifacts/bin/Ocr.Load/release/Ocr.Load.dll compare --before "$figures"/before-*.json --after "$figures"/after-*.json --release "commit $commit" \
    --page benchmarks/results/cost.md
}

case "$what" in
  engine | fields | decisions | tesseract | memory | search | load | cold | faults | cost) "$what" "$@" ;;
  all) engine; fields; tesseract; memory ;;
  *) sed -n '2,17s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
