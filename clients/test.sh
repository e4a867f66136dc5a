#!/usr/bin/env bash
# The tests of both clients against the built Standalone, and the checks of their types.
set -euo pipefail
cd "$(dirname "$0")"
./install.sh
(cd python && /usr/bin/mypy && /usr/bin/python3 -m unittest discover -t . -s tests)
(cd js && tsc --noEmit --strict --target es2022 --lib es2022,dom --moduleResolution node test/types.ts && node --test test/*.test.js)
