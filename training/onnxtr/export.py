"""Writes a pack of docTR's networks under OnnxTR's contract: python3 -m onnxtr.export --out FOLDER [--recognizer crnn_vgg16_bn].

The weights are untrained (seeded), unless checkpoints of these networks are given. The pack shows that the graphs load
and run; it cannot read text.
"""

import argparse
import hashlib
from pathlib import Path

import torch
from torch import nn

from . import networks

OPSET = 14


def settle(model, example):
    """Sets the batch norms of an untrained network to the statistics of an example, so that its outputs neither vanish nor explode."""
    for layer in model.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.momentum = None
    model.train()
    with torch.no_grad():
        model(example)
    return model.eval()


def export(model, example, folder, arch):
    """Writes folder/arch-HASH.onnx: input "input", output "logits", only the batch axis free."""
    path = folder / f"{arch}.onnx"
    torch.onnx.export(
        model, example, str(path), opset_version=OPSET, input_names=["input"], output_names=["logits"],
        dynamic_axes={"input": {0: "batch_size"}, "logits": {0: "batch_size"}}, do_constant_folding=True,
    )  # fmt: skip
    return path.rename(folder / f"{arch}-{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}.onnx")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recognizer", choices=["crnn_mobilenet_v3_small", "crnn_vgg16_bn"], default="crnn_mobilenet_v3_small")
    parser.add_argument("--detector-weights", type=Path, help="state_dict of networks.db_mobilenet_v3_large()")
    parser.add_argument("--recognizer-weights", type=Path, help="state_dict of the recognizer")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    pair = (
        ("db_mobilenet_v3_large", (1, 3, 1024, 1024), args.detector_weights),
        (args.recognizer, (2, 3, 32, 128), args.recognizer_weights),
    )
    for arch, shape, weights in pair:
        model, example = getattr(networks, arch)(), torch.randn(shape)
        if weights:
            model.load_state_dict(torch.load(weights, map_location="cpu"))
            model.eval()
        else:
            settle(model, example)
        path = export(model, example, args.out, arch)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
