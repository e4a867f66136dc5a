"""Pages rendered by Chromium: NAME.png next to NAME.json, {"words": [{"text", "box"}]}."""

import json
import random
from pathlib import Path

import cv2

from . import boxes

POOL = 120  # number of decoded pages in memory; one is replaced every few samples


def load(path):
    """(uint8 gray, [(text, em-high box)])."""
    image = cv2.imread(str(path.with_suffix(".png")), cv2.IMREAD_COLOR)
    gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return gray, boxes.of_words(json.loads(path.read_text(encoding="utf-8"))["words"])


class Pages:
    def __init__(self, folder, exchange=8):
        self.folder, self.exchange, self.pool, self.count = Path(folder), exchange, [], 0
        self.paths = []

    def sample(self):
        if self.count % 2000 == 0:
            self.paths = sorted(path for path in self.folder.glob("*.json") if path.with_suffix(".png").exists())
        self.count += 1
        if len(self.pool) < min(POOL, len(self.paths)):
            self.pool.append(load(random.choice(self.paths)))
            return self.pool[-1]
        if self.count % self.exchange == 0:
            self.pool[random.randrange(len(self.pool))] = load(random.choice(self.paths))
        return random.choice(self.pool)
