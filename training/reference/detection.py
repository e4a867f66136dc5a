"""Converts a gray page to word boxes; everything around the detector. The C# reader mirrors this file formula by formula.

SHRINK defines the training targets: a word's box loses SHRINK of its height on every side (of its width left and
right at most NARROW per side, or a colon would vanish). `boxes_of` expands a component's rectangle by the same rule.
"""

import cv2
import numpy as np

TARGET_WIDTHS = 480, 960  # of a page scaled for the first and the second pass
MAX_SIDE = 1600  # of a scaled page
STRIDE = 32  # sides of the input are multiples of this
CELL = 2  # input pixels per output cell along each axis
SHRINK = 0.22
NARROW = 0.30


def resize(gray, width, height):
    """Triangle/area filter when shrinking, bilinear when growing."""
    shrinking = width < gray.shape[1] or height < gray.shape[0]
    return cv2.resize(gray, (width, height), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)


def scaled_size(width, height, target_width, max_side):
    """Size of the scaled page: `target_width` wide, but no side longer than `max_side`."""
    scale = min(target_width / width, max_side / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def detection_pass(detector, gray, target_width, max_side=MAX_SIDE):
    """(logits [H/2, W/2], (width, height) of the scaled page) of one detection pass over a gray page."""
    scaled = scaled_size(gray.shape[1], gray.shape[0], target_width, max_side)
    return detector(to_input(resize(gray, *scaled)))[0, 0], scaled


def to_input(gray):
    """uint8 [h,w] to float32 [1,1,H,W], (grey/255-0.5)/0.5, padded right and below with 0 to multiples of STRIDE."""
    height, width = (-(-side // STRIDE) * STRIDE for side in gray.shape)
    values = np.zeros((1, 1, height, width), np.float32)
    values[0, 0, : gray.shape[0], : gray.shape[1]] = gray.astype(np.float32) / 127.5 - 1
    return values


def boxes_of(logits, size, scaled, threshold, box_threshold, unclip, min_height):
    """Boxes (x0, y0, x1, y1, score) in pixels of the original page, ordered by their first cell in raster order.

    logits: [H/2, W/2]; size: (width, height) of the original page, scaled: of the page given to the network.
    A component is 8-connected cells with sigmoid(logit) >= threshold; its score is the mean over these cells.
    unclip: the fraction of the component's height added on each side, SHRINK / (1 - 2 SHRINK) for an exact network.
    min_height: of an expanded box, in input pixels.
    """
    probability = 1 / (1 + np.exp(-logits.astype(np.float32)))
    columns, rows = -(-scaled[0] // CELL), -(-scaled[1] // CELL)
    probability = probability[:rows, :columns]
    mask = (probability >= threshold).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    sums = np.bincount(labels.ravel(), probability.ravel(), count)
    scale_x, scale_y = size[0] / scaled[0], size[1] / scaled[1]
    found = []
    for index in range(1, count):
        x, y, w, h, area = stats[index]
        score = sums[index] / area
        grow = unclip * h * CELL
        if score < box_threshold or h * CELL + 2 * grow < min_height:
            continue
        x0, y0 = max(0, (x * CELL - grow) * scale_x), max(0, (y * CELL - grow) * scale_y)
        x1, y1 = min(size[0], ((x + w) * CELL + grow) * scale_x), min(size[1], ((y + h) * CELL + grow) * scale_y)
        found.append((x0, y0, x1, y1, float(score)))
    return found
