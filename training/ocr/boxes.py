"""Boxes: from ink to line boxes, and from line boxes to the detector's targets."""

import unicodedata

import numpy as np

from reference.detection import CELL, NARROW, SHRINK

from .config import ABOVE, BELOW

# Height of ink above, and depth below, the baseline, in ems, as common in sans-serif type; whatever is not named is 0.53 and 0.
HEIGHTS = {0.93: "ÁÉÍÓÚÜÑ", 0.66: "t", 0.72: "bdfhkliáéíóúüñjABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*\"'`^°ºª€%&#@?!$/\\|()[]{}"}
DEPTHS = {0.21: "gjpqy()[]{}|@¡¿", 0.13: ",;", 0.1: "/\\_$", 0.05: "Q"}
ABOVE_BASELINE = {character: value for value, characters in HEIGHTS.items() for character in characters}
BELOW_BASELINE = {character: value for value, characters in DEPTHS.items() for character in characters}


def line_box(text, ink):
    """The em-high box of a word whose box hugs its ink (from the x-height at least, down to the baseline at least)."""
    x0, y0, x1, y1 = ink
    height = max(0.53, max(ABOVE_BASELINE.get(c, 0.53) for c in text))
    depth = max(BELOW_BASELINE.get(c, 0) for c in text)
    em = (y1 - y0) / (height + depth)
    baseline = y1 - depth * em
    return [x0, baseline - ABOVE * em, x1, baseline + BELOW * em]


def of_words(words):
    """[(text, em-high box)] of a page's word records {"text", "box"[, "baseline", "em"]}; those without ink are left out."""
    out = []
    for word in words:
        text, box = unicodedata.normalize("NFC", word["text"]), word["box"]
        if text and box[2] > box[0] and box[3] > box[1]:
            exact = "em" in word and [box[0], word["baseline"] - ABOVE * word["em"], box[2], word["baseline"] + BELOW * word["em"]]
            out.append((text, exact or line_box(text, box)))
    return out


def shrunk(box):
    x0, y0, x1, y1 = box
    down = SHRINK * (y1 - y0)
    across = min(down, NARROW * (x1 - x0))
    return x0 + across, y0 + down, x1 - across, y1 - down


def targets(boxes, width, height):
    """(uint8 map of cells inside shrunk boxes, uint8 map of cells that do not count) for a tile of width x height pixels."""
    inside = np.zeros((height // CELL, width // CELL), np.uint8)
    ignored = np.zeros_like(inside)
    for box in boxes:
        x0, y0, x1, y1 = shrunk(box)
        left, right = (max(0, int(np.ceil(x / CELL - 0.5))) for x in (x0, x1))
        top, bottom = (max(0, int(np.ceil(y / CELL - 0.5))) for y in (y0, y1))
        seen = max(0, min(box[3], height) - max(box[1], 0)) * max(0, min(box[2], width) - max(box[0], 0))
        if seen <= 0:
            continue
        cut = seen < 0.6 * (box[3] - box[1]) * (box[2] - box[0]) or box[1] < -0.25 * (box[3] - box[1]) or box[3] - height > 0.25 * (box[3] - box[1])
        (ignored if cut else inside)[top : max(bottom, top + 1), left : max(right, left + 1)] = 1
    return inside, ignored
