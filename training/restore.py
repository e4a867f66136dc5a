"""Writes checkpoints from a model pack, so that training can go on from it: python3 restore.py [--pack ../models/compact].

A pack stores convolutions into which batch normalization was folded. Here each normalization becomes the identity plus the folded bias. Train such a
checkpoint with `--frozen-norms`: the statistics of batches would change what the network computes.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

import export
from ocr import config, networks, schedule
from reference import graph

SECTIONS = {"detector": "detector", "recognizer": "recognizer", "recognizer-fast": "fastRecognizer"}  # checkpoint: section of the manifest
SHAPES = {name: shape for name, (shape, *_) in export.SHAPES.items()}


def convolutions(path):
    """(weight, bias or None) of every convolution of an ONNX file, int8 or float, in the order in which they run."""
    found, run = [], graph.OPERATORS["Conv"]

    def convolve(node, x, weight, bias=None):
        found.append((weight, bias))
        return run(node, x, weight, bias)

    graph.OPERATORS["Conv"] = convolve
    try:
        loaded = graph.load(path)
        graph.run(loaded, np.zeros(SHAPES[Path(path).stem], np.float32))
    finally:
        graph.OPERATORS["Conv"] = run
    return found


def in_order(model, shape):
    """The model's convolutions in the order in which they run."""
    order = []
    layers = [layer for layer in model.modules() if isinstance(layer, (nn.Conv1d, nn.Conv2d))]
    hooks = [layer.register_forward_hook(lambda layer, *_: order.append(layer)) for layer in layers]
    with torch.no_grad():
        model(torch.zeros(shape))
    for hook in hooks:
        hook.remove()
    return order


def restore(name, path):
    """The network of an ONNX file."""
    model = networks.BY_NAME[name]().eval()
    norms = {block[0]: block[1] for block in model.modules() if isinstance(block, nn.Sequential) and len(block) == 3 and isinstance(block[1], nn.BatchNorm2d)}
    layers, stored = in_order(model, SHAPES[name]), convolutions(path)
    if [layer.weight.shape for layer in layers] != [weight.shape for weight, _ in stored]:
        raise SystemExit(f"{path} is not the network {name}")
    for layer, (weight, bias) in zip(layers, stored):
        layer.weight.data = weight.clone()
        if layer in norms:
            norm = norms[layer]
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.data.fill_(1)
            norm.bias.data = bias.clone()
        else:
            layer.bias.data = bias.clone()
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", type=Path, default=config.ROOT / "models" / "compact")
    options = parser.parse_args()
    manifest = json.loads((options.pack / "manifest.json").read_text(encoding="utf-8"))
    for name, section in SECTIONS.items():
        path = options.pack / manifest[section]["file"]
        model = restore(name, path)
        values = np.random.default_rng(1).normal(size=SHAPES[name]).astype(np.float32)
        with torch.no_grad():
            difference = np.abs(model(torch.from_numpy(values)).numpy() - graph.run(graph.load(path), values)).mean()
        schedule.save(name, model, torch.optim.AdamW(model.parameters()), 0)
        print(f"{name}: mean difference from the pack's outputs {difference:.2e}")
    write("detector-fit", {key: manifest["detector"][key] for key in ("threshold", "boxThreshold", "unclipRatio", "minHeight")})
    recognizers = {name: manifest[section] for name, section in SECTIONS.items() if name != "detector"}
    write("calibration", {name: {"calibration": said["calibration"], "trusted": said.get("readAgainBelow", 1.0)} for name, said in recognizers.items()})


def write(name, values):
    (config.CHECKPOINTS / f"{name}.json").write_text(json.dumps(values) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
