"""int8 forms of a pack's networks (static, QDQ): python3 quantize.py --set pages-train --pack ../models/compact

Activations uint8 per tensor, weights int8 per output channel, as ONNX Runtime's guide recommends for convolutions on x64
(onnxruntime.ai, "Quantize ONNX models"). Ranges are measured with a small executor of the few operators these networks use,
on inputs made exactly as the reader makes them: calibrating on other inputs than real ones clips the first layer.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch.nn import functional

PERCENTILE = 99.995  # of a tensor's values; the rest is clipped, or one outlier would cost everybody a bit
SAMPLES = 200_000  # values kept of each tensor and input


def attributes(node):
    return {item.name: helper.get_attribute_value(item) for item in node.attribute}


def convolve(node, x, weight, bias=None):
    said = attributes(node)
    pads, strides = said.get("pads", [0] * 4), said.get("strides", [1] * (x.dim() - 2))
    run = functional.conv2d if x.dim() == 4 else functional.conv1d
    return run(x, weight, bias, strides, pads[: x.dim() - 2])


OPERATORS = {
    "Conv": convolve,
    "Relu": lambda node, x: x.relu(),
    "Add": lambda node, a, b: a + b,
    "Resize": lambda node, x, *_: functional.interpolate(x, scale_factor=2, mode="nearest"),
    "ReduceMean": lambda node, x: x.mean(tuple(attributes(node)["axes"]), keepdim=bool(attributes(node).get("keepdims", 1))),
}


def observed(graph, inputs):
    """name -> (least, most) of every activation that one of OPERATORS makes or takes, over all inputs."""
    constants = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    seen = {}
    for values in inputs:
        known = {**constants, graph.input[0].name: torch.from_numpy(values)}
        note(seen, graph.input[0].name, known[graph.input[0].name])
        for node in graph.node:
            if node.op_type in OPERATORS and node.input[0] in known:
                with torch.no_grad():
                    known[node.output[0]] = OPERATORS[node.op_type](node, *(known.get(name) for name in node.input))
                note(seen, node.output[0], known[node.output[0]])
    return {name: limits(np.concatenate(parts)) for name, parts in seen.items()}


def note(seen, name, values):
    flat = values.flatten()
    picked = torch.randint(0, flat.numel(), (min(SAMPLES, flat.numel()),))
    seen.setdefault(name, []).append(flat[picked].numpy())


def limits(values):
    return min(0.0, float(np.percentile(values, 100 - PERCENTILE))), max(1e-6, float(np.percentile(values, PERCENTILE)))


class Quantizer:
    """Rewrites a float graph: a quantise and a dequantise node around each activation, weights as int8."""

    def __init__(self, model, ranges):
        self.graph, self.ranges, self.nodes, self.quantized = model.graph, ranges, [], {}
        self.weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in self.graph.initializer}
        self.outputs = {output.name for output in self.graph.output}
        self.rectified = {node.input[0] for node in self.graph.node if node.op_type == "Relu"}

    def constant(self, name, value):
        self.graph.initializer.append(numpy_helper.from_array(value, name))
        return name

    def activation(self, name, like=None):
        """The dequantised form of a tensor; `like` names the tensor whose scale it shares."""
        if name not in self.quantized:
            least, most = self.ranges[like or name]
            scale = np.float32((most - least) / 255)
            scales = self.constant(f"{name}_scale", scale)
            zero = self.constant(f"{name}_zero", np.uint8(round(-least / scale)))
            self.nodes.append(helper.make_node("QuantizeLinear", [name, scales, zero], [f"{name}_int8"]))
            self.nodes.append(helper.make_node("DequantizeLinear", [f"{name}_int8", scales, zero], [f"{name}_float"]))
            self.quantized[name] = f"{name}_float"
            self.ranges[f"{name}_float"] = (least, most)
        return self.quantized[name]

    def stored(self, name, values, scale, kind):
        """A constant kept as integers, one scale for each of its first axis."""
        shape = (-1,) + (1,) * (values.ndim - 1)
        most = np.iinfo(kind).max
        whole = np.clip(np.round(values / scale.reshape(shape)), -most, most).astype(kind)
        parts = [
            self.constant(f"{name}_int", whole),
            self.constant(f"{name}_scale", scale.astype(np.float32)),
            self.constant(f"{name}_zero", np.zeros(len(scale), kind)),
        ]
        self.nodes.append(helper.make_node("DequantizeLinear", parts, [name], axis=0))
        return name

    def convolution(self, node):
        x = self.activation(node.input[0])
        least, most = self.ranges[node.input[0]]
        weight = self.weights[node.input[1]]
        scale = np.maximum(np.abs(weight).reshape(len(weight), -1).max(1), 1e-8) / 127
        inputs = [x, self.stored(f"{node.output[0]}_weight", weight, scale, np.int8)]
        if len(node.input) > 2:
            inputs.append(self.stored(f"{node.output[0]}_bias", self.weights[node.input[2]], scale * (most - least) / 255, np.int32))
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

    def run(self):
        for node in list(self.graph.node):
            self.convolution(node) if node.op_type == "Conv" else self.other(node)
        del self.graph.node[:]
        self.graph.node.extend(self.nodes)
        used = {name for node in self.nodes for name in node.input}
        kept = [tensor for tensor in self.graph.initializer if tensor.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)


def final_convolutions(graph):
    """Convolutions whose output nothing rectifies or adds: heads, whose output stays float."""
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
