"""Cases for the single steps, with the results of Pillow, OpenCV, Clipper and the reference."""

import cv2
import numpy as np

from reference import onnxtr as reference


def resizings():
    """Sizes and pixels of small RGB images before and after Pillow's BILINEAR: smaller, larger, both, by one, unchanged."""
    rng = np.random.default_rng(5)
    cases = []
    for (w, h), (to_w, to_h) in (
        ((37, 29), (16, 12)), ((23, 17), (41, 32)), ((40, 9), (13, 21)), ((64, 20), (63, 19)), ((7, 5), (7, 5)), ((1, 1), (3, 4)), ((90, 3), (4, 1)),
    ):  # fmt: skip
        pixels = rng.integers(0, 256, (h, w, 3)).astype(np.uint8)
        resized = reference.resize(pixels, to_w, to_h)
        cases.append({"size": [w, h], "pixels": pixels.ravel().tolist(), "target": [to_w, to_h], "resized": resized.ravel().tolist()})
    return cases


def unclips():
    """[x, y, w, h, xmin, ymin, xmax, ymax] by Clipper's polygon offset."""
    rng = np.random.default_rng(6)
    cases = []
    for _ in range(300):
        x, y, w, h = (int(value) for value in rng.integers([0, 0, 3, 3], [900, 900, 400, 90]))
        cases.append([x, y, w, h, *reference.unclip_by_clipper(x, y, w, h)])
    return cases


def blobs():
    """Bits of random maps, and OpenCV's external contours after an opening: rectangles [x0, y0, x1, y1], all inclusive."""
    rng = np.random.default_rng(7)
    cases = []
    for width, height, density in ((24, 18, 0.93), (40, 30, 0.9), (33, 47, 0.86), (60, 40, 0.95), (5, 5, 1.0), (1, 9, 1.0), (3, 3, 1.0)):
        bits = (rng.random((height, width)) < density).astype(np.uint8)
        if width > 20:
            bits[2:-2, 2] = bits[2:-2, -3] = bits[2, 2:-2] = bits[-3, 2:-2] = 1
        opened = cv2.morphologyEx(bits, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
        contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        found = sorted([x, y, x + w - 1, y + h - 1] for x, y, w, h in map(cv2.boundingRect, contours))
        cases.append({"size": [width, height], "bits": "".join(map(str, bits.ravel())), "blobs": found})
    cases.append(rings())
    return cases


def rings():
    """Rings within rings, side by side, open to the edge, and closed by a corner only."""
    bits = np.zeros((80, 120), np.uint8)
    for x0, y0, x1, y1 in ((4, 4, 60, 70), (14, 14, 50, 60), (24, 24, 40, 50), (70, 4, 116, 40), (80, 14, 106, 30)):
        cv2.rectangle(bits, (x0, y0), (x1, y1), 1, 3)
    bits[30:36, 30:36] = 1
    bits[50:53, 70:90], bits[50:70, 70:73], bits[53:56, 90:93], bits[60:66, 76:84] = 1, 1, 1, 1
    bits[2:8, 70:76] = 0
    opened = cv2.morphologyEx(bits, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = sorted([x, y, x + w - 1, y + h - 1] for x, y, w, h in map(cv2.boundingRect, contours))
    return {"size": [120, 80], "bits": "".join(map(str, bits.ravel())), "blobs": found}


def splits():
    """Crop sizes, starts and width of the pieces, overlap of the last one."""
    sizes = [(10, 80), (10, 81), (10, 90), (10, 120), (10, 121), (7, 300), (1, 9), (3, 25), (31, 1080), (20, 160), (20, 180)]
    return [{"size": [w, h], "starts": starts, "width": piece, "last": last}
            for h, w in sizes for starts, piece, last in [reference.split(h, w)]]  # fmt: skip


def merges():
    """Random adjacent texts of few letters, which repeat often, with the rule's results."""
    rng = np.random.default_rng(8)
    cases = []
    for _ in range(400):
        letters = list("0123456789"[: rng.integers(1, 10)])
        text = "".join(rng.choice(letters, rng.integers(2, 24)))
        cut = int(rng.integers(0, len(text)))
        a, b = text[: cut + int(rng.integers(0, 8))], list(text[cut:])
        for index in range(len(b)):
            if rng.random() < 0.1:
                b[index] = "x"
        overlap = round(float(rng.choice([0.5, rng.uniform(0, 1)])), 3)
        cases.append([a, "".join(b), overlap, reference.merge(a, "".join(b), overlap)])
    return cases


def readings():
    """Logits over the alphabet "abc" and the blank, with text and confidence."""
    rng = np.random.default_rng(9)
    cases = []
    for steps in (1, 2, 5, 8, 12):
        logits = np.round(rng.normal(0, 2, (steps, 4)), 2)
        text, confidence = reference.read(logits, "abc")
        cases.append({"logits": logits.ravel().tolist(), "text": text, "confidence": round(confidence, 6)})
    return cases


def all_tables():
    return {"resizings": resizings(), "unclips": unclips(), "blobs": blobs(), "splits": splits(), "merges": merges(), "readings": readings()}
