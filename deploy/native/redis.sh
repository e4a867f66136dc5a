#!/usr/bin/env bash
# redis.sh FOLDER PORT: serves on loopback until it is stopped. It is a cache: it stores nothing on disk and evicts the oldest entries.
set -euo pipefail
mkdir -p "$1"
exec redis-server --port "$2" --bind 127.0.0.1 --dir "$1" --save '' --appendonly no \
  --maxmemory "${REDIS_MAX_MEMORY:-256mb}" --maxmemory-policy allkeys-lru --daemonize no
