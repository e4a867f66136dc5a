"""OnnxTR's pipeline from an image to words: everything around the two networks, in numpy, OpenCV and Pillow.

The C# reader (shared/Recognition/OnnxTr) is compared with this file. Written from the published behavior of OnnxTR
and docTR; where their releases differ, docs/model-packs.md states which one is used.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

FRENCH = (
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~°£€¥¢฿àâéèêëîïôùûüçÀÂÉÈÊËÎÏÔÙÛÜÇ"
)
PAGE_MEAN, PAGE_STD = (0.798, 0.785, 0.772), (0.264, 0.2749, 0.287)
CROP_MEAN, CROP_STD = (0.694, 0.695, 0.693), (0.299, 0.296, 0.301)
UNCLIP = 1.5
MAX_RATIO, PIECE_RATIO, OVERLAP = 8, 6, 0.5


def decode(data):
    """RGB pixels of an encoded image; alpha is dropped, EXIF orientation applied."""
    return cv2.cvtColor(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def resize(pixels, width, height):
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.BILINEAR))


def fit(width, height, into_width, into_height):
    """(width, height) of an image that keeps its aspect ratio and fills the input in one direction."""
    ratio, target = height / width, into_height / into_width
    if ratio == target:
        return into_width, into_height
    if ratio > target:
        return max(int(into_height / ratio), 1), into_height
    return into_width, max(int(into_width * ratio), 1)


def to_input(pixels, into_width, into_height, mean, std, symmetric):
    """float32 [3, H, W]: resized, padded with black, normalized."""
    width, height = fit(pixels.shape[1], pixels.shape[0], into_width, into_height)
    left = math.ceil((into_width - width) / 2) if symmetric else 0
    top = math.ceil((into_height - height) / 2) if symmetric else 0
    canvas = np.zeros((into_height, into_width, 3), np.uint8)
    canvas[top : top + height, left : left + width] = resize(pixels, width, height)
    values = canvas.astype(np.float32) / 255
    values = (values - np.array(mean, np.float32)) / np.array(std, np.float32)
    return np.ascontiguousarray(values.transpose(2, 0, 1))


def half_away(value):
    return math.floor(value + 0.5) if value >= 0 else math.ceil(value - 0.5)


def unclip(x, y, w, h, ratio=UNCLIP):
    """Bounding rectangle (xmin, ymin, xmax, ymax) of the rectangle offset outwards by round joins, in closed form."""
    grow = w * h * ratio / (2 * (w + h))
    return half_away(x - grow), half_away(y - grow), half_away(x + w + grow) + 1, half_away(y + h + grow) + 1


def unclip_by_clipper(x, y, w, h, ratio=UNCLIP):
    """The same by polygon clipping, as in OnnxTR."""
    import pyclipper

    offset = pyclipper.PyclipperOffset()
    offset.AddPath([(x, y), (x, y + h), (x + w, y + h), (x + w, y)], pyclipper.JT_ROUND, pyclipper.ET_CLOSEDPOLYGON)
    left, top, width, height = cv2.boundingRect(np.asarray(offset.Execute(w * h * ratio / (2 * (w + h)))[0]))
    return left, top, left + width, top + height


def boxes_of(logits, threshold=0.3, box_threshold=0.1):
    """[xmin, ymin, xmax, ymax, score] relative to the map's size, from raw logits [H, W]."""
    height, width = logits.shape
    probability = (1 / (1 + np.exp(-logits.astype(np.float64)))).astype(np.float32)
    bitmap = cv2.morphologyEx((probability >= threshold).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    contours, _ = cv2.findContours(bitmap, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = []
    for contour in contours:
        if np.any(contour[:, 0].max(axis=0) - contour[:, 0].min(axis=0) < 2):
            continue
        x, y, w, h = cv2.boundingRect(contour)
        score = float(probability[y : y + h + 1, x : x + w + 1].mean(dtype=np.float64))
        if score >= box_threshold:
            xmin, ymin, xmax, ymax = unclip(x, y, w, h)
            boxes.append([xmin / width, ymin / height, xmax / width, ymax / height, score])
    return np.clip(np.array(boxes, np.float64).reshape(-1, 5), 0, 1)


def without_padding(boxes, page_width, page_height):
    """Converts boxes relative to the square, symmetrically padded input to boxes relative to the page."""
    boxes = boxes.copy()
    if page_height > page_width:
        boxes[:, [0, 2]] = (boxes[:, [0, 2]] - 0.5) * page_height / page_width + 0.5
    elif page_width > page_height:
        boxes[:, [1, 3]] = (boxes[:, [1, 3]] - 0.5) * page_width / page_height + 0.5
    return np.clip(boxes, 0, 1)


def crops_of(pixels, boxes):
    """(box in pixels, crop) of every box that has pixels."""
    height, width = pixels.shape[:2]
    found = []
    for box in boxes:
        x0, y0, x1, y1 = np.round(np.array(box[:4]) * [width, height, width, height]).astype(int)
        crop = pixels[y0 : y1 + 1, x0 : x1 + 1]
        if crop.size:
            found.append(((int(x0), int(y0), int(max(x1, x0 + 1)), int(max(y1, y0 + 1))), crop))
    return found


def split(height, width):
    """(starts, width of a piece, overlap of the last one) of a crop; one piece when it is not too wide."""
    if width / height <= MAX_RATIO:
        return [0], width, 0.0
    piece = math.ceil(PIECE_RATIO * height)
    starts = list(range(0, width - piece + 1, piece - math.floor(piece * OVERLAP)))
    if starts[-1] + piece < width:
        starts.append(width - piece)
    return starts, piece, (starts[-2] + piece - starts[-1]) / piece


def merge(a, b, overlap):
    """Joins two adjacent readings; a shows `overlap` of b's width too."""
    if min(len(a), len(b)) <= 1:
        return a + b
    left, right = a[:-1], b[1:]
    distances = [sum(x != y for x, y in zip(left[-k:], right[:k])) for k in range(1, min(len(left), len(right)) + 1)]
    exact = [index for index, distance in enumerate(distances) if distance == 0]
    expected = round(len(b) * overlap) - 3
    if exact:
        return left + right[min(exact, key=lambda index: abs(index - expected)) + 1 :]
    if expected < 0:
        return a + b if expected < -1 else left + right
    best = min(range(len(distances)), key=lambda index: distances[index] + abs(index - expected))
    return left + right[best + 1 :]


def merge_all(texts, last_overlap):
    merged = texts[0]
    for index, text in enumerate(texts[1:], 1):
        merged = merge(merged, text, last_overlap if index == len(texts) - 1 else OVERLAP)
    return merged


def read(logits, alphabet=FRENCH):
    """(text, confidence) of raw logits [T, classes]: greedy CTC, blank last, minimum over all steps."""
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    confidence = float((shifted.max(1) / shifted.sum(1)).min())
    best = logits.argmax(1)
    kept = [index for step, index in enumerate(best) if index != len(alphabet) and (step == 0 or index != best[step - 1])]
    return "".join(alphabet[index] for index in kept), confidence


@dataclass
class Reader:
    """The pipeline from image to words; both networks are functions from [N, 3, H, W] to logits."""

    detector: object
    recognizer: object
    side: int = 1024
    crop_size: tuple = (128, 32)

    def boxes(self, pixels):
        values = to_input(pixels, self.side, self.side, PAGE_MEAN, PAGE_STD, symmetric=True)
        return without_padding(boxes_of(self.detector(values[None])[0, 0]), pixels.shape[1], pixels.shape[0])

    def words(self, pixels):
        """[{box, text, confidence}] of every box that has pixels, including empty texts."""
        words = []
        for box, crop in crops_of(pixels, self.boxes(pixels)):
            starts, width, last_overlap = split(*crop.shape[:2])
            pieces = [crop[:, start : start + width] for start in starts]
            values = np.stack([to_input(piece, *self.crop_size, CROP_MEAN, CROP_STD, symmetric=False) for piece in pieces])
            parts = [read(logits) for logits in self.recognizer(values)]
            text = merge_all([part[0] for part in parts], last_overlap)
            words.append({"box": box, "text": text, "confidence": sum(part[1] for part in parts) / len(parts)})
        return words
