#!/usr/bin/env bash
# Makes data.tar.gz: the DATA_DIR of an earlier release, for tests/EndToEnd/UpgradeTests.
#
#   tests/assets/upgrade/make.sh COMMIT
#
# It contains a finished batch of three receipts, a batch of two that the process left unread when it was killed, and one receipt in no batch.
set -euo pipefail
commit=${1:?a commit is needed}
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'kill -9 "$server" 2>/dev/null || true; git -C "$root" worktree remove --force "$work/source"; rm -rf "$work"' EXIT
git -C "$root" worktree add -q --detach "$work/source" "$commit"
dotnet build "$work/source/services/Standalone" -c Release -v quiet >/dev/null
images=("$root"/tests/assets/conditions/{clean,narrow}/*.[jp][pn]g)
address=http://127.0.0.1:5977

serve() { # OCR_PARALLELISM
  DATA_DIR="$work/data" PORT=5977 READ_AHEAD=false OCR_PARALLELISM=1 dotnet "$work/source/artifacts/bin/Ocr.Standalone/release/Ocr.Standalone.dll" >"$work/log" 2>&1 &
  server=$!
  until curl -fs "$address/api/health" >/dev/null; do kill -0 "$server" || { cat "$work/log"; exit 1; }; sleep 0.5; done
}

upload() { # first image, last image
  local number
  for number in $(seq "$1" "$2"); do
    curl -fs "$address/api/upload" -F "files=@${images[number]}" -F numerosorteo=A -F fechasorteo=20260328 -F "idWhatsapp=$((1000 + number))@lid" \
      -F "nombre=Persona $number" -F horamin=14-30 >/dev/null
  done
}

serve
upload 0 2
curl -fs "$address/api/ocr/process_batch" -H 'Content-Type: application/json' -d '{}' >/dev/null
upload 3 4
curl -fs "$address/api/ocr/process_batch" -H 'Content-Type: application/json' -H 'Prefer: respond-async' -d '{}' >/dev/null
upload 5 5
kill -9 "$server"
rm -f "$work"/data/*.lock "$work"/data/*.owner
git -C "$root" rev-parse "$commit" >"$work/data/release.txt"
tar -C "$work/data" -czf "$root/tests/assets/upgrade/data.tar.gz" .
ls -l "$root/tests/assets/upgrade/data.tar.gz"
