"""Writes a model pack from the checkpoints: python3 export.py [--out ../models/compact] [--version 1.0.0]."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch

from ocr import config, schedule
from ocr.networks import Detector, Recognizer
from reference import detection

OPSET = 13
DESCRIPTION = "Detector and recogniser of words in receipts and screenshots, Spanish and English, trained on rendered pages only."


def export(model, example, path, axes_in, axes_out):
    torch.onnx.export(
        model, example, str(path), opset_version=OPSET, input_names=["input"], output_names=["logits"],
        dynamic_axes={"input": axes_in, "logits": axes_out}, do_constant_folding=True,
    )  # fmt: skip
    save_without_identities(path)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def save_without_identities(path):
    """The exporter shares equal initializers by Identity nodes, which OpenCV cannot read."""
    graph = onnx.load(str(path))
    constants = {tensor.name for tensor in graph.graph.initializer}
    same = {node.output[0]: node.input[0] for node in graph.graph.node if node.op_type == "Identity" and node.input[0] in constants}
    kept = [node for node in graph.graph.node if node.output[0] not in same]
    for node in kept:
        for position, name in enumerate(node.input):
            node.input[position] = same.get(name, name)
    del graph.graph.node[:]
    graph.graph.node.extend(kept)
    onnx.checker.check_model(graph)
    onnx.save(graph, str(path))


def check(model, path, shape):
    """The ONNX file must say what the network says; OpenCV runs it, so that training needs no ONNX Runtime."""
    import cv2

    values = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    net = cv2.dnn.readNetFromONNX(str(path))
    net.setInput(values)
    with torch.no_grad():
        expected = model(torch.from_numpy(values)).numpy()
    difference = np.abs(net.forward().reshape(expected.shape) - expected).max()
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, largest difference from PyTorch {difference:.1e}")
    if difference > 1e-2:
        raise SystemExit(f"{path.name} does not compute what the network computes")


def manifest(version, detector_hash, recognizer_hash, fitted):
    return {
        "$schema": "../manifest.schema.json",
        "name": "compact",
        "version": version,
        "license": "Apache-2.0",
        "description": DESCRIPTION,
        "detector": {
            "file": "detector.onnx", "sha256": detector_hash, "input": "input", "output": "logits",
            "stride": detection.STRIDE, "outputStride": detection.CELL, "targetWidths": [480, 960], "maxSide": 1600, "mean": 0.5, "std": 0.5,
            **fitted,
        },
        "recognizer": {
            "file": "recognizer.onnx", "sha256": recognizer_hash, "input": "input", "output": "logits", "height": config.HEIGHT,
            "timeStepPixels": config.STEP, "widthBuckets": list(config.BUCKETS), "maxWidth": config.MAX_WIDTH, "margin": config.MARGIN,
            "minStd": config.MIN_STD, "alphabet": config.ALPHABET, "blank": "last",
        },
    }  # fmt: skip


def fitted_values():
    """What fit_detector.py found, else the values an exact net would want."""
    path = config.CHECKPOINTS / "detector-fit.json"
    default = {"threshold": 0.4, "boxThreshold": 0.6, "unclipRatio": round(detection.SHRINK / (1 - 2 * detection.SHRINK), 3), "minHeight": 5.0}
    return json.loads(path.read_text()) if path.exists() else default


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=config.ROOT / "models" / "compact")
    parser.add_argument("--version", default="0.1.0")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    hashes = []
    for network, name, shape, axes_in, axes_out in (
        (Detector, "detector", (1, 1, 96, 64), {0: "n", 2: "h", 3: "w"}, {0: "n", 2: "h2", 3: "w2"}),
        (Recognizer, "recognizer", (2, 1, 32, 96), {0: "n", 3: "w"}, {0: "n", 1: "steps"}),
    ):
        model = network().eval()
        print(f"{name}: {schedule.resume(name, model)} samples seen")
        path = options.out / f"{name}.onnx"
        hashes.append(export(model, torch.zeros(shape), path, axes_in, axes_out))
        check(model, path, shape)
    text = json.dumps(manifest(options.version, *hashes, fitted_values()), ensure_ascii=False, indent=2)
    (options.out / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
