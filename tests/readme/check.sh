#!/usr/bin/env bash
# Runs the examples of the READMEs: starts ./run.sh on a free port with a new folder, then executes every block
# that follows a line `<!-- run -->`, in order, with the documented address replaced by the real one. A block fails when
# one of its commands fails (curl gets an option to fail on HTTP errors).
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
# Without rate limits, because this script runs all blocks within one minute and a reader does not.
limits=(RATE_LIMIT_{PER_MINUTE,PER_HOUR,BURST,UPLOAD_PER_MINUTE,PROCESS_PER_MINUTE,COST_PER_MINUTE,REVIEW_PER_MINUTE}=0)
env "${limits[@]}" PORT=0 DATA_DIR="$work/data" ./run.sh >"$work/run.log" 2>&1 &
server=$!
trap 'kill -TERM "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$work"' EXIT

address=
for _ in $(seq 1 300); do
  address=$(sed -nE 's/.*Ready: (http:[^ ]+).*/\1/p' "$work/run.log" | head -n 1)
  [ -n "$address" ] && curl -fsS "${address%/}/health/ready" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || { cat "$work/run.log"; echo "run.sh ended"; exit 1; }
  sleep 1
done

# The blocks import the clients by name.
mkdir -p "$work/node_modules" && ln -s "$PWD/clients/js" "$work/node_modules/ocr-recibos"
export PYTHONPATH=$PWD/clients/python

run_block() {
  case "$1" in
    *.bash) sed -i 's#\bcurl #curl --fail-with-body #g; 1i set -euo pipefail' "$1"; bash "$1" ;;
    *.python) /usr/bin/python3 "$1" ;;
    *.js) cp "$1" "$work/block.mjs" && node "$work/block.mjs" ;;
    *) echo "$1: no language that is known here"; return 1 ;;
  esac
}

for page in README.md docs/api.md clients/python/README.md clients/js/README.md; do
  blocks=$(mktemp -d -p "$work")
  awk -v dir="$blocks" '/^<!-- run -->$/ { marked = 1; next }
    marked && /^```/ { file = sprintf("%s/%03d.%s", dir, ++n, substr($0, 4)); printf "" > file; inside = 1; marked = 0; next }
    inside && /^```$/ { inside = 0; close(file); next }
    inside { print >> file }' "$page"
  count=0
  for block in "$blocks"/*; do
    sed -i "s#http://localhost:5000#${address%/}#g" "$block"
    echo "--- $page: $(basename "$block")"; cat "$block"
    run_block "$block" || { echo "the block above failed"; exit 1; }
    count=$((count + 1))
  done
  echo "$page: $count blocks"
  [ "$count" -ge 2 ] || exit 1
done
