"""Blur: defocus or motion."""
import cv2
import numpy as np

from .shot import Shot, scaled, small_em


def blur(r, image, page):
    """Up to a tenth of an em of defocus, or a third of an em of motion: hard to read, still legible."""
    image, page = scaled(image, page, min(1.0, max(r.uniform(480, 1080) / image.shape[1], 11 / small_em(page))))
    em = small_em(page)
    if r.chance(0.5):
        sigma = em * r.uniform(0.05, 0.1)
        made, notes = cv2.GaussianBlur(image, (0, 0), sigma), {"sigma_em": round(sigma / em, 3)}
    else:
        length, angle = em * r.uniform(0.15, 0.33), r.uniform(0, 180)
        made, notes = cv2.filter2D(image, -1, streak(length, angle)), {"motion_em": round(length / em, 2), "angle": round(angle)}
    return Shot(made, page, quality=r.randint(60, 90), notes=notes)


def streak(length, angle):
    """A line of `length` pixels as a convolution kernel that sums to one."""
    size = int(np.ceil(length)) * 2 + 1
    kernel, middle = np.zeros((size * 8, size * 8), np.float32), size * 4
    dx, dy = (np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))]) * length * 4).round().astype(int)
    cv2.line(kernel, (middle - dx, middle - dy), (middle + dx, middle + dy), 1.0, 8)
    kernel = cv2.resize(kernel, (size, size), interpolation=cv2.INTER_AREA)
    return kernel / kernel.sum()
