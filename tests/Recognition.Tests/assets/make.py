"""Generates the images and expected values of this folder. Run once, in the training environment: python3 make.py"""

import json
import struct
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "training"))
from reference import detection  # noqa: E402


def rare_images():
    """The ramp 0, 8, … 248 in file variants that common encoders do not write."""
    ramp = np.tile((np.arange(32) * 8).astype(np.uint8), (16, 1))
    image = Image.fromarray(ramp)
    image.convert("RGB").convert("CMYK").save(HERE / "cmyk.jpg", quality=98)
    Image.fromarray(ramp.astype(np.uint16) * 257).save(HERE / "grey16.png")
    image.convert("P").save(HERE / "palette.png")
    image.convert("RGB").save(HERE / "progressive.jpg", progressive=True, quality=98)
    (HERE / "interlaced.png").write_bytes(interlaced(ramp))


def interlaced(gray):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    passes = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))
    rows = b"".join(b"\0" + row.tobytes() for y, x, dy, dx in passes for row in gray[y::dy, x::dx])
    size = struct.pack(">IIBBBBB", gray.shape[1], gray.shape[0], 8, 0, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def logit_map(rng, rows, columns, count):
    """Soft blobs of every size, some touching, some cut by the edge, in noise below the threshold."""
    logits = rng.normal(-5, 1, (rows, columns))
    for _ in range(count):
        x, y = rng.integers(-3, columns), rng.integers(-2, rows)
        w, h = rng.integers(1, 24), rng.integers(1, 8)
        logits[max(0, y) : max(0, y + h), max(0, x) : max(0, x + w)] = rng.normal(rng.uniform(-1, 4), 1.2)
    return np.round(cv2.GaussianBlur(logits.astype(np.float32), (3, 3), 0.7), 2)


def detections():
    rng = np.random.default_rng(7)
    cases = []
    for page, target in (((160, 190), 120), ((300, 110), 128), ((61, 83), 96), ((90, 400), 100)):
        scaled = detection.scaled_size(*page, target, 256)
        padded = [-(-side // detection.STRIDE) * detection.STRIDE for side in scaled]
        logits = logit_map(rng, padded[1] // detection.CELL, padded[0] // detection.CELL, 14)
        boxes = detection.boxes_of(logits, page, scaled, 0.4, 0.6, 0.393, 5.0)
        cases.append({
            "page": page, "targetWidth": target, "maxSide": 256, "scaled": scaled,
            "logits": [round(float(value), 2) for value in logits.ravel()],
            "boxes": [[round(float(value), 4) for value in box] for box in boxes],
        })
    (HERE / "detections.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")
    print([len(case["boxes"]) for case in cases])


def resizings():
    rng = np.random.default_rng(3)
    cases = []
    for (w, h), (to_w, to_h) in (((37, 29), (16, 12)), ((40, 40), (20, 20)), ((23, 17), (41, 32)), ((64, 50), (63, 49)), ((5, 3), (9, 32))):
        pixels = rng.integers(0, 256, (h, w)).astype(np.uint8)
        resized = detection.resize(pixels, to_w, to_h)
        cases.append({"size": [w, h], "pixels": pixels.ravel().tolist(), "target": [to_w, to_h], "resized": resized.ravel().tolist()})
    (HERE / "resizings.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    rare_images()
    detections()
    resizings()
