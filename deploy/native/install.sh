#!/usr/bin/env bash
# Installs the servers that are missing: Debian's RabbitMQ, Redis, PostgreSQL and Node, and the S3 server from npm into this folder.
# Installs the programs in the arguments (prometheus) as well.
set -euo pipefail
cd "$(dirname "$0")"

packages=()
command -v redis-server >/dev/null || packages+=(redis-server)
[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || packages+=(rabbitmq-server)
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || packages+=(postgresql)
command -v npm >/dev/null || packages+=(nodejs npm)
for program in "$@"; do command -v "$program" >/dev/null || packages+=("$program"); done

if [ "${#packages[@]}" -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Please install: ${packages[*]} (on Debian: sudo apt-get install ${packages[*]})" >&2
    exit 1
  fi
  echo "Installing ${packages[*]}…"
  # Prevents the packages from starting servers on their default ports. The scripts of this folder start the servers.
  policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod +x "$policy"; trap 'rm -f "$policy"' EXIT; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  # The servers must not start at boot either. Only servers that this script installed are disabled; others belong to other users.
  for unit in redis-server rabbitmq-server postgresql prometheus; do
    [[ " ${packages[*]} " != *" $unit "* ]] || ! command -v systemctl >/dev/null || systemctl --quiet disable "$unit" 2>/dev/null || true
  done
fi

[ -x node_modules/.bin/s3rver ] || { echo "Installing the S3 server…"; npm ci --silent --no-audit --no-fund; }
