#!/usr/bin/env bash
# Runs the README's commands as a reader would: starts ./run.sh on a free port with a folder of its own, then
# executes every ```bash block that follows a line `<!-- run -->`, in order, with the documented address replaced
# by that port. A block fails when a command of it fails (curl is told to fail on HTTP errors).
set -uo pipefail
cd "$(dirname "$0")/../.."
port=${README_PORT:-5917}
data=$(mktemp -d)
blocks=$(mktemp -d)
PORT=$port DATA_DIR=$data ./run.sh >"$data/run.log" 2>&1 &
server=$!
trap 'kill -TERM "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$data" "$blocks"' EXIT

for _ in $(seq 1 300); do
  curl -fsS "http://localhost:$port/api/health" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || { cat "$data/run.log"; echo "run.sh ended"; exit 1; }
  sleep 1
done

awk -v dir="$blocks" '/^<!-- run -->$/ { marked = 1; next }
  marked && /^```bash$/ { file = sprintf("%s/%03d.sh", dir, ++n); print "set -euo pipefail" > file; inside = 1; marked = 0; next }
  inside && /^```$/ { inside = 0; close(file); next }
  inside { print >> file }' README.md

count=0
for block in "$blocks"/*.sh; do
  sed -i "s#localhost:5000#localhost:$port#g; s#\bcurl #curl --fail-with-body #g" "$block"
  echo "--- $(basename "$block")"; cat "$block"
  bash "$block" || { echo "the block above failed"; exit 1; }
  count=$((count + 1))
done
echo "$count blocks"
[ "$count" -ge 3 ]
