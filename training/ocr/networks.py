"""The three networks. Plain 3x3 convolutions, which train and run fast on a CPU; depthwise ones and LSTMs do not."""

import torch
from torch import nn

from .config import ALPHABET


def block(channels_in, channels_out, stride=1, kernel=3):
    return nn.Sequential(
        nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(channels_out),
        nn.ReLU(inplace=True),
    )


class Context(nn.Module):
    """[N,C,T] features to [N,2T,classes] logits: two outputs per step, so that adjacent dots and ones have room."""

    def __init__(self, channels, hidden, classes):
        super().__init__()
        self.classes = classes
        self.layers = nn.Sequential(
            nn.Conv1d(channels, hidden, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv1d(hidden, hidden, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Dropout(0.1),
            nn.Conv1d(hidden, 2 * classes, 1),
        )

    def forward(self, features):
        return self.layers(features).transpose(1, 2).reshape(features.shape[0], -1, self.classes)


class CtcRecognizer(nn.Module):
    """[N,1,32,W] standardized gray to [N,W/2,C] logits; the last class is CTC's blank. The convolutions keep a quarter of the width."""

    def __init__(self, features, channels, hidden, classes):
        super().__init__()
        self.features = nn.Sequential(*features)
        self.context = Context(channels, hidden, classes)

    def forward(self, images):
        return self.context(self.features(images).mean(2))


class Recognizer(CtcRecognizer):
    """The accurate recognizer."""

    def __init__(self, classes=len(ALPHABET) + 1):
        features = (
            block(1, 32, 2, kernel=5),
            block(32, 48),
            block(48, 64, 2),
            block(64, 96),
            block(96, 128, (2, 1)),
            block(128, 128),
            block(128, 192, (2, 1)),
            block(192, 192),
        )
        super().__init__(features, 192, 256, classes)


class FastRecognizer(CtcRecognizer):
    """The fast recognizer: a fifth of the arithmetic; trained together with `Recognizer` by distillation."""

    def __init__(self, classes=len(ALPHABET) + 1):
        features = (
            block(1, 16, 2),
            block(16, 32, 2),
            block(32, 48),
            block(48, 64, (2, 1)),
            block(64, 64),
            block(64, 96, (2, 1)),
            block(96, 96),
        )
        super().__init__(features, 96, 128, classes)


class Detector(nn.Module):
    """[N,1,H,W] gray in [-1,1], sides multiples of 32, to [N,1,H/2,W/2] logits of "inside a shrunk word box".

    Only the first convolution runs at half resolution: the head outputs four cells for each cell at a quarter.
    """

    def __init__(self):
        super().__init__()
        self.level1 = block(1, 16, 2)
        self.level2 = block(16, 32, 2)
        self.level3 = nn.Sequential(block(32, 48, 2), block(48, 48))
        self.level4 = nn.Sequential(block(48, 64, 2), block(64, 64))
        self.level5 = nn.Sequential(block(64, 96, 2), block(96, 96))
        self.lateral5 = nn.Conv2d(96, 48, 1)
        self.lateral4 = nn.Conv2d(64, 48, 1)
        self.lateral3 = nn.Conv2d(48, 48, 1)
        self.smooth3 = block(48, 32)
        self.lateral2 = nn.Conv2d(32, 32, 1)
        self.smooth2 = block(32, 32)
        self.head = nn.Conv2d(32, 4, 3, padding=1)

    def forward(self, images):
        quarter = self.level2(self.level1(images))
        eighth = self.level3(quarter)
        sixteenth = self.level4(eighth)
        top = self.lateral5(self.level5(sixteenth))
        top = self.lateral4(sixteenth) + twice(top)
        top = self.smooth3(self.lateral3(eighth) + twice(top))
        top = self.smooth2(self.lateral2(quarter) + twice(top))
        return nn.functional.pixel_shuffle(self.head(top), 2)


def twice(features):
    return nn.functional.interpolate(features, scale_factor=2, mode="nearest")


def freeze_norms(model):
    """Keeps the statistics of all batch normalizations while the rest of the model trains (`restore.py`)."""
    for layer in model.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.eval()


BY_NAME = {"detector": Detector, "recognizer": Recognizer, "recognizer-fast": FastRecognizer}  # by their checkpoints
