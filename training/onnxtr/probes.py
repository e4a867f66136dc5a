"""Untrained graphs with predictable outputs, under OnnxTR's contract: they compare the C# reader with the reference."""

import torch
from torch import nn
from torch.nn import functional

from reference.onnxtr import CROP_MEAN, CROP_STD, FRENCH, PAGE_MEAN, PAGE_STD


class BlueInk(nn.Module):
    """Classifies pixels as text that are more blue than red: [N,3,H,W] to logits [N,1,H,W]. White, gray and black padding are not text."""

    def forward(self, pages):
        red = pages[:, 0:1] * PAGE_STD[0] + PAGE_MEAN[0]
        blue = pages[:, 2:3] * PAGE_STD[2] + PAGE_MEAN[2]
        joined = functional.max_pool2d(blue - red, (3, 13), stride=1, padding=(1, 6))
        return 24.0 * functional.avg_pool2d(joined, 3, stride=1, padding=1, count_include_pad=False) - 6.02


class Strokes(nn.Module):
    """One class per four columns by a random projection of the strokes there: [N,3,32,128] to logits [N,32,127].

    Constant rows have no influence, so that a uniform area and the padding below give the blank.
    """

    def __init__(self, seed):
        super().__init__()
        classes = len(FRENCH) + 1
        weights = torch.randn(classes, 48, generator=torch.Generator().manual_seed(seed))
        weights -= weights.mean(1, keepdim=True)
        weights[-1] = 0
        self.weights = nn.Parameter(30 * weights)
        self.bias = nn.Parameter(torch.zeros(classes).index_fill(0, torch.tensor([classes - 1]), 9.0))
        self.register_buffer("mean", torch.tensor(CROP_MEAN)[:, None, None])
        self.register_buffer("std", torch.tensor(CROP_STD)[:, None, None])

    def forward(self, crops):
        cells = functional.avg_pool2d(crops * self.std + self.mean, (4, 2))  # [N,3,8,64]: two columns of 24 cells per step
        cells = cells - cells.mean(3, keepdim=True)
        steps = cells.reshape(-1, 24, 32, 2).permute(0, 2, 1, 3).reshape(-1, 32, 48)
        return functional.linear(steps, self.weights, self.bias)


class ChannelsLast(nn.Module):
    """The same network as TensorFlow exports it: channels last in the input and, if it is a map, in the output."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, images):
        out = self.network(images.permute(0, 3, 1, 2))
        return out.permute(0, 2, 3, 1) if out.dim() == 4 else out
