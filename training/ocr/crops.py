"""Word images cropped from rendered pages with their surroundings; scaled and degraded on the fly."""

import random

import numpy as np

from . import degrade
from .config import CHARACTER_INDEX
from .draw import text_size
from .rendered import Pages


def lines(words):
    """Words in reading order, grouped into runs on one line with gaps of at most a blank."""
    runs = []
    for text, box in words:
        if runs and follows(runs[-1][-1][1], box):
            runs[-1].append((text, box))
        else:
            runs.append([(text, box)])
    return runs


def follows(before, box):
    em = before[3] - before[1]
    return abs(before[3] - box[3]) < 0.15 * em and -0.05 * em < box[0] - before[2] < 0.6 * em and abs(box[3] - box[1] - em) < 0.25 * em


def choose(words):
    """(text, box) of one word, sometimes of up to four adjacent ones; words with digits twice as often."""
    runs = lines(words)
    run = random.choice(runs)
    if not any(c.isdigit() for text, _ in run for c in text):
        run = random.choice(runs)
    count = 1 if random.random() < 0.72 else random.randint(2, 4)
    first = random.randint(0, max(0, len(run) - count))
    part = run[first : first + count]
    xs, ys, xe, ye = zip(*(box for _, box in part))
    return " ".join(text for text, _ in part), [min(xs), min(ys), max(xe), max(ye)]


def empty(image, words):
    """("", box) of a place without words: icons, rules, edges, blank paper. Falls back to a word on a full page."""
    tall, wide = image.shape
    em = random.choice(words)[1]
    em = em[3] - em[1]
    for _ in range(20):
        width = em * random.uniform(0.7, 4)
        x, y = random.uniform(0, max(1, wide - width)), random.uniform(0, max(1, tall - em))
        box = [x, y, x + width, y + em]
        clear = all(b[2] < x - 0.3 * em or b[0] > box[2] + 0.3 * em or b[3] < y - 0.2 * em or b[1] > box[3] + 0.2 * em for _, b in words)
        pixels = image[int(y) : int(y + em), int(x) : int(x + width)]
        if clear and pixels.size and (pixels.std() > 4 or random.random() < 0.05):
            return "", box
    return choose(words)


class Crops:
    def __init__(self, folder, hard=1.0):
        self.pages, self.hard = Pages(folder, exchange=30), hard

    def sample(self):
        """(uint8 [32, w], text)"""
        while True:
            image, words = self.pages.sample()
            if not words:
                continue
            text, box = choose(words) if random.random() > 0.03 else empty(image, words)
            if len(text) <= 44 and all(c in CHARACTER_INDEX for c in text):
                break
        em = box[3] - box[1]
        pad = int(em * 1.2) + 4
        x, y = max(0, int(box[0]) - pad), max(0, int(box[1]) - pad)
        region = image[y : int(box[3]) + pad, x : int(box[2]) + pad]
        box = [box[0] - x, box[1] - y, box[2] - x, box[3] - y]
        scale = min(1.3, max(0.15, text_size() / em))
        size = max(4, round(region.shape[1] * scale)), max(4, round(region.shape[0] * scale))
        factors = [size[0] / region.shape[1], size[1] / region.shape[0]] * 2
        region = degrade.resize(region, *size)
        region, box = degrade.degrade(contrast(region), [value * factor for value, factor in zip(box, factors)], self.hard)
        return degrade.to_height(degrade.crop(region, degrade.jitter(box))), text


def contrast(region):
    if random.random() < 0.1:
        region = 255 - region
    if random.random() < 0.2:
        low, high = sorted(random.sample(range(256), 2))
        if high - low > 60:
            region = (low + region.astype(np.float32) * ((high - low) / 255)).astype(np.uint8)
    return region
