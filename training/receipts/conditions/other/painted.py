"""Pictures without words: a face, a landscape, an empty page."""
import cv2
import numpy as np


def selfie(r, noise, width, height):
    image = _backdrop(r, noise, width, height)
    skin = np.array([r.uniform(140, 235), r.uniform(100, 180), r.uniform(80, 150)])
    center, size = (int(width * r.uniform(0.42, 0.58)), int(height * r.uniform(0.38, 0.5))), (int(width * 0.21), int(width * 0.28))
    shirt = tuple(r.randrange(20, 230) for _ in range(3))
    cv2.ellipse(image, (center[0], height + size[1] // 3), (int(width * 0.42), int(height * 0.32)), 0, 0, 360, shirt, -1, cv2.LINE_AA)
    cv2.ellipse(image, (center[0], center[1] - size[1] // 6), (int(size[0] * 1.2), int(size[1] * 1.15)), 0, 0, 360, (35, 25, 20), -1, cv2.LINE_AA)
    cv2.ellipse(image, center, size, 0, 0, 360, tuple(skin.tolist()), -1, cv2.LINE_AA)
    for side in (-1, 1):
        eye = (center[0] + side * size[0] // 2, center[1] - size[1] // 5)
        cv2.ellipse(image, eye, (size[0] // 6, size[0] // 10), 0, 0, 360, (250, 250, 250), -1, cv2.LINE_AA)
        cv2.circle(image, eye, size[0] // 13, (40, 25, 15), -1, cv2.LINE_AA)
    cv2.ellipse(image, (center[0], center[1] + size[1] // 2), (size[0] // 3, size[1] // 10), 0, 0, 180, (150, 60, 60), -1, cv2.LINE_AA)
    return _grained(r, noise, cv2.GaussianBlur(image, (0, 0), width / 220))


def landscape(r, noise, width, height):
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    top, low = (np.array([r.uniform(40, 240) for _ in range(3)], np.float32) for _ in range(2))
    image = np.repeat(top * (1 - y) + low * y, width, axis=1)
    for layer in range(r.randint(2, 5)):
        steps = cv2.resize(noise.normal(0, 1, (1, r.randint(5, 40))).astype(np.float32), (width, 1), interpolation=cv2.INTER_CUBIC)[0]
        ridge = height * (0.45 + 0.12 * layer) + steps * height * 0.05
        image[np.arange(height)[:, None] > ridge[None]] = [r.uniform(10, 160) for _ in range(3)]
    return _grained(r, noise, image)


def blank(r, noise, width, height):
    shade = r.choice((0, 12, 128, 240, 255))
    return _grained(r, noise, np.full((height, width, 3), shade, np.float32)) if r.chance(0.5) else np.full((height, width, 3), shade, np.uint8)


def _backdrop(r, noise, width, height):
    coarse = noise.uniform(30, 220, (r.randint(3, 9), r.randint(3, 9), 3)).astype(np.float32)
    return np.ascontiguousarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).clip(0, 255).astype(np.uint8))


def _grained(r, noise, image):
    return (image + noise.normal(0, r.uniform(1, 7), image.shape)).clip(0, 255).astype(np.uint8)
