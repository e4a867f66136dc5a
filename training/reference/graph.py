"""Runs an ONNX graph of the few operators of these networks, float or int8, on PyTorch: to check an export, and to inspect its activations."""

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch.nn import functional


def attributes(node):
    return {item.name: helper.get_attribute_value(item) for item in node.attribute}


def convolve(node, x, weight, bias=None):
    said = attributes(node)
    pads, strides = said.get("pads", [0] * 4), said.get("strides", [1] * (x.dim() - 2))
    run = functional.conv2d if x.dim() == 4 else functional.conv1d
    return run(x, weight, bias, strides, pads[: x.dim() - 2])


def quantized(node, x, scale, zero):
    bounds = torch.iinfo(zero.dtype)
    return (torch.round(x / scale) + zero).clamp(bounds.min, bounds.max)


def dequantized(node, x, scale, zero):
    """Per tensor, or per index of the axis that the node names."""
    if scale.dim():
        shape = [-1 if axis == attributes(node)["axis"] else 1 for axis in range(x.dim())]
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    return (x.float() - zero.float()) * scale


OPERATORS = {
    "QuantizeLinear": quantized,
    "DequantizeLinear": dequantized,
    "Conv": convolve,
    "Relu": lambda node, x: x.relu(),
    "Add": lambda node, a, b: a + b,
    "Resize": lambda node, x, *_: functional.interpolate(x, scale_factor=2, mode="nearest"),
    "ReduceMean": lambda node, x: x.mean(tuple(attributes(node)["axes"]), keepdim=bool(attributes(node).get("keepdims", 1))),
    "DepthToSpace": lambda node, x: functional.pixel_shuffle(x, attributes(node)["blocksize"]),
    "Transpose": lambda node, x: x.permute(attributes(node)["perm"]),
    "Constant": lambda node: torch.from_numpy(np.array(numpy_helper.to_array(attributes(node)["value"]))),
    "Shape": lambda node, x: torch.tensor(x.shape),
    "Gather": lambda node, x, index: x[index],
    "Unsqueeze": lambda node, x, axes: x[None],
    "Concat": lambda node, *parts: torch.cat(parts, attributes(node)["axis"]),
    "Reshape": lambda node, x, shape: x.reshape(shape.tolist()),
}


def run(graph, values, see=lambda name, tensor: None):
    """The output for a float32 array; `see` is called with the input and every float tensor that a node outputs."""
    known = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    known[graph.input[0].name] = torch.from_numpy(values)
    see(graph.input[0].name, known[graph.input[0].name])
    for node in graph.node:
        with torch.no_grad():
            made = OPERATORS[node.op_type](node, *(known[name] if name else None for name in node.input))
        known[node.output[0]] = made
        if made.is_floating_point():
            see(node.output[0], made)
    return known[graph.output[0].name].numpy()


def load(path):
    return onnx.load(str(path)).graph
