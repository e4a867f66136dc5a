#!/usr/bin/env bash
# check.sh: lists rows without an image and counts images without a row. The exit status is 1 when a row has no image.
set -euo pipefail
source "$(dirname "$0")/common.sh"
ingest check-images
