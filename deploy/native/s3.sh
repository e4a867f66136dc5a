#!/usr/bin/env bash
# s3.sh FOLDER PORT: serves the bucket "receipts" on loopback until it is stopped; key and secret "S3RVER". The server is for
# tests: in production S3_ENDPOINT names a real one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
exec node "$here/node_modules/s3rver/bin/s3rver.js" -d "$1" -a 127.0.0.1 -p "$2" --no-vhost-buckets --silent --configure-bucket receipts
