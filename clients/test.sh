#!/usr/bin/env bash
# Runs the tests of both clients on the built Standalone, and checks their types.
set -euo pipefail
cd "$(dirname "$0")"
./install.sh
(cd python && /usr/bin/mypy && /usr/bin/python3 -m unittest discover -t . -s tests)
(cd js && tsc --noEmit --strict --target es2022 --lib es2022,dom --moduleResolution node test/types.ts && node --test test/*.test.js)
