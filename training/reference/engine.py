"""Reads pages with the networks of the latest checkpoints and the settings of a pack's manifest.

The pack contains their int8 forms, which run well only in ONNX Runtime; those are measured through the C# reader.
"""

import json

import numpy as np
import torch

from ocr import networks, schedule

from . import detection, recognition

SECOND_PASS = 12.0  # median box height, in pixels of the scaled page, below which a second pass runs at a larger scale


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

    def logits(self, gray, target_width):
        """(logits [H/2, W/2], (width, height) of the scaled page)"""
        return detection.detection_pass(self.detector, gray, target_width, self.manifest["detector"]["maxSide"])

    def boxes(self, gray, target_width=None):
        """Boxes with scores; without a width, at the first target width, and at the second where the detected text is small."""
        if target_width is not None:
            logits, scaled = self.logits(gray, target_width)
            fit = self.manifest["detector"]
            size = gray.shape[1], gray.shape[0]
            return detection.boxes_of(logits, size, scaled, fit["threshold"], fit["boxThreshold"], fit["unclipRatio"], fit["minHeight"])
        first, second = self.manifest["detector"]["targetWidths"][:2]
        found = self.boxes(gray, first)
        height = float(np.median([box[3] - box[1] for box in found])) if found else 0.0
        return self.boxes(gray, second) if height * first / gray.shape[1] < SECOND_PASS else found

    def read(self, gray, boxes, batch=32):
        """(text, confidence) of each box, in order."""
        crops = [recognition.to_height(recognition.crop(gray, box)) for box in boxes]
        order = sorted(range(len(crops)), key=lambda index: crops[index].shape[1])
        out = [None] * len(crops)
        for start in range(0, len(order), batch):
            part = order[start : start + batch]
            for index, logits in zip(part, self.recognizer(recognition.to_input([crops[index] for index in part]))):
                out[index] = recognition.read(logits)
        return out
