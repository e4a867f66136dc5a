#!/usr/bin/env bash
# Runs the tests of the clients in Python and JavaScript on the built Standalone, concurrently, and checks their types.
set -uo pipefail
cd "$(dirname "$0")"
./install.sh || exit 1
export DOTNET_TieredPGO=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
(cd python && /usr/bin/mypy && /usr/bin/python3 -m unittest discover -t . -s tests) >"$log" 2>&1 &
python=$!
(cd js && tsc --noEmit --strict --target es2022 --lib es2022,dom --moduleResolution node test/types.ts && node --test --test-reporter=spec test/*.test.js)
js=$?
wait "$python"
python=$?
cat "$log"
[ "$js" -eq 0 ] && [ "$python" -eq 0 ]
