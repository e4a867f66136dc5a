"""int8 forms of a pack's networks (static, QDQ); export.py calls it.

Activations uint8 per tensor, weights int8 per output channel, as ONNX Runtime's guide recommends for convolutions on x64
(onnxruntime.ai, "Quantize ONNX models"). A processor without VNNI multiplies pairs of unsigned and signed bytes and adds the two products in 16 bits, where
they can overflow. The weights of two adjacent input channels, which form such a pair, are bounded so that they cannot.
`python3 quantize.py --pack ../models/compact --version 2.2.0` bounds the weights of an existing pack. Ranges are measured
on inputs prepared exactly as in the reader: calibration on other inputs clips the first layer.
"""

import argparse
import hashlib
import json
import random
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from ocr import batches, degrade, rendered
from reference import detection, recognition
from reference.graph import run

PERCENTILE = 99.995  # of a tensor's values; the rest is clipped, because one outlier would reduce the precision of all values
PAIR_LIMIT = 128  # 255 * 128 is the largest sum of two products that fits into 16 bits
SHARES = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.8)  # tried widenings of a scale: a smaller one clips a few pairs and rounds all weights less
SAMPLES = 200_000  # values kept per tensor and input


def inputs(name, pages):
    """Inputs of a network for calibration: 24 pages, or 40 batches of 16 words of one width."""
    random.seed(1)
    np.random.seed(1)
    torch.manual_seed(1)
    return list(page_inputs(pages, 24) if name == "detector" else word_inputs(pages, 40))


def page_inputs(folder, count):
    pages = rendered.Pages(folder)
    for _ in range(count):
        gray, _ = pages.sample()
        width = random.choice((400, 480, 480, 640))
        scaled = detection.resize(gray, *detection.scaled_size(gray.shape[1], gray.shape[0], width, detection.MAX_SIDE))
        yield detection.to_input(degrade.jpeg(scaled, random.randint(30, 90)) if random.random() < 0.6 else scaled)


def word_inputs(folder, count):
    source, waiting, made = batches.Source(0.6, folder), {}, 0
    while made < count:
        pixels, _ = source()
        words = waiting.setdefault(degrade.bucket(pixels.shape[1]), [])
        words.append(pixels)
        if len(words) == 16:
            yield recognition.to_input(words)
            words.clear()
            made += 1


def observed(graph, inputs):
    """name -> (minimum, maximum) of every float tensor, over all inputs."""
    seen = {}
    for values in inputs:
        run(graph, values, lambda name, tensor: note(seen, name, tensor))
    return {name: limits(np.concatenate(parts)) for name, parts in seen.items()}


def note(seen, name, values):
    flat = values.flatten()
    picked = torch.randint(0, flat.numel(), (min(SAMPLES, flat.numel()),))
    seen.setdefault(name, []).append(flat[picked].numpy())


def limits(values):
    return min(0.0, float(np.percentile(values, 100 - PERCENTILE))), max(1e-6, float(np.percentile(values, PERCENTILE)))


