"""Reads pages with the networks of the latest checkpoints and the settings of a pack's manifest.

The pack holds their int8 forms, which only ONNX Runtime runs well; those are measured through the C# reader.
"""

import json

import numpy as np
import torch

from ocr import networks, schedule

from . import detection, recognition

SECOND_LOOK = 12.0  # median box height, in pixels of the scaled page, below which the page is looked at again, larger


def torch_runner(name):
    """The network of the latest checkpoint, arrays to arrays."""
    model = networks.BY_NAME[name]().eval()
    schedule.resume(name, model)

    def run(values):
        with torch.no_grad():
            return model(torch.from_numpy(values)).numpy()

    return run


class Engine:
    def __init__(self, pack, recognizer="recognizer"):
        self.manifest = json.loads((pack / "manifest.json").read_text(encoding="utf-8"))
        self.detector, self.recognizer = torch_runner("detector"), torch_runner(recognizer)

    def logits(self, grey, target_width):
        """(logits [H/2, W/2], (width, height) of the scaled page)"""
        return detection.look(self.detector, grey, target_width, self.manifest["detector"]["maxSide"])

    def boxes(self, grey, target_width=None):
        """Boxes with scores; with no width given, at the first target width, and at the second where the text found is small."""
        if target_width is not None:
            logits, scaled = self.logits(grey, target_width)
            fit = self.manifest["detector"]
            size = grey.shape[1], grey.shape[0]
            return detection.boxes_of(logits, size, scaled, fit["threshold"], fit["boxThreshold"], fit["unclipRatio"], fit["minHeight"])
        first, second = self.manifest["detector"]["targetWidths"][:2]
        found = self.boxes(grey, first)
        height = float(np.median([box[3] - box[1] for box in found])) if found else 0.0
        return self.boxes(grey, second) if height * first / grey.shape[1] < SECOND_LOOK else found

    def read(self, grey, boxes, batch=32):
        """(text, confidence) of each box, in order."""
        crops = [recognition.to_height(recognition.crop(grey, box)) for box in boxes]
        order = sorted(range(len(crops)), key=lambda index: crops[index].shape[1])
        out = [None] * len(crops)
        for start in range(0, len(order), batch):
            part = order[start : start + batch]
            for index, logits in zip(part, self.recognizer(recognition.to_input([crops[index] for index in part]))):
                out[index] = recognition.read(logits)
        return out
