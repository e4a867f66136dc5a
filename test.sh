#!/usr/bin/env bash
# The one test command: builds everything, runs every test, checks formatting and the README's commands.
#
#   ./test.sh                 everything
#   ./test.sh --training      everything, and a small run of every training script
#   ./test.sh --fast          only tests without servers, after a build: a few minutes
#   ./test.sh PROJECT…        projects of tests/ by name, such as Extractor.Tests
#
# Needs the .NET SDK (the version of global.json). On Debian it installs the servers that the tests start.
# The exit status is not 0 after any failure. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Tests start hundreds of short-lived hosts. Code that is instrumented for later optimization costs a third of their time.
export DOTNET_TieredPGO=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Counts are lines of a file, because concurrent steps are separate processes.
count() { echo "$1 $2" >>"$work/counts"; } # passed failed
total() { awk '{ passed += $1; failed += $2 } END { print passed + 0, failed + 0 }' "$work/counts"; }

# Runs a step that is one check, counts it, and shows its output when it fails.
check() {
  local name=$1 started=$SECONDS log; shift
  log=$(mktemp -p "$work")
  if "$@" >"$log" 2>&1; then
    count 1 0; echo "ok    $name ($((SECONDS - started)) s)"
  else
    count 0 1; echo "FAIL  $name ($((SECONDS - started)) s)"; tail -n 80 "$log"
  fi
}

finish() {
  local passed failed
  read -r passed failed < <(total)
  echo; echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; exit
}

# Installs a Debian package unless its program is installed.
need() { command -v "$1" || { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$2"; }; }

# Compiles each method once, and methods with loops optimized. Tests start hundreds of hosts and processes, which end before a second compilation saves what it costs:
# EndToEnd takes 640 s of processor time with it, 420 s without.
compile_once() { DOTNET_TC_CallCounting=0 DOTNET_TC_QuickJitForLoops=0 "$@"; }

# Names the tests that failed, each with the first lines of its message: the log of a system of services hides them.
failed_tests() { grep -A 4 -E '^ *Failed [^ ]+[.(]' "$1" | cut -c 1-300 | sed 's/^ */      /'; }

# Runs the tests of a project, counts them, and shows their output when one fails.
run_tests() { # name project argument…
  local name=$1 project=$2 started=$SECONDS status bad good skipped log report; shift 2
  log=$(mktemp -p "$work")
  compile_once dotnet test "$project" -c Release --no-build --nologo "$@" >"$log" 2>&1; status=$?
  # "Passed!  - Failed:     0, Passed:    23, Skipped:     0, Total:    23, Duration: …"
  read -r bad good skipped < <(sed -nE 's/.*Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+).*/\1 \2 \3/p' "$log" | tail -n 1)
  # A crash, a time-out or a project without tests counts as a failure, even when no test failed.
  if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ] || [ "${good:-0}" -eq 0 ]; then bad=$((${bad:-0} + 1)) status=1; fi
  count "${good:-0}" "${bad:-0}"
  # One write for all lines, because the other lane writes concurrently.
  report=$(
    if [ "$status" -eq 0 ]; then echo "ok    $name: ${good:-0} passed, ${skipped:-0} skipped ($((SECONDS - started)) s)"
    else echo "FAIL  $name: ${good:-0} passed, ${bad:-0} failed ($((SECONDS - started)) s)"; tail -n 120 "$log"; failed_tests "$log"; fi
    # Shows whether containers or processes ran the servers, and the reason.
    grep -o 'Servers: .*' "$log" | sort -u | sed 's/^/      /'
    [ "${skipped:-0}" -eq 0 ] || grep -E '^ *(Skipped|\[xUnit.*SKIP)' "$log" | sed 's/^ */      /'
  )
  printf '%s\n' "$report"
}

# Runs projects by name, one after the other.
run_projects() { local name; for name in "$@"; do run_tests "tests/$name" "tests/$name"; done; }

# One compiler server for all projects, independent of the environment. A new one per project costs half of the build time.
# Locked mode: a package that packages.lock.json does not name fails the build.
build() { dotnet build "$1" -c Release -v quiet -p:UseSharedCompilation=true -p:RestoreLockedMode=true; }

# Builds and runs only the given projects.
run_some() {
  local name
  for name in "$@"; do check "build of $name" build "tests/$name"; done
  run_projects "$@"
  finish
}

case ${1-} in
  --fast) run_some Architecture Contracts.Tests Extractor.Tests Recognition.Tests Results.Tests Storage.Tests ;;
  --training | '') ;;
  -*) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  ?*) run_some "$@" ;;
