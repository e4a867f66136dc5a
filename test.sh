#!/usr/bin/env bash
# The one test command: builds everything, runs every test, checks formatting and the README's commands.
# Needs the .NET SDK (the version of global.json); on Debian it installs the servers that the tests start by themselves.
# Ends non-zero on any failure; its last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# A step that is one check: runs the command, counts it, shows its output when it fails.
check() {
  local name=$1; shift
  local started=$SECONDS
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1)); echo "ok    $name ($((SECONDS - started)) s)"
  else
    failed=$((failed + 1)); echo "FAIL  $name ($((SECONDS - started)) s)"; tail -n 80 "$log"
  fi
}

finish() { echo; echo "$passed passed, $failed failed"; [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; exit; }

# Installs a Debian package unless its program is here.
need() { command -v "$1" || { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$2"; }; }

check "the servers that the tests start" deploy/native/install.sh
check "kubectl" need kubectl kubernetes-client
check "prometheus" need prometheus prometheus
check "what the clients and the page need" clients/install.sh
check "build without warnings" dotnet build Ocr.Distributed.sln -c Release -v quiet
[ "$failed" -eq 0 ] || finish
check "formatting" dotnet format Ocr.Distributed.sln --no-restore --verify-no-changes

# Runs a project's tests, counts them, and shows what they said when one fails.
run_tests() { # name project argument…
  local name=$1 project=$2 started=$SECONDS status bad good skipped; shift 2
  dotnet test "$project" -c Release --no-build --nologo "$@" >"$log" 2>&1; status=$?
  # "Passed!  - Failed:     0, Passed:    23, Skipped:     0, Total:    23, Duration: …"
  read -r bad good skipped < <(sed -nE 's/.*Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+).*/\1 \2 \3/p' "$log" | tail -n 1)
  passed=$((passed + ${good:-0})); failed=$((failed + ${bad:-0}))
  # A crash, a time-out or a project without a single test is a failure even when no test says so.
  if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ] || [ "${good:-0}" -eq 0 ]; then failed=$((failed + 1)); status=1; fi
  if [ "$status" -eq 0 ]; then echo "ok    $name: ${good:-0} passed, ${skipped:-0} skipped ($((SECONDS - started)) s)"
  else echo "FAIL  $name: ${good:-0} passed, ${bad:-0} failed ($((SECONDS - started)) s)"; tail -n 120 "$log"; fi
  # What ran the servers: containers, or processes and why.
  grep -o 'Servers: .*' "$log" | sort -u | sed 's/^/      /'
  [ "${skipped:-0}" -eq 0 ] || grep -E '^ *(Skipped|\[xUnit.*SKIP)' "$log" | sed 's/^ */      /'
}

for project in tests/*/*.csproj; do run_tests "$project" "$project"; done

# The same tests of the services' rows on PostgreSQL, and the same tests of the whole on the distributed system.
source tests/shared/with-server.sh
on_postgres() { for project in Persistence Ingest Results; do run_tests "$project on PostgreSQL" "tests/$project.Tests"; done; }
with_postgres on_postgres
shared_system='FullyQualifiedName~FlowTests|FullyQualifiedName~SystemStateTests|FullyQualifiedName~BadImageTests|FullyQualifiedName~AccuracyTests'
on_distributed() {
  # First, because every receipt is counted.
  run_tests "scraped by Prometheus, distributed" tests/Deploy.Tests --filter 'FullyQualifiedName~ScrapeTests'
  run_tests "end to end, distributed" tests/EndToEnd --filter "$shared_system"
}
with_distributed on_distributed

check "the clients in Python and JavaScript" clients/test.sh
check "the READMEs' commands" tests/readme/check.sh
finish
