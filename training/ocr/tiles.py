"""Tiles of pages, scaled and degraded, with the detector's targets."""

import random

import cv2
import numpy as np

from . import boxes, degrade, pages, photo

WIDTH, HEIGHT = 416, 448


def tile(image, words):
    """(uint8 [HEIGHT, WIDTH], inside, ignored) cropped from a page scaled to a random width, sometimes rotated or in perspective."""
    words = [word for word in words if word[1][1] < image.shape[0] - 2 and word[1][0] < image.shape[1] - 2]
    if random.random() < 0.2:
        image, words = thumbnail(image, words)
    ems = [box[3] - box[1] for _, box in words] or [16]
    scale = random_scale(image.shape[1], max(1.0, float(np.median(ems))))
    method = random.choice((cv2.INTER_AREA, cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)) if scale < 1 else cv2.INTER_LINEAR
    size = max(32, round(image.shape[1] * scale)), max(32, round(image.shape[0] * scale))
    page = cv2.resize(image, size, interpolation=method)
    factors = np.array([size[0] / image.shape[1], size[1] / image.shape[0]])
    quads = boxes.quads_of([box for _, box in words]) * factors
    pixels, quads = turned(page, quads) if random.random() < 0.4 else cut(page, quads)
    em = max(6.0, float(np.median(ems)) * scale)
    return spoil(pixels.astype(np.float32), em), *boxes.targets(quads, WIDTH, HEIGHT)


def random_scale(width, em):
    target = random.randint(320, 640) if random.random() < 0.6 else random.choice((480, 480, random.randint(640, 960)))
    return min(2.2, max(7.5 / em, min(target / width, 44 / max(8.0, em))))


def cut(page, quads):
    """A window of the page; beyond its edges it is padded with the paper's gray."""
    x, y = (random.randint(0, max(0, side - window)) for side, window in zip(page.shape[::-1], (WIDTH, HEIGHT)))
    pixels = page[y : y + HEIGHT, x : x + WIDTH]
    whole = np.full((HEIGHT, WIDTH), 127.5, np.float32)
    whole[: pixels.shape[0], : pixels.shape[1]] = pixels
    return whole, quads - (x, y)


def turned(page, quads):
    """The window at an angle: slightly, as in photographs, or by multiples of 90°; the page has other surroundings."""
    quarter = random.choice((90, 180, 270)) if random.random() < 0.15 else 0
    degrees = quarter + random.choice((random.uniform(-3, 3), random.uniform(-12, 12)))
    tilt = np.radians(random.choice((0, 8, 18)))
    tall, wide = page.shape
    center = random.uniform(0.2, 0.8) * wide, random.uniform(0, 1) * max(0, tall - HEIGHT) + min(tall, HEIGHT) / 2
    shift = np.array([[1, 0, WIDTH / 2 - center[0]], [0, 1, HEIGHT / 2 - center[1]], [0, 0, 1]])
    matrix = photo.view(WIDTH, HEIGHT, degrees, tilt) @ shift
    around = np.full((HEIGHT, WIDTH), random.uniform(0, 255), np.float32)
    if random.random() < 0.6:
        coarse = np.random.uniform(0, 255, (random.randint(2, 24), random.randint(2, 24))).astype(np.float32)
        around = cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=random.choice((cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)))
    seen = cv2.warpPerspective(np.ones_like(page, np.float32), matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    pixels = cv2.warpPerspective(page.astype(np.float32), matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    return pixels + (1 - seen) * around, photo.mapped(quads.reshape(-1, 2), matrix).reshape(quads.shape)


def thumbnail(image, words):
    """The page at the minimum readable size, as chats store it, and then enlarged."""
    ems = [box[3] - box[1] for _, box in words] or [16]
    factor = random.uniform(6.5, 11) / max(1.0, float(np.median(ems)))
    if factor >= 1:
        return image, words
    size = max(64, round(image.shape[1] * factor)), max(64, round(image.shape[0] * factor))
    small = degrade.jpeg(cv2.resize(image, size, interpolation=random.choice((cv2.INTER_AREA, cv2.INTER_LINEAR))), random.randint(40, 90))
    fx, fy = size[0] / image.shape[1], size[1] / image.shape[0]
    return small, [(text, [b[0] * fx, b[1] * fy, b[2] * fx, b[3] * fy]) for text, b in words]


def spoil(pixels, em):
    if random.random() < 0.15:
        pixels = photo.photographed(pixels, em)
    if random.random() < 0.04:
        pixels = photo.threshold(pixels, em).astype(np.float32)
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
