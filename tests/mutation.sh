#!/usr/bin/env bash
# Mutation score and coverage of Extractor and Ingest, kept in tests/mutation.json and shown by tests/MUTATION.md. Not part of test.sh: a run of every folder takes hours.
#
#   tests/mutation.sh                       the folders below, then the coverage, then the page
#   tests/mutation.sh PROJECT               the folders of Extractor or Ingest, then its coverage
#   tests/mutation.sh PROJECT PART…         parts of services/PROJECT: folders, or files such as 'Values/Amount*,Values/Date*'; the results of other parts stay
#   tests/mutation.sh PROJECT --coverage    the coverage only
#   tests/mutation.sh --page                the page only, from tests/mutation.json
#
# Each part is one run of Stryker, because Stryker writes its report at the end. Its options are in tests/PROJECT.Tests/stryker-config.json.
# artifacts/mutation/PROJECT/PART/reports/mutation-report.html shows each mutant in the source.
set -euo pipefail
shopt -s globstar
# Patterns of files are for Stryker, not for the shell.
set -o noglob
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_TieredPGO=0 UseSharedCompilation=true
reports=$PWD/artifacts/mutation

declare -A folders=(
  [Extractor]="Assignment Decision Scoring Text Values"
  [Ingest]="Upload Idempotency Images"
)

# The last commit that changed what is measured.
state() {
  local paths=("services/$1" shared rules models "tests/$1.Tests" tests/shared Directory.Packages.props) changes
  changes=$(git status --porcelain -- "${paths[@]}" | wc -l)
  git log -1 --format="%h$([ "$changes" -eq 0 ] || echo ' and uncommitted changes')" -- "${paths[@]}"
}

# The commit, and whether files changed during the run.
label() { [ "$(state "$1")" == "$2" ] && echo "$2" || echo "$2, changed during the run"; } # project state-before

mutate() { # project part
  local part patterns=() files=() name=${2//[^A-Za-z]/-} out tree
  # The name of a folder has at most 255 bytes.
  [ "${#name}" -le 100 ] || name=${name:0:80}-$(cksum <<<"$2" | cut -d' ' -f1)
  out=$reports/$1/$name
  tree=$(state "$1")
  for part in ${2//,/ }; do
    [ -d "services/$1/$part" ] && part=$part/**/*
    compgen -G "services/$1/$part.cs" >/dev/null || { echo "services/$1 has no $part" >&2; exit 2; }
    mapfile -t -O "${#files[@]}" files < <(cd "services/$1" && compgen -G "$part.cs")
    patterns+=(--mutate "$part.cs")
  done
  rm -rf "$out"
  (cd "tests/$1.Tests" && dotnet stryker --skip-version-check "${patterns[@]}" --output "$out")
  tests/mutation.py mutants "$1" "$(label "$1" "$tree")" "$out/reports/mutation-report.json" "${files[@]}"
}

coverage() { # project
  local out=$reports/$1/coverage tree note=
  tree=$(state "$1")
  rm -rf "$out"
  # A build of its own: that of Stryker contains mutants.
  dotnet build "tests/$1.Tests" -c Release -v quiet "-p:ArtifactsPath=$PWD/artifacts/coverage"
  dotnet test "tests/$1.Tests" -c Release --no-build --collect "XPlat Code Coverage" --results-directory "$out" "-p:ArtifactsPath=$PWD/artifacts/coverage" \
    || note=", with failing tests"
  find "$out" -name coverage.cobertura.xml -exec mv {} "$out" \;
  tests/mutation.py coverage "$1" "$(label "$1" "$tree")$note" "$out/coverage.cobertura.xml"
}

project() { # project part…
  local name=$1 part; shift
  for part in "$@"; do mutate "$name" "$part"; done
}

dotnet tool restore >/dev/null
case "${1-}" in
  '') for name in Extractor Ingest; do project "$name" ${folders[$name]}; coverage "$name"; done ;;
  --page) tests/mutation.py page ;;
  Extractor | Ingest)
    case "${2-}" in
      '') project "$1" ${folders[$1]}; coverage "$1" ;;
      --coverage) coverage "$1" ;;
      *) project "$@" ;;
    esac ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
