#!/usr/bin/env bash
# prometheus.sh FOLDER PORT: serves on loopback until it is stopped, with the rules of deploy/prometheus and the addresses (ocr.json,
# rabbitmq.json) in FOLDER. Stores its data in FOLDER too.
set -euo pipefail
cp "$(dirname "$0")/../prometheus/alerts.yml" "$1/alerts.yml"
cp "$(dirname "$0")/../prometheus/native.yml" "$1/prometheus.yml"
exec prometheus --config.file="$1/prometheus.yml" --storage.tsdb.path="$1/tsdb" --storage.tsdb.retention.time=7d \
  --web.listen-address="127.0.0.1:$2" --enable-feature=exemplar-storage --log.level=warn
