"""Typical degradations of receipts: rescaling, blur, JPEG, noise, a slight rotation. Also crops and normalizes."""

import random

import cv2
import numpy as np

from . import photo
from .config import BUCKETS, HEIGHT, MARGIN, MAX_WIDTH, MIN_STD

FILTERS = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4, cv2.INTER_NEAREST)


def jpeg(image, quality):
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)


def rescale(image, box, smallest):
    """Rescales by a random factor and filter, never below `smallest` pixels of box height."""
    height = box[3] - box[1]
    factor = np.exp(random.uniform(np.log(max(0.3, min(1, smallest / height))), np.log(1.4)))
    method = random.choice(FILTERS[:4]) if factor > 0.7 or random.random() < 0.9 else FILTERS[4]
    size = max(4, round(image.shape[1] * factor)), max(4, round(image.shape[0] * factor))
    scale = [size[0] / image.shape[1], size[1] / image.shape[0]] * 2
    return cv2.resize(image, size, interpolation=method), [value * s for value, s in zip(box, scale)]


def turn(image, box, degrees):
    center = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    matrix = cv2.getRotationMatrix2D(center, degrees, 1)
    return cv2.warpAffine(image, matrix, (image.shape[1], image.shape[0]), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def overexpose(image):
    """Saturates paper and fades thin strokes; the contrast of ink stays at least 40 gray levels."""
    values = image.astype(np.float32)
    low, high = np.percentile(values, (2, 98))
    room = max(0.0, high - low - 40)
    return values + (random.uniform(0, room) if np.median(values) > 127 else -random.uniform(0, room))


def slant(image, box, shear):
    """Slants strokes as perspective does; the box's middle row keeps its position."""
    matrix = np.float32([[1, shear, -shear * (box[1] + box[3]) / 2], [0, 1, 0]])
    size = image.shape[1], image.shape[0]
    return cv2.warpAffine(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def degrade(image, box, hard=1.0):
    """Degrades a gray float or uint8 image and its box to a uint8 image and its box; `hard` is the share of the strongest degradations."""
    smallest = random.uniform(5.5, 9) if random.random() < 0.4 * hard else 9
    if random.random() < 0.06 * hard:
        image = slant(image, box, random.uniform(-0.22, 0.22))
    if random.random() < 0.10 and box[2] - box[0] < 14 * (box[3] - box[1]):
        limit = min(3.0, 100 * 0.25 * (box[3] - box[1]) / (box[2] - box[0]))
        image = turn(image, box, random.uniform(-limit, limit))
    if random.random() < 0.45:
        image, box = rescale(image, box, smallest)
    if random.random() < 0.25:
        sigma = random.uniform(0.3, 0.045 * (box[3] - box[1]) + 0.3)
        image = cv2.GaussianBlur(image, (0, 0), sigma)
    if random.random() < 0.2:
        image = image + np.random.normal(0, random.uniform(1, 14), image.shape)
    if random.random() < 0.05:
        image = overexpose(image)
    if random.random() < 0.03 * hard:
        image = photo.motion(image.astype(np.float32), (box[3] - box[1]) * random.uniform(0.05, 0.22))
    if random.random() < 0.10 * hard:
        image = photo.photographed(image, box[3] - box[1])
    if random.random() < 0.05 * hard:
        image = photo.threshold(image, box[3] - box[1])
        image, box = rescale(image, box, smallest) if random.random() < 0.5 else (image, box)
    image = np.clip(image, 0, 255).astype(np.uint8)
    if random.random() < 0.55:
        image = jpeg(image, random.choice((random.randint(25, 92), random.randint(60, 92))))
    if random.random() < 0.15 * hard:
        image, box = rescale(image, box, smallest)
        image = jpeg(image, random.randint(25, 75))
    return image, box


def jitter(box):
    """The box with the inaccuracy of a detector: each side is moved slightly, the ends never far inside the ink."""
    x0, y0, x1, y1 = box
    height = y1 - y0
    tight, loose = (0.10, 0.12) if random.random() < 0.7 else (0.17, 0.25)
    return [
        x0 - height * random.uniform(-0.04, loose * 1.6),
        y0 - height * random.uniform(-tight, loose),
        x1 + height * random.uniform(-0.04, loose * 1.6),
        y1 + height * random.uniform(-tight, loose),
    ]


def crop(image, box, margin=MARGIN):
    """The pixels of a box, expanded by the margin, rounded outwards and clipped to the image."""
    grow = margin * (box[3] - box[1])
    x0, y0 = max(0, int(np.floor(box[0] - grow))), max(0, int(np.floor(box[1] - grow)))
    x1, y1 = min(image.shape[1], int(np.ceil(box[2] + grow))), min(image.shape[0], int(np.ceil(box[3] + grow)))
    return image[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]


def to_height(pixels):
    """uint8 crop to uint8 [32, w]: triangle filter when shrinking, bilinear when growing; squeezed when too wide."""
    width = int(min(MAX_WIDTH, max(4, round(pixels.shape[1] * HEIGHT / pixels.shape[0]))))
    return resize(pixels, width, HEIGHT)


def resize(pixels, width, height):
    shrinking = pixels.shape[0] > height or pixels.shape[1] > width
    return cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)


def standardise(pixels):
    values = pixels.astype(np.float32)
    return (values - values.mean()) / max(float(values.std()), MIN_STD)


def bucket(width):
    return next((b for b in BUCKETS if b >= width), MAX_WIDTH)
