"""int8 forms of a pack's networks (static, QDQ); export.py calls it.

Activations uint8 per tensor, weights int8 per output channel, as ONNX Runtime's guide recommends for convolutions on x64
(onnxruntime.ai, "Quantize ONNX models"). Ranges are measured
on inputs prepared exactly as in the reader: calibration on other inputs clips the first layer.
"""

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

    def stored(self, name, values, scale, kind):
        """A constant stored as integers, with one scale per index of its first axis."""
        shape = (-1,) + (1,) * (values.ndim - 1)
        high = np.iinfo(kind).max
        whole = np.clip(np.round(values / scale.reshape(shape)), -high, high).astype(kind)
        parts = [
            self.constant(f"{name}_int", whole),
            self.constant(f"{name}_scale", scale.astype(np.float32)),
            self.constant(f"{name}_zero", np.zeros(len(scale), kind)),
        ]
        self.nodes.append(helper.make_node("DequantizeLinear", parts, [name], axis=0))
        return name

    def convolution(self, node):
        x = self.activation(node.input[0])
        low, high = self.ranges[node.input[0]]
        weight = self.weights[node.input[1]]
        scale = np.maximum(np.abs(weight).reshape(len(weight), -1).max(1), 1e-8) / 127
        inputs = [x, self.stored(f"{node.output[0]}_weight", weight, scale, np.int8)]
        if len(node.input) > 2:
            inputs.append(self.stored(f"{node.output[0]}_bias", self.weights[node.input[2]], scale * (high - low) / 255, np.int32))
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