def pair_sums(values):
    """[O, I/2, K]: of each pair of adjacent input channels the larger of the sums of its positive and of its negative weights."""
    pairs = values.reshape(values.shape[0], values.shape[1] // 2, 2, -1)
    return np.maximum(np.maximum(pairs, 0).sum(2), np.maximum(-pairs, 0).sum(2))


def bounded(values):
    """Integer weights [O, I, ...] with every pair sum at most PAIR_LIMIT, by reducing the larger weight of a pair first."""
    pairs = values.reshape(values.shape[0], values.shape[1] // 2, 2, -1).astype(int)
    for sign in (1, -1):
        while True:
            same = np.maximum(sign * pairs, 0)
            over = same.sum(2) > PAIR_LIMIT
            if not over.any():
                break
            first = over & (same[:, :, 0] >= same[:, :, 1])
            pairs[:, :, 0][first] -= sign
            pairs[:, :, 1][over & ~first] -= sign
    return pairs.reshape(values.shape)


def narrowed(weight, scale):
    """Weights as integers with bounded pair sums, and the scale of each output channel with the least squared error."""
    shape = (-1,) + (1,) * (weight.ndim - 1)
    needed = np.maximum(1, pair_sums(weight / scale.reshape(shape)).reshape(len(weight), -1).max(1) / PAIR_LIMIT)
    whole, best, least = np.zeros(weight.shape, np.int8), scale.copy(), np.full(len(weight), np.inf)
    for share in SHARES:
        wider = scale * np.maximum(1, needed * share)
        tried = bounded(np.clip(np.round(weight / wider.reshape(shape)), -127, 127))
        error = ((tried * wider.reshape(shape) - weight) ** 2).reshape(len(weight), -1).sum(1)
        better = error < least
        whole[better], best[better], least[better] = tried[better], wider[better], error[better]
    return whole, best


class Quantizer:
    """Rewrites a float graph: a quantize and a dequantize node around each activation, weights as int8."""

    def __init__(self, model, ranges):
        self.graph, self.ranges, self.nodes, self.quantized = model.graph, ranges, [], {}
        self.weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in self.graph.initializer}
        self.outputs = {output.name for output in self.graph.output}
        self.rectified = {node.input[0] for node in self.graph.node if node.op_type == "Relu"}

    def constant(self, name, value):
        self.graph.initializer.append(numpy_helper.from_array(value, name))
        return name

    def activation(self, name, like=None):
        """The dequantized form of a tensor; `like` names the tensor whose scale it shares."""
        if name not in self.quantized:
            low, high = self.ranges[like or name]
            scale = np.float32((high - low) / 255)
            scales = self.constant(f"{name}_scale", scale)
            zero = self.constant(f"{name}_zero", np.uint8(round(-low / scale)))
            self.nodes.append(helper.make_node("QuantizeLinear", [name, scales, zero], [f"{name}_int8"]))
            self.nodes.append(helper.make_node("DequantizeLinear", [f"{name}_int8", scales, zero], [f"{name}_float"]))
            self.quantized[name] = f"{name}_float"
            self.ranges[f"{name}_float"] = (low, high)
        return self.quantized[name]

    def stored(self, name, whole, scale):
        """A constant stored as integers, with one scale per index of its first axis."""
        parts = [
            self.constant(f"{name}_int", whole),
            self.constant(f"{name}_scale", scale.astype(np.float32)),
            self.constant(f"{name}_zero", np.zeros(len(scale), whole.dtype)),
        ]
        self.nodes.append(helper.make_node("DequantizeLinear", parts, [name], axis=0))
        return name

    def convolution(self, node):
        x = self.activation(node.input[0])
        low, high = self.ranges[node.input[0]]
        weight = self.weights[node.input[1]]
        whole, scale = narrowed(weight, np.maximum(np.abs(weight).reshape(len(weight), -1).max(1), 1e-8) / 127)
        inputs = [x, self.stored(f"{node.output[0]}_weight", whole, scale)]
        if len(node.input) > 2:
            bias = np.round(self.weights[node.input[2]] / (scale * (high - low) / 255)).astype(np.int32)
            inputs.append(self.stored(f"{node.output[0]}_bias", bias, scale * (high - low) / 255))
        made = helper.make_node("Conv", inputs, node.output)
        made.attribute.extend(node.attribute)
        self.nodes.append(made)
        if node.output[0] not in self.outputs and node.output[0] not in self.rectified and node.output[0] in self.ranges:
            self.activation(node.output[0])

    def other(self, node):
        kept = onnx.NodeProto()
        kept.CopyFrom(node)
        for index, name in enumerate(node.input):
            kept.input[index] = self.quantized.get(name, name)
        self.nodes.append(kept)
        if node.op_type in ("Relu", "Add", "Resize") and node.output[0] not in self.outputs:
            self.activation(node.output[0], like=node.input[0] if node.op_type == "Resize" else None)

    def is_worth_it(self, node):
        """Whether a node is a convolution of more than the image's one channel, which is faster in float."""
        return node.op_type == "Conv" and self.weights[node.input[1]].shape[1] > 1

    def run(self):
        for node in list(self.graph.node):
            self.convolution(node) if self.is_worth_it(node) else self.other(node)
        del self.graph.node[:]
        self.graph.node.extend(self.nodes)
        used = {name for node in self.nodes for name in node.input}
        kept = [tensor for tensor in self.graph.initializer if tensor.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)


def final_convolutions(graph):
    """Convolutions whose output is neither rectified nor added: heads, whose output stays float."""
    used = {}
    for node in graph.node:
        for name in node.input:
            used.setdefault(name, []).append(node.op_type)
    return {node.output[0] for node in graph.node if node.op_type == "Conv" and not set(used.get(node.output[0], [])) & {"Relu", "Add", "Resize"}}


def quantize(source, target, inputs):
    """Writes the int8 form of an ONNX file, calibrated on a list of float32 inputs."""
    model = onnx.load(str(source))
    ranges = observed(model.graph, inputs)
    for name in final_convolutions(model.graph):
        ranges.pop(name, None)
    Quantizer(model, ranges).run()
    onnx.checker.check_model(model)
    onnx.save(model, str(target))
    print(f"{Path(target).name}: {Path(target).stat().st_size / 1e6:.2f} MB")


def bound(path):
    """Bounds the weights of an int8 file; returns its new hash. The ranges of its activations stay."""
    model = onnx.load(str(path))
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    values = {name: numpy_helper.to_array(tensor) for name, tensor in stored.items()}
    for name in [name for name in stored if name.endswith("_weight_int")]:
        layer = name.removesuffix("_weight_int")
        weight, scale = values[name].astype(float), values[f"{layer}_weight_scale"]
        whole, wider = narrowed(weight, np.ones(len(weight)))
        changed = {name: whole, f"{layer}_weight_scale": (scale * wider).astype(np.float32)}
        if f"{layer}_bias_int" in stored:
            changed[f"{layer}_bias_int"] = np.round(values[f"{layer}_bias_int"] / wider).astype(np.int32)
            changed[f"{layer}_bias_scale"] = (values[f"{layer}_bias_scale"] * wider).astype(np.float32)
        for changed_name, value in changed.items():
            stored[changed_name].CopyFrom(numpy_helper.from_array(value, changed_name))
    onnx.save(model, str(path))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    parser = argparse.ArgumentParser(description="Bounds the weights of a pack in its place.")
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--version", required=True, help="the new version of the pack")
    options = parser.parse_args()
    path = options.pack / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    flag = "" if "boundedPairs" in manifest else ',\n  "boundedPairs": true'
    text = path.read_text(encoding="utf-8").replace(f'"version": "{manifest["version"]}"', f'"version": "{options.version}"{flag}')
    for section in ("detector", "recognizer", "fastRecognizer"):
        text = text.replace(manifest[section]["sha256"], bound(options.pack / manifest[section]["file"]))
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
