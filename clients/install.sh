#!/usr/bin/env bash
# Installs the missing Debian packages for the tests of the clients and the page: Node, TypeScript, Python with requests,
# mypy, Chromium with its driver.
set -euo pipefail
needed=()
have() { command -v "$1" >/dev/null; }
have node || needed+=(nodejs)
have tsc || needed+=(node-typescript)
[ -x /usr/bin/mypy ] || needed+=(mypy)
/usr/bin/python3 -c 'import requests' 2>/dev/null || needed+=(python3 python3-requests)
have chromium || needed+=(chromium)
have chromedriver || needed+=(chromium-driver)
[ "${#needed[@]}" -eq 0 ] || { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${needed[@]}"; }
