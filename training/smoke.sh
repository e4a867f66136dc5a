#!/usr/bin/env bash
# A tiny run of every training script: four pages, twenty steps of each network, export, fit, evaluation. Proves that they
# run, not that they learn. Uses a cache of its own, so that it never touches real checkpoints. About three minutes.
set -euo pipefail
cd "$(dirname "$0")"

python=/usr/bin/python3
missing=$(grep -v '^#' requirements.apt)
$python -c 'import torch, torchvision, onnx, cv2, PIL, pyclipper' 2>/dev/null && missing=
command -v chromium >/dev/null || missing="$missing chromium"
command -v npm >/dev/null || missing="$missing npm"
if [ -n "${missing// /}" ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

export RECEIPTS_CACHE="${SMOKE_CACHE:-$(mktemp -d)}"
trap '[ -n "${SMOKE_CACHE:-}" ] || rm -rf "$RECEIPTS_CACHE"' EXIT

$python -m receipts.fonts
$python -m receipts.render --split train --count 4 --seed 7 --clean --out "$RECEIPTS_CACHE/smoke"
$python train_recognizer.py --steps 20 --batch 8 --crops 0.5 --pages "$RECEIPTS_CACHE/smoke"
$python train_detector.py --steps 20 --batch 2 --rendered 0.5 --pages "$RECEIPTS_CACHE/smoke"
$python fit_detector.py --set smoke --limit 4
$python calibrate.py --set smoke --limit 4
$python -W ignore export.py --out "$RECEIPTS_CACHE/pack" --version 0.0.0 --pages "$RECEIPTS_CACHE/smoke"
$python evaluate.py --pack "$RECEIPTS_CACHE/pack" --set smoke --limit 4 --json "$RECEIPTS_CACHE/smoke.json"
$python -W ignore -m onnxtr.export --out "$RECEIPTS_CACHE/onnxtr-mobilenet"
$python -W ignore -m onnxtr.export --out "$RECEIPTS_CACHE/onnxtr-vgg" --recognizer crnn_vgg16_bn
$python -m unittest
echo "smoke run: all scripts ran"
