"""Tiles of pages, scaled and spoiled, with the detector's targets."""

import random

import cv2
import numpy as np

from . import boxes, degrade, pages

WIDTH, HEIGHT = 416, 448


def tile(image, words):
    """(uint8 [HEIGHT, WIDTH], inside, ignored) cut from a page scaled to a random width."""
    if random.random() < 0.2:
        image, words = thumbnail(image, words)
    target = random.randint(320, 640) if random.random() < 0.6 else random.choice((480, 480, random.randint(640, 960)))
    ems = [box[3] - box[1] for _, box in words] or [16]
    scale = min(target / image.shape[1], 44 / max(8, float(np.median(ems))))
    scale = max(scale, 7.5 / max(1.0, float(np.median(ems))))
    scale = min(scale, 2.2)
    method = random.choice((cv2.INTER_AREA, cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)) if scale < 1 else cv2.INTER_LINEAR
    size = max(32, round(image.shape[1] * scale)), max(32, round(image.shape[0] * scale))
    x, y = (random.randint(0, max(0, side - window)) for side, window in zip(size, (WIDTH, HEIGHT)))
    pixels = cv2.resize(image, size, interpolation=method)[y : y + HEIGHT, x : x + WIDTH]
    pixels = spoil(pixels.astype(np.float32))
    whole = np.full((HEIGHT, WIDTH), 127.5, np.float32)
    whole[: pixels.shape[0], : pixels.shape[1]] = pixels
    fx, fy = size[0] / image.shape[1], size[1] / image.shape[0]
    placed = [[b[0] * fx - x, b[1] * fy - y, b[2] * fx - x, b[3] * fy - y] for _, b in words]
    return whole, *boxes.targets(placed, WIDTH, HEIGHT)


def thumbnail(image, words):
    """The page as small as text can still be read, as chats keep it; it is then looked at enlarged."""
    ems = [box[3] - box[1] for _, box in words] or [16]
    factor = random.uniform(6.5, 11) / max(1.0, float(np.median(ems)))
    if factor >= 1:
        return image, words
    size = max(64, round(image.shape[1] * factor)), max(64, round(image.shape[0] * factor))
    small = degrade.jpeg(cv2.resize(image, size, interpolation=random.choice((cv2.INTER_AREA, cv2.INTER_LINEAR))), random.randint(40, 90))
    fx, fy = size[0] / image.shape[1], size[1] / image.shape[0]
    return small, [(text, [b[0] * fx, b[1] * fy, b[2] * fx, b[3] * fy]) for text, b in words]


def spoil(pixels):
    if random.random() < 0.15:
        pixels = 255 - pixels
    if random.random() < 0.3:
        pixels = pixels * random.uniform(0.5, 1) + random.uniform(0, 60)
    if random.random() < 0.25:
        pixels = cv2.GaussianBlur(pixels, (0, 0), random.uniform(0.3, 1.0))
    if random.random() < 0.2:
        pixels = pixels + np.random.normal(0, random.uniform(1, 12), pixels.shape)
    pixels = np.clip(pixels, 0, 255).astype(np.uint8)
    if random.random() < 0.5:
        pixels = degrade.jpeg(pixels, random.randint(25, 92))
    return pixels


class Source:
    """Tiles of drawn pages and, a share of them, of rendered ones."""

    def __init__(self, share=0.0, folder=None):
        self.share, self.folder, self.rendered = share, folder, None

    def __call__(self):
        if random.random() >= self.share:
            return tile(*pages.page())
        if self.rendered is None:
            from .rendered import Pages

            self.rendered = Pages(self.folder)
        return tile(*self.rendered.sample())
