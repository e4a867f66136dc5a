"""Batches of word images, generated in separate processes, and replayed while the trainer waits for fresh ones."""

import os
import queue
import random

import numpy as np
import torch
import torch.multiprocessing as multiprocessing

from . import degrade, draw
from .config import HEIGHT, STEP, encode


def drawn(hard):
    """(uint8 [32, w], text) of a word drawn with PIL."""
    image, box, text = draw.word()
    image, box = degrade.degrade(image, box, hard)
    return degrade.to_height(degrade.crop(image, degrade.jitter(box))), text


class Source:
    """A fraction of crops from rendered pages, the others drawn."""

    def __init__(self, share=0.0, pages=None, hard=1.0):
        self.share, self.pages, self.hard, self.crops = share, pages, hard, None

    def __call__(self):
        if random.random() >= self.share:
            return drawn(self.hard)
        if self.crops is None:
            from .crops import Crops

            self.crops = Crops(self.pages, self.hard)
        return self.crops.sample()


def learnable(width, text):
    """Whether CTC can spell the text in the steps of its width: one per character, and one more between equal neighbors."""
    return width // STEP >= len(text) + sum(a == b for a, b in zip(text, text[1:]))


def collate(samples, width):
    images = np.zeros((len(samples), 1, HEIGHT, width), np.float16)
    for row, (pixels, _) in enumerate(samples):
        images[row, 0, :, : pixels.shape[1]] = degrade.standardise(pixels)
    return images, [encode(text) for _, text in samples]


def fill(out, seed, source, size):
    """Body of a generator process: sorts samples by width and returns full batches."""
    os.nice(5)
    random.seed(seed)
    np.random.seed(seed % 2**32)
    waiting = {}
    while True:
        pixels, text = source()
        width = degrade.bucket(pixels.shape[1] + random.choice((0, 0, 0, 4, 16, 48)))
        if pixels.shape[1] > width or not learnable(width, text):
            continue
        samples = waiting.setdefault(width, [])
        samples.append((pixels, text))
        if len(samples) * max(width, 64) >= size * 128:
            out.put(collate(waiting.pop(width), width))


class Batches:
    """Fresh batches while available; otherwise old ones, changed: inverted, with noise."""

    def __init__(self, sources, size=64, keep=2500, seed=None):
        self.queue = multiprocessing.Queue(16)
        self.kept, self.keep = [], keep
        self.fresh = self.replayed = 0
        seed = seed or int.from_bytes(os.urandom(4), "little")
        for number, source in enumerate(sources):
            multiprocessing.Process(target=fill, args=(self.queue, seed + number, source, size), daemon=True).start()

    def next(self):
        """(float32 [N,1,32,W], classes of each text, whether it is new)"""
        try:
            images, labels = self.queue.get(block=len(self.kept) < 200)
        except queue.Empty:
            return self.again()
        self.fresh += 1
        if len(self.kept) < self.keep:
            self.kept.append((images, labels))
        else:
            self.kept[random.randrange(self.keep)] = images, labels
        return torch.from_numpy(images.astype(np.float32)), labels, True

    def again(self):
        images, labels = random.choice(self.kept)
        self.replayed += 1
        sign = random.choice((1.0, -1.0))
        changed = torch.from_numpy(images.astype(np.float32)) * sign
        return changed + torch.randn(()) * 0.05 + torch.randn_like(changed) * random.uniform(0, 0.1), labels, False
