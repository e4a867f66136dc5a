"""Degradations by a camera or a filter: uneven light, glare, moiré, motion, thresholds."""

import random

import cv2
import numpy as np


def light(image):
    """Light from one side, or a bright spot."""
    tall, wide = image.shape
    x = np.linspace(-1, 1, wide, dtype=np.float32)[None] - random.uniform(-1, 1)
    y = np.linspace(-1, 1, tall, dtype=np.float32)[:, None] - random.uniform(-1, 1)
    if random.random() < 0.5:
        field = x * random.uniform(-1, 1) + y * random.uniform(-1, 1)
        return image * (1 + random.uniform(0.05, 0.35) * field / max(1e-3, float(np.abs(field).max())))
    pool = np.exp(-(x * x * random.uniform(0.3, 6) + y * y * random.uniform(0.3, 6)))
    return image + (255 - image) * pool * random.uniform(0.1, 0.55)


def moire(image):
    """The interference of two gratings, the screen's and the sensor's."""
    tall, wide = image.shape
    x, y = np.arange(wide, dtype=np.float32)[None], np.arange(tall, dtype=np.float32)[:, None]
    waves = np.zeros(image.shape, np.float32)
    for _ in range(random.randint(1, 2)):
        period, angle = np.exp(random.uniform(np.log(2.2), np.log(24))), random.uniform(0, np.pi)
        waves += np.sin((x * np.cos(angle) + y * np.sin(angle)) * (2 * np.pi / period) + random.uniform(0, 6))
    return image * (1 + waves * random.uniform(0.01, 0.08)) + waves * random.uniform(0, 6)


def motion(image, length):
    """Blurs along a line of this many pixels."""
    size = max(3, int(np.ceil(length)) | 1)
    kernel = np.zeros((size, size), np.float32)
    angle = random.uniform(0, np.pi)
    dx, dy = np.cos(angle) * length / 2, np.sin(angle) * length / 2
    middle = size // 2
    points = [(round((middle + s * dx) * 16), round((middle + s * dy) * 16)) for s in (-1, 1)]
    cv2.line(kernel, points[0], points[1], 1, 1, cv2.LINE_AA, 4)
    return cv2.filter2D(image, -1, kernel / max(1e-6, kernel.sum()), borderType=cv2.BORDER_REPLICATE)


def threshold(image, em):
    """Black and white, by one level or by the neighborhood; often softened again by a later rescaling."""
    gray = np.clip(image, 0, 255).astype(np.uint8)
    if random.random() < 0.6:
        level, _ = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
        return ((gray > level + random.uniform(-20, 20)) * 255).astype(np.uint8)
    block = max(5, int(em * random.uniform(1.0, 3.5)) | 1)
    method = random.choice((cv2.ADAPTIVE_THRESH_MEAN_C, cv2.ADAPTIVE_THRESH_GAUSSIAN_C))
    return cv2.adaptiveThreshold(gray, 255, method, cv2.THRESH_BINARY, block, random.uniform(3, 14))


def photographed(image, em):
    """A float image of a screen as a camera records it."""
    image = image.astype(np.float32)
    if random.random() < 0.7:
        image = light(image)
    if random.random() < 0.5:
        image = moire(image)
    if random.random() < 0.3:
        image = motion(image, em * random.uniform(0.04, 0.2))
    elif random.random() < 0.6:
        image = cv2.GaussianBlur(image, (0, 0), max(0.3, em * random.uniform(0.02, 0.075)))
    if random.random() < 0.7:
        image = image + np.random.normal(0, random.uniform(1, 12), image.shape)
    low, high = random.uniform(0, 70), random.uniform(150, 255)
    return np.clip(low + image * ((high - low) / 255), 0, 255)


def mapped(points, matrix):
    """[N,2] points through a homography."""
    lifted = np.concatenate([points, np.ones((len(points), 1))], 1) @ matrix.T
    return lifted[:, :2] / lifted[:, 2:]


def view(width, height, degrees, tilt):
    """The homography of a rectangle rotated by `degrees` and seen from the side, up to `tilt` radians, about its center."""
    rx, ry, rz = random.uniform(-tilt, tilt), random.uniform(-tilt, tilt), np.radians(degrees)
    far = max(width, height) * random.uniform(1.2, 2.5)
    across = np.array([[np.cos(ry), 0, np.sin(ry)], [0, 1, 0], [-np.sin(ry), 0, np.cos(ry)]])
    down = np.array([[1, 0, 0], [0, np.cos(rx), -np.sin(rx)], [0, np.sin(rx), np.cos(rx)]])
    round_ = np.array([[np.cos(rz), -np.sin(rz), 0], [np.sin(rz), np.cos(rz), 0], [0, 0, 1]])
    turn = round_ @ down @ across
    center = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 0]])
    plane = turn @ center + np.array([[0, 0, 0], [0, 0, 0], [0, 0, far]])
    camera = np.array([[far, 0, width / 2], [0, far, height / 2], [0, 0, 1]])
    return camera @ plane
