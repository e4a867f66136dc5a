"""Degradation of a screenshot by a chat: crops, rescaling, repeated JPEG. Boxes and fields follow."""
import cv2
import numpy as np

from .truth import transform

WIDTHS = [243, 300, 360, 400, 480, 480, 540, 540, 576, 640, 720, 720, 720, 828, 900, 1080, 1080]
SHRINK = [cv2.INTER_AREA, cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4]
GROW = [cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4]
SMALLEST_TEXT = 7.0  # pixels of height; smaller text is illegible for people too


def whatsapp(image, page, r, crop=None):
    """Degrades a clean page. `r`: random.Random. `crop`: probability of a cropped header or footer (default 0.35).
    Returns (JPEG bytes, page); the page's boxes are pixels of the JPEG."""
    if r.random() < (0.35 if crop is None else crop):
        image, page = cut_away(image, page, r)
    image, page = _resize(image, page, r)
    image = _wear(image, r)
    if r.random() < 0.06:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    data = _jpeg(image, r.randint(40, 92))
    if r.random() < 0.4:
        data = _jpeg(cv2.imdecode(data, cv2.IMREAD_COLOR), r.randint(50, 92))
    return data.tobytes(), page


def cut_away(image, page, r):
    """Crops the top, the bottom or both, mostly between rows, and sometimes a small part of the sides."""
    height, width = image.shape[:2]
    top, bottom, left, right = 0, height, 0, width
    kind = r.random()
    if kind < 0.6:
        top = _edge(page, r, r.uniform(0.02, 0.3) * height, up=True)
    if kind > 0.45:
        bottom = _edge(page, r, r.uniform(0.62, 0.98) * height, up=False)
    if r.random() < 0.2:
        left, right = round(width * r.uniform(0, 0.025)), round(width * (1 - r.uniform(0, 0.025)))
    top, bottom = max(0, round(top)), min(height, round(bottom))
    return image[top:bottom, left:right], transform(page, [left, top, right, bottom], 1)


def _edge(page, r, y, up):
    """Keeps rows complete, so that a label stays with its value. One-line rows may be cut, as people do."""
    if not page["words"]:
        return y
    line = float(np.median([w["box"][3] - w["box"][1] for w in page["words"]]))
    careless = r.random() < 0.25
    for _ in range(4):
        for top, bottom in page["rows"]:
            if top < y < bottom and not (careless and bottom - top < 2.5 * line):
                y = top if up else bottom
    return y


def _resize(image, page, r):
    """Scales to a width that chats produce, while the text stays legible. Screenshots are rarely enlarged."""
    height, width = image.shape[:2]
    text = float(np.median([w["box"][3] - w["box"][1] for w in page["words"]])) if page["words"] else 12.0
    factor = min(r.choice(WIDTHS) / width, 1.3)
    factor = max(factor, min(1.0, SMALLEST_TEXT / text))
    if r.random() < 0.2 or abs(factor - 1) < 0.02:
        return image, page
    size = (round(width * factor), round(height * factor))
    small = cv2.resize(image, size, interpolation=r.choice(SHRINK if factor < 1 else GROW))
    page = transform(page, [0, 0, width, height], factor)
    page["size"] = list(size)
    return small, page


def _wear(image, r):
    if r.random() < 0.2:
        image = cv2.GaussianBlur(image, (0, 0), r.uniform(0.3, 0.8))
    if r.random() < 0.15:
        soft = cv2.GaussianBlur(image, (0, 0), 1.0)
        image = cv2.addWeighted(image, 1 + r.uniform(0.3, 0.9), soft, -r.uniform(0.3, 0.6), 0)
    if r.random() < 0.15:
        noise = np.random.default_rng(r.getrandbits(32)).normal(0, r.uniform(1, 6), image.shape)
        image = np.clip(image + noise, 0, 255).astype(np.uint8)
    if r.random() < 0.2:
        image = cv2.convertScaleAbs(image, alpha=r.uniform(0.75, 1.05), beta=r.uniform(0, 25))
    return image


def _jpeg(image, quality):
    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError("the image could not be encoded")
    return data
