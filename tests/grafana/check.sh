#!/usr/bin/env bash
# Checks the dashboards with Grafana's types (npm @grafana/schema). Also verifies that the check finds inserted errors.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules/@grafana/schema ] || npm ci --silent --no-audit --no-fund
trap 'rm -f checked-*.ts checked-*.json' EXIT

compiles() { # dashboard name
  node typed.mjs "$1" "checked-$2.ts"
  npx tsc --noEmit --strict --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022 "checked-$2.ts"
}

for dashboard in ../../deploy/grafana/dashboards/*.json; do
  name=$(basename "$dashboard" .json)
  compiles "$dashboard" "$name"
  echo "$name: as Grafana's types have it"
  for fault in 's/"refresh": "30s"/"refreshh": "30s"/' 's/"graphTooltip": 1/"graphTooltip": "shared"/' '0,/"legend"/s//"legends"/'; do
    sed -E "$fault" "$dashboard" >checked-fault.json
    ! cmp -s "$dashboard" checked-fault.json || { echo "$name has nothing that $fault changes" >&2; exit 1; }
    ! compiles checked-fault.json fault >/dev/null || { echo "$name: $fault was not found" >&2; exit 1; }
  done
done
