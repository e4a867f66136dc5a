"""Conditions of size, compression and tone: recompressed, narrow, widths, gray, threshold, dark-low."""
import cv2
import numpy as np
from PIL import Image

from .shot import Shot, again, scaled, small_em, without

FILTERS = (Image.LANCZOS, Image.BICUBIC, Image.BILINEAR, Image.BOX)
LEGIBLE = 6.5  # pixels of em; smaller text is illegible for people too


def clean(r, image, page):
    return Shot(image, page, kind="png")


def recompressed(r, image, page):
    """Sent and forwarded in a chat: rescaled and compressed twice."""
    width, em = image.shape[1], small_em(page)
    last = max(r.uniform(480, 1080) / width, 8.5 / em)
    first = max(last * r.uniform(0.75, 1.6), 8.5 / em)
    qualities = r.randint(30, 60), r.randint(30, 60)
    image, page = scaled(image, page, first, r.choice(FILTERS))
    image = again(image, qualities[0])
    image, page = scaled(image, page, last / first, r.choice(FILTERS))
    return Shot(image, page, quality=qualities[1], notes={"jpeg": qualities})


def narrow(r, image, page):
    """240 px wide, or the next legible width up to 330; None when there is none."""
    for width in [r.choice((240, 240, 250, 260, 280)), 300, 330]:
        factor = width / image.shape[1]
        if small_em(page) * factor >= LEGIBLE:
            image, page = scaled(image, page, factor, r.choice(FILTERS[:3]))
            return Shot(image, page, kind=r.choice(("png", "jpg", "webp")), quality=r.randint(70, 90), notes={"width": width})
    return None


def widths(r, image, page):
    """From a preview to the screen of a new phone: 300 to 1440 px wide, its smallest text legible."""
    image, page = across(r, image, page, 300, (LEGIBLE + 0.5) / small_em(page))
    if image is None:
        return None
    return Shot(image, page, kind=r.choice(("png", "jpg", "jpg", "jpg", "webp")), quality=r.randint(50, 90), notes={"width": image.shape[1]})


def across(r, image, page, narrowest, smallest):
    """Scaled to `narrowest` to 1440 px of width, log-uniform, and at least by the factor `smallest`; (None, None) where that would enlarge it too much."""
    width = narrowest * (1440 / narrowest) ** r.random()
    factor = max(width / image.shape[1], smallest)
    return scaled(image, page, factor, r.choice(FILTERS)) if factor <= 1.6 else (None, None)


def gray(r, image, page):
    """Scanned or printed in gray: one channel, with reduced or increased contrast."""
    weights = r.choice(((0.299, 0.587, 0.114), (1 / 3, 1 / 3, 1 / 3), (0.0, 1.0, 0.0), (0.4, 0.5, 0.1)))
    values = image.astype(np.float32) @ np.asarray(weights, np.float32)
    low, high = r.uniform(0, 60), r.uniform(185, 255)
    values = 255 * (values / 255) ** r.uniform(0.7, 1.4)
    values = (low + values * (high - low) / 255).clip(0, 255).astype(np.uint8)
    values, page = _shrunk(r, values, page)
    return Shot(values, page, kind=r.choice(("png", "jpg", "jpg")), quality=r.randint(55, 85))


def threshold(r, image, page):
    """Black and white, by a fixed or an adaptive threshold. Words that it erases are removed from the truth."""
    image, page = _shrunk(r, image, page)
    values = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if r.chance(0.5):
        name, cut = "global", cv2.threshold(values, 0, 255, cv2.THRESH_OTSU)[0] + r.uniform(-25, 25)
        made = np.where(values > cut, 255, 0).astype(np.uint8)
    else:
        name, block = "adaptive", int(small_em(page) * r.uniform(1.5, 3)) | 1
        method = r.choice((cv2.ADAPTIVE_THRESH_MEAN_C, cv2.ADAPTIVE_THRESH_GAUSSIAN_C))
        made = cv2.adaptiveThreshold(values, 255, method, cv2.THRESH_BINARY, max(block, 7), r.uniform(4, 12))
    page = without(page, lambda word: _vanished(values, made, word["box"]))
    return Shot(made, page, kind=r.choice(("png", "jpg")), quality=r.randint(60, 90), notes={"threshold": name})


def _vanished(before, after, box):
    """Whether the word, or a part of it as wide as a letter, changed: half of an erased number is not part of the truth either."""
    x0, y0, x1, y1 = (int(v) for v in (box[0], box[1], np.ceil(box[2]), np.ceil(box[3])))
    one, two = before[y0:y1, x0:x1].astype(np.float32), after[y0:y1, x0:x1].astype(np.float32)
    parts = max(1, round(2 * one.shape[1] / max(1, one.shape[0])))
    pieces = zip(np.array_split(one, parts, axis=1), np.array_split(two, parts, axis=1))
    inked = [(was, now) for was, now in pieces if was.std() > 0.4 * one.std()]
    return _likeness(one, two) < 0.55 or any(_likeness(was, now) < 0.45 for was, now in inked)


def _likeness(one, two):
    return 0.0 if one.size < 4 or one.std() < 1 or two.std() < 1 else float(np.corrcoef(one.ravel(), two.ravel())[0, 1])


def dark_low(r, image, page):
    """Dark mode with low-contrast text: the lightness is inverted where the page is light, then compressed."""
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB).astype(np.float32)
    if np.median(lab[..., 0]) > 128:
        lab[..., 0] = 255 - lab[..., 0]
    base, room = r.uniform(12, 45), r.uniform(60, 110)
    lab[..., 0] = base + lab[..., 0] / 255 * room
    lab[..., 1:] = 128 + (lab[..., 1:] - 128) * r.uniform(0.4, 0.9)
    made = cv2.cvtColor(lab.clip(0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)
    made, page = _shrunk(r, made, page)
    return Shot(made, page, kind=r.choice(("png", "jpg", "jpg")), quality=r.randint(65, 90), notes={"room": round(room)})


def _shrunk(r, image, page):
    """Scales to a width that chats produce, with text at least 9 pixels high."""
    factor = max(r.uniform(420, 1080) / image.shape[1], 9 / small_em(page))
    return scaled(image, page, factor, Image.LANCZOS) if factor < 1 else (image, page)
