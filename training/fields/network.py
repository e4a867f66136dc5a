"""The field model: a transformer over the tokens of a page, attention biased by the geometry of every pair of tokens."""

import math

import torch
from torch import nn
from torch.nn import functional

from data import GRAM_ROWS, KINDS, STATES, TAGS

PAIRS = 23


def pair_features(places):
    """Geometry and relations of every pair of tokens, [..., tokens, tokens, PAIRS], from PageFeatures.Places."""

    def difference(a, b):
        return a.unsqueeze(-1) - b.unsqueeze(-2)

    def log(x):
        return torch.sign(x) * torch.log1p(torch.abs(x))

    def same(a, b):
        return (torch.abs(difference(a, b)) < 0.5).to(places.dtype)

    x0, y0, x1, y1, row, segment, order, right, below, above = places.unbind(-1)
    cx, cy, height = (x0 + x1) / 2, (y0 + y1) / 2, torch.clamp(y1 - y0, min=0.05)
    step = difference(order, order)
    overlap_x = torch.minimum(x1.unsqueeze(-1), x1.unsqueeze(-2)) - torch.maximum(x0.unsqueeze(-1), x0.unsqueeze(-2))
    overlap_y = torch.minimum(y1.unsqueeze(-1), y1.unsqueeze(-2)) - torch.maximum(y0.unsqueeze(-1), y0.unsqueeze(-2))
    return torch.stack(
        [
            log(difference(x0, x0)),
            log(difference(x1, x1)),
            log(difference(cx, cx)),
            log(difference(x0, x1)),
            log(difference(x1, x0)),
            log(difference(cy, cy)),
            log(difference(y0, y1)),
            (torch.abs(difference(x0, x0)) < 0.5).to(places.dtype),
            (torch.abs(difference(x1, x1)) < 0.5).to(places.dtype),
            (torch.abs(difference(cx, cx)) < 0.5).to(places.dtype),
            same(row, row),
            same(segment, segment),
            (torch.abs(step - 1) < 0.5).to(places.dtype),
            (torch.abs(step + 1) < 0.5).to(places.dtype),
            same(right, segment),
            same(segment, right),
            same(below, segment),
            same(segment, below),
            same(above, segment),
            same(segment, above),
            torch.log(height.unsqueeze(-1) / height.unsqueeze(-2)),
            torch.clamp(overlap_x, -4, 4) / 4,
            torch.clamp(overlap_y, -2, 2) / 2,
        ],
        -1,
    )


class Block(nn.Module):
    """Pre-norm attention with a bias for every pair, then a feed-forward layer."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.feed = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, width))

    def forward(self, x, bias):
        size, tokens, width = x.shape
        q, k, v = self.qkv(self.norm(x)).reshape(size, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + bias, -1)
        mixed = (weights @ v).transpose(1, 2).reshape(size, tokens, width)
        x = x + self.out(mixed)
        return x + self.feed(x)


class FieldNetwork(nn.Module):
    """Maps letters, form and position of the tokens of pages to tags of tokens and to state, kind and count of receipts."""

    def __init__(self, numbers, width=128, layers=3, heads=4, inner=256):
        super().__init__()
        self.layers, self.heads = layers, heads
        self.letters = nn.Embedding(GRAM_ROWS, width, padding_idx=0)
        nn.init.normal_(self.letters.weight, std=0.3)
        with torch.no_grad():
            self.letters.weight[0].zero_()
        self.form = nn.Sequential(nn.Linear(numbers, width), nn.GELU(), nn.Linear(width, width))
        self.pairs = nn.Sequential(nn.Linear(PAIRS, 24), nn.ReLU(), nn.Linear(24, layers * heads))
        self.blocks = nn.ModuleList([Block(width, heads, inner) for _ in range(layers)])
        self.norm = nn.LayerNorm(width)
        self.tags = nn.Linear(width, TAGS)
        self.look = nn.Linear(width, 3)
        self.state = nn.Linear(width, STATES)
        self.kind = nn.Linear(width, KINDS)
        self.two = nn.Linear(width, 1)

    def forward(self, grams, numbers, places, mask, drop=0.0):
        present = (grams > 0).to(numbers.dtype)
        if drop > 0:
            present = present * (torch.rand_like(present) > drop)
            present = present * (torch.rand(present.shape[:2]) > drop / 2).unsqueeze(-1).to(present.dtype)
        count = torch.clamp(present.sum(-1, keepdim=True), min=1)
        rows = self.letters(grams)
        # row 0 is all zeros, so that without dropout nothing needs to be masked
        letters = (rows * present.unsqueeze(-1) if drop > 0 else rows).sum(-2) / torch.sqrt(count)
        x = letters + self.form(numbers)
        bias = self.pairs(pair_features(places)).permute(0, 3, 1, 2)
        # padding is masked; a single page has none
        hidden = 0 if mask is None else torch.where(mask, 0.0, -1e4).to(x.dtype)[:, None, None, :]
        for i, block in enumerate(self.blocks):
            x = block(x, bias[:, i * self.heads : (i + 1) * self.heads] + hidden)
        x = self.norm(x)
        weights = torch.softmax(self.look(x) + (0 if mask is None else hidden[:, 0, 0, :, None]), 1)
        pooled = weights.transpose(1, 2) @ x
        return self.tags(x), self.state(pooled[:, 0]), self.kind(pooled[:, 1]), self.two(pooled[:, 2])
