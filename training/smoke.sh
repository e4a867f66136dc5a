#!/usr/bin/env bash
# A small run of every training script: four pages, twenty steps per network, export, fit, evaluation. It tests that they
# run, not that they learn. It uses its own cache and never changes real checkpoints. About three minutes.
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
$python restore.py --pack "$RECEIPTS_CACHE/pack"
$python train_detector.py --steps 2 --batch 2 --frozen-norms --pages "$RECEIPTS_CACHE/smoke"
$python -W ignore -m onnxtr.export --out "$RECEIPTS_CACHE/onnxtr-mobilenet"
$python -W ignore -m onnxtr.export --out "$RECEIPTS_CACHE/onnxtr-vgg" --recognizer crnn_vgg16_bn

# The field model: documents, training, export, evaluation, calibration.
dotnet build fields/Documents -c Release -v quiet
documents="dotnet ../artifacts/bin/Ocr.FieldDocuments/release/field-documents.dll"
rules=../rules/extraction_rules.json
$documents --rules $rules --out "$RECEIPTS_CACHE/fields/train.bin" --count 60 --seed 1
$documents --rules $rules --out "$RECEIPTS_CACHE/fields/layouts.bin" --count 60 --seed 2 --split Layouts
$python fields/train.py --shards "$RECEIPTS_CACHE/fields/train.bin" --held-out "$RECEIPTS_CACHE/fields/layouts.bin" --out "$RECEIPTS_CACHE/fields/run.pt" --steps 10 --batch 8
$python -W ignore fields/export.py --checkpoint "$RECEIPTS_CACHE/fields/run.pt" --held-out "$RECEIPTS_CACHE/fields/layouts.bin" --out "$RECEIPTS_CACHE/fields/pack" --version 0.0.0
$documents evaluate --rules $rules --count 40 --seed 3 --split Layouts --pack "$RECEIPTS_CACHE/fields/pack" --samples "$RECEIPTS_CACHE/fields/samples.csv"
$python fields/calibrate.py --samples "$RECEIPTS_CACHE/fields/samples.csv" --pack "$RECEIPTS_CACHE/fields/pack"
$python -m unittest
echo "smoke run: all scripts ran"
