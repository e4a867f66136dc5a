"""db_mobilenet_v3_large, crnn_mobilenet_v3_small and crnn_vgg16_bn, as docTR defines them, with untrained weights.

`scale` thins every layer, for graphs of the same operations that are small enough to commit.
"""

import torch
from torch import nn
from torchvision.models import vgg
from torchvision.models._utils import IntermediateLayerGetter
from torchvision.models.mobilenetv3 import MobileNetV3, _mobilenet_v3_conf

from reference.onnxtr import FRENCH


def mobilenet(arch, scale):
    setting, last = _mobilenet_v3_conf(arch, width_mult=scale)
    return MobileNetV3(setting, last, num_classes=1).features


def convolution(channels, out):
    return nn.Sequential(nn.Conv2d(channels, out, 3, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU(inplace=True))


class FeaturePyramid(nn.Module):
    """Four levels to one map at a quarter of the input: sums downwards, then concatenation of all levels, enlarged."""

    def __init__(self, levels, channels):
        super().__init__()
        part = channels // len(levels)
        self.lateral = nn.ModuleList(
            nn.Sequential(nn.Conv2d(width, channels, 1, bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True)) for width in levels
        )
        self.enlarge = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True)
        self.out = nn.ModuleList(
            nn.Sequential(convolution(channels, part), nn.Upsample(scale_factor=2**index, mode="bilinear", align_corners=True))
            for index in range(len(levels))
        )

    def forward(self, levels):
        levels = [lateral(level) for lateral, level in zip(self.lateral, levels)]
        sums = [levels[-1]]
        for level in levels[-2::-1]:
            sums.append(self.enlarge(sums[-1]) + level)
        return torch.cat([out(level) for out, level in zip(self.out, sums[::-1])], 1)


class DBMobileNet(nn.Module):
    """db_mobilenet_v3_large: [N,3,H,W] to logits [N,1,H,W]; sides are multiples of 32. The threshold head is used in training only."""

    def __init__(self, scale=1.0, head=256):
        super().__init__()
        backbone = mobilenet("mobilenet_v3_large", scale)
        self.features = IntermediateLayerGetter(backbone, {name: name for name in ("3", "6", "12", "16")})
        with torch.no_grad():
            levels = [level.shape[1] for level in self.features.eval()(torch.zeros(1, 3, 64, 64)).values()]
        self.pyramid = FeaturePyramid(levels, head)
        narrow = head // 4
        self.head = nn.Sequential(
            convolution(head, narrow),
            nn.ConvTranspose2d(narrow, narrow, 2, stride=2, bias=False),
            nn.BatchNorm2d(narrow),
            nn.ReLU(inplace=True),
            nn.ConvTranspose2d(narrow, 1, 2, stride=2),
        )

    def forward(self, pages):
        return self.head(self.pyramid(list(self.features(pages).values())))


class CRNN(nn.Module):
    """A backbone that keeps a quarter of the width, two bidirectional LSTMs, a linear layer: [N,3,32,128] to logits [N,32,127]."""

    def __init__(self, backbone, units=128, classes=len(FRENCH) + 1):
        super().__init__()
        self.backbone = backbone
        with torch.no_grad():
            channels, height = backbone.eval()(torch.zeros(1, 3, 32, 128)).shape[1:3]
        self.recurrent = nn.LSTM(channels * height, units, num_layers=2, bidirectional=True, batch_first=True)
        self.classes = nn.Linear(2 * units, classes)

    def forward(self, crops):
        maps = self.backbone(crops)
        columns = maps.reshape(-1, maps.shape[1] * maps.shape[2], maps.shape[3]).transpose(1, 2)
        return self.classes(self.recurrent(columns)[0])


def crnn_mobilenet_v3_small(scale=1.0, units=128):
    features = mobilenet("mobilenet_v3_small", scale)
    for index in (2, 4, 9):  # halve the height only
        halving = next(layer for layer in features[index].modules() if isinstance(layer, nn.Conv2d) and layer.stride == (2, 2))
        halving.stride = (2, 1)
    return CRNN(features, units)


def crnn_vgg16_bn(scale=1.0, units=128):
    widths = [width if width == "M" else max(8, int(width * scale)) for width in vgg.cfgs["D"]]
    features = vgg.make_layers(widths, batch_norm=True)
    pools = [index for index, layer in enumerate(features) if isinstance(layer, nn.MaxPool2d)]
    for index in pools[-3:]:
        features[index] = nn.MaxPool2d((2, 1))
    return CRNN(features, units)


def db_mobilenet_v3_large(scale=1.0, head=256):
    return DBMobileNet(scale, head)
