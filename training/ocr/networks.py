"""The two networks. Plain 3x3 convolutions: these train and run fast on a CPU, depthwise ones and LSTMs do not."""

import torch
from torch import nn

from .config import ALPHABET


def block(channels_in, channels_out, stride=1, kernel=3):
    return nn.Sequential(
        nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(channels_out),
        nn.ReLU(inplace=True),
    )


class Recognizer(nn.Module):
    """[N,1,32,W] standardised grey to [N,W/4,C] logits; the last class is CTC's blank."""

    def __init__(self, classes=len(ALPHABET) + 1):
        super().__init__()
        self.features = nn.Sequential(
            block(1, 32, 2, kernel=5),
            block(32, 48),
            block(48, 64, 2),
            block(64, 96),
            block(96, 128, (2, 1)),
            block(128, 128),
            block(128, 192, (2, 1)),
            block(192, 192),
        )
        self.context = nn.Sequential(
            nn.Conv1d(192, 256, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv1d(256, 256, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Dropout(0.1),
            nn.Conv1d(256, classes, 1),
        )

    def forward(self, images):
        return self.context(self.features(images).mean(2)).transpose(1, 2)


class Detector(nn.Module):
    """[N,1,H,W] grey in [-1,1], sides multiples of 32, to [N,1,H/2,W/2] logits of "inside a shrunk word box"."""

    def __init__(self):
        super().__init__()
        self.level1 = block(1, 16, 2, kernel=5)
        self.level2 = nn.Sequential(block(16, 32, 2), block(32, 32))
        self.level3 = nn.Sequential(block(32, 64, 2), block(64, 64))
        self.level4 = nn.Sequential(block(64, 96, 2), block(96, 96))
        self.level5 = nn.Sequential(block(96, 128, 2), block(128, 128))
        self.lateral5 = nn.Conv2d(128, 64, 1)
        self.lateral4 = nn.Conv2d(96, 64, 1)
        self.lateral3 = nn.Conv2d(64, 64, 1)
        self.smooth3 = block(64, 32)
        self.lateral2 = nn.Conv2d(32, 32, 1)
        self.smooth2 = block(32, 32)
        self.up = nn.ConvTranspose2d(32, 12, 2, 2)
        self.lateral1 = nn.Conv2d(16, 12, 1)
        self.head = nn.Conv2d(12, 1, 3, padding=1)

    def forward(self, images):
        half = self.level1(images)
        quarter = self.level2(half)
        eighth = self.level3(quarter)
        sixteenth = self.level4(eighth)
        top = self.lateral5(self.level5(sixteenth))
        top = self.lateral4(sixteenth) + twice(top)
        top = self.smooth3(self.lateral3(eighth) + twice(top))
        top = self.smooth2(self.lateral2(quarter) + twice(top))
        return self.head(torch.relu(self.up(top) + self.lateral1(half)))


def twice(features):
    return nn.functional.interpolate(features, scale_factor=2, mode="nearest")