esac

check "the servers that the tests start" deploy/native/install.sh prometheus
check "kubectl" need kubectl kubernetes-client
check "docker-compose" need docker-compose docker-compose
check "what the clients and the page need" clients/install.sh
check "build without warnings" build Ocr.Distributed.sln
[[ $(total) == *" 0" ]] || finish
# The build checks style and analyzers (EnforceCodeStyleInBuild), but not white space.
check "formatting" dotnet format whitespace Ocr.Distributed.sln --no-restore --verify-no-changes

source tests/shared/with-server.sh
# Tests of the services' rows on PostgreSQL. Excluded: tests of input that never becomes a row, and of a full disk, which does not affect the server.
on_postgres() {
  run_tests "Persistence on PostgreSQL" tests/Persistence.Tests
  run_tests "Ingest on PostgreSQL" tests/Ingest.Tests --filter 'FullyQualifiedName!~.BadInput.&FullyQualifiedName!~.Fuzz.&FullyQualifiedName!~.Images.&FullyQualifiedName!~FullDisk'
  run_tests "Results on PostgreSQL" tests/Results.Tests
}

# Checks of files, which need no service.
check_files() {
  check "docker-compose.yml" env RABBITMQ_PASSWORD=secret POSTGRES_PASSWORD=secret docker-compose --profile observability config --quiet
  check "the dashboards against Grafana's types" tests/grafana/check.sh
  check "the API description against Redocly and Spectral" tests/openapi/check.sh
}

# Three concurrent lanes, because these projects wait during much of their time. Each lane starts its own servers. Projects that break servers on purpose
# or measure time run alone afterwards.
alone=(Integration Servers.Tests)
waiting=(Ingest.Tests Results.Tests ServiceDefaults.Tests Persistence.Tests Storage.Tests)
after_postgres=(Gateway.Tests)
others=()
for project in tests/*/*.csproj; do
  name=$(basename "$(dirname "$project")")
  [[ " ${alone[*]} ${waiting[*]} ${after_postgres[*]} " == *" $name "* ]] || others+=("$name")
done
run_projects "${waiting[@]}" &
{ (with_postgres on_postgres); run_projects "${after_postgres[@]}"; check_files; } &
[ "${1-}" != --training ] || check "a small run of the training scripts" nice -n 10 training/smoke.sh &
run_projects "${others[@]}"
wait
run_projects "${alone[@]}"

# The same end-to-end tests on the distributed system.
shared_system='FullyQualifiedName~FlowTests|FullyQualifiedName~ReadTests|FullyQualifiedName~SystemStateTests|FullyQualifiedName~BadImageTests|FullyQualifiedName~AccuracyTests'
on_distributed() {
  # Runs first, because it counts every receipt.
  run_tests "scraped by Prometheus, distributed" tests/Deploy.Tests --filter 'FullyQualifiedName~ScrapeTests'
  run_tests "end to end, distributed" tests/EndToEnd --filter "$shared_system"
  check "a killed worker is restarted" tests/native/supervision.sh
  check "a backup under load is restored" tests/native/backup.sh
}
with_distributed on_distributed

check "the clients in Python and JavaScript" clients/test.sh
check "the READMEs' commands" tests/readme/check.sh
finish
