"""Boxes: from ink to line boxes, and from line boxes to the detector's targets."""

import unicodedata

import cv2
import numpy as np

from reference.detection import CELL, NARROW, SHRINK

from .config import ABOVE, BELOW

# Height of ink above, and depth below, the baseline, in ems, as common in sans-serif type; other characters have 0.53 and 0.
HEIGHTS = {0.93: "ÁÉÍÓÚÜÑ", 0.66: "t", 0.72: "bdfhkliáéíóúüñjABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*\"'`^°ºª€%&#@?!$/\\|()[]{}"}
DEPTHS = {0.21: "gjpqy()[]{}|@¡¿", 0.13: ",;", 0.1: "/\\_$", 0.05: "Q"}
ABOVE_BASELINE = {character: value for value, characters in HEIGHTS.items() for character in characters}
BELOW_BASELINE = {character: value for value, characters in DEPTHS.items() for character in characters}


def line_box(text, ink):
    """The em-high box of a word whose box fits its ink (from the x-height at least, down to the baseline at least)."""
    x0, y0, x1, y1 = ink
    height = max(0.53, max(ABOVE_BASELINE.get(c, 0.53) for c in text))
    depth = max(BELOW_BASELINE.get(c, 0) for c in text)
    em = (y1 - y0) / (height + depth)
    baseline = y1 - depth * em
    return [x0, baseline - ABOVE * em, x1, baseline + BELOW * em]


def of_words(words):
    """[(text, em-high box)] of a page's word records {"text", "box"[, "baseline", "em"]}; words without ink are left out."""
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


def targets(quads, width, height):
    """(uint8 map of cells inside shrunk boxes, uint8 map of ignored cells) for a tile of width x height pixels.

    quads: float [N,2,4,2]: the corners of each word's box and of its shrunk box, clockwise, in the tile.
    """
    inside = np.zeros((height // CELL, width // CELL), np.uint8)
    ignored = np.zeros_like(inside)
    for outer, core in quads:
        seen = share_seen(outer, width, height)
        if seen > 0:
            # Cell (i, j) covers pixels CELL*i to CELL*(i+1); fillPoly takes cell centers, in 1/16 of a cell, and paints the outline too.
            points = np.round((inset(core / CELL, 0.5) - 0.5) * 16).astype(np.int32)
            cv2.fillPoly(inside if seen >= 0.6 else ignored, [points], 1, cv2.LINE_8, 4)
    return inside, ignored


def inset(quad, distance):
    """The quad with each side moved inwards by a distance, but never past its middle."""
    across, down = ((quad[1] - quad[0]) + (quad[2] - quad[3])) / 2, ((quad[3] - quad[0]) + (quad[2] - quad[1])) / 2
    step_across, step_down = (side * min(0.49, distance / max(1e-6, float(np.hypot(*side)))) for side in (across, down))
    signs = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    return quad + signs[:, :1] * step_across + signs[:, 1:] * step_down


def share_seen(quad, width, height):
    """Fraction of a word's bounding rectangle within the tile, 0-1; low when its top or bottom is cropped."""
    (x0, y0), (x1, y1) = quad.min(0), quad.max(0)
    tall = max(1e-6, y1 - y0)
    if y0 < -0.25 * tall or y1 - height > 0.25 * tall:
        return 0.1 if y1 > 0 and y0 < height and x1 > 0 and x0 < width else 0.0
    across = max(0.0, min(x1, width) - max(x0, 0)) / max(1e-6, x1 - x0)
    return across * max(0.0, min(y1, height) - max(y0, 0)) / tall


def corners(box):
    x0, y0, x1, y1 = box
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]


def quads_of(boxes):
    """float [N,2,4,2]: corners of each box and of its shrunk form."""
    return np.array([[corners(box), corners(shrunk(box))] for box in boxes], np.float64).reshape(-1, 2, 4, 2)
