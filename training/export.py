"""Writes a model pack from the checkpoints, as int8: python3 export.py [--out ../models/compact] [--version 1.0.0] [--float]."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch

import quantize
from ocr import config, networks, schedule
from reference import detection, graph

OPSET = 13
DESCRIPTION = "Detector and recognisers of words in receipts and screenshots, Spanish and English, trained on rendered pages only."
SHAPES = {  # of an example, and the free axes of input and output
    "detector": ((1, 1, 96, 64), {0: "n", 2: "h", 3: "w"}, {0: "n", 2: "h2", 3: "w2"}),
    "recognizer": ((2, 1, 32, 96), {0: "n", 3: "w"}, {0: "n", 1: "steps"}),
    "recognizer-fast": ((2, 1, 32, 96), {0: "n", 3: "w"}, {0: "n", 1: "steps"}),
}


def export(model, example, path, axes_in, axes_out):
    torch.onnx.export(
        model, example, str(path), opset_version=OPSET, input_names=["input"], output_names=["logits"],
        dynamic_axes={"input": axes_in, "logits": axes_out}, do_constant_folding=True,
    )  # fmt: skip


def check(model, path, shape):
    """Checks that the ONNX file has the network's outputs."""
    values = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    with torch.no_grad():
        expected = model(torch.from_numpy(values)).numpy()
    difference = np.abs(graph.run(graph.load(path), values) - expected).max()
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, largest difference from the network {difference:.1e}")
    if difference > 1e-3:
        raise SystemExit(f"{path.name} does not compute what the network computes")


def manifest(version, hashes, bounded):
    calibrated = calibration()
    recognizer = {
        "input": "input", "output": "logits", "height": config.HEIGHT, "timeStepPixels": config.STEP, "widthBuckets": list(config.BUCKETS),
        "maxWidth": config.MAX_WIDTH, "margin": config.MARGIN, "minStd": config.MIN_STD, "alphabet": config.ALPHABET, "blank": "last",
    }  # fmt: skip
    sections = {
        name: {"file": f"{name}.onnx", "sha256": hashes[name], **recognizer, "calibration": calibrated[name]["calibration"]}
        for name in ("recognizer", "recognizer-fast")
    }
    return {
        "$schema": "../manifest.schema.json",
        "name": "compact",
        "version": version,
        "boundedPairs": bounded,
        "license": "Apache-2.0",
        "description": DESCRIPTION,
        "detector": {
            "file": "detector.onnx", "sha256": hashes["detector"], "input": "input", "output": "logits",
            "stride": detection.STRIDE, "outputStride": detection.CELL, "targetWidths": list(detection.TARGET_WIDTHS),
            "maxSide": detection.MAX_SIDE, "mean": 0.5, "std": 0.5,
            **fitted_values(),
        },
        "recognizer": sections["recognizer"],
        "fastRecognizer": {**sections["recognizer-fast"], "readAgainBelow": calibrated["recognizer-fast"]["trusted"]},
    }  # fmt: skip


def calibration():
    """The result of calibrate.py, or else confidences equal to the least probable character's."""
    path = config.CHECKPOINTS / "calibration.json"
    plain = {"calibration": {"bias": 0.0, "symbol": 1.0, "blank": 0.0, "height": 0.0, "length": 0.0}, "trusted": 0.9}
    return json.loads(path.read_text()) if path.exists() else {"recognizer": plain, "recognizer-fast": plain}


def fitted_values():
    """The result of fit_detector.py, or else the values of an exact network."""
    path = config.CHECKPOINTS / "detector-fit.json"
    default = {"threshold": 0.4, "boxThreshold": 0.6, "unclipRatio": round(detection.SHRINK / (1 - 2 * detection.SHRINK), 3), "minHeight": 5.0}
    return json.loads(path.read_text()) if path.exists() else default


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=config.ROOT / "models" / "compact")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--pages", type=Path, default=config.CACHE / "pages-train", help="rendered pages on which the ranges of int8 are measured")
    parser.add_argument("--float", action="store_true", help="do not quantize the networks")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    hashes = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, (shape, axes_in, axes_out) in SHAPES.items():
            model = networks.BY_NAME[name]().eval()
            print(f"{name}: {schedule.resume(name, model)} samples seen")
            exact, path = Path(scratch) / f"{name}.onnx", options.out / f"{name}.onnx"
            export(model, torch.zeros(shape), exact, axes_in, axes_out)
            check(model, exact, shape)
            if options.float:
                shutil.copy(exact, path)
            else:
                quantize.quantize(exact, path, quantize.inputs(name, options.pages))
            hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    text = json.dumps(manifest(options.version, hashes, not options.float), ensure_ascii=False, indent=2)
    (options.out / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
