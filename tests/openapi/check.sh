#!/usr/bin/env bash
# Checks the API description with Redocly and Spectral (npm). Also verifies that each of them finds an inserted error.
set -euo pipefail
cd "$(dirname "$0")"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
[ -d node_modules/@redocly/cli ] && [ -d node_modules/@stoplight/spectral-cli ] || npm ci --silent --no-audit --no-fund
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

redocly() { npx redocly lint --config redocly.yaml "$1"; }
spectral() { npx spectral lint --ruleset .spectral.yaml --fail-severity warn "$1"; }

document=../../services/Gateway/OpenApi/openapi.json
sed 's/"error": true,/"error": "sí",/' "$document" >"$work/wrong.json"
! cmp -s "$document" "$work/wrong.json" || { echo "the document has nothing to insert an error into" >&2; exit 1; }
# Concurrently: each of them takes seconds to start.
names=() pids=()
for linter in redocly spectral; do
  for file in "$document" "$work/wrong.json"; do
    "$linter" "$file" >"$work/$linter-$(basename "$file").log" 2>&1 & pids+=($!); names+=("$linter $(basename "$file")")
  done
done
failed=0
for index in "${!pids[@]}"; do
  status=0; wait "${pids[index]}" || status=$?
  read -r linter file <<<"${names[index]}"
  if [ "$file" = wrong.json ] && [ "$status" -eq 0 ]; then echo "$linter does not find a wrong example" >&2; failed=1; fi
  if [ "$file" != wrong.json ] && [ "$status" -ne 0 ]; then cat "$work/$linter-$file.log" >&2; failed=1; fi
done
exit "$failed"
