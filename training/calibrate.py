"""Fits each recognizer's confidence on validation pages: python3 calibrate.py --set val-300. Export uses the result.

A logistic regression (Newton's method, a small ridge) from the recognizer's output for a word to the probability that every letter
is right. Pages are read unchanged and degraded, so that the fit holds on bad images too. `Calibration` in the C# reader is the same formula.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch

from evaluate import entries, gray_page
from ocr import boxes, config, tiles
from reference import detection, metrics, recognition
from reference.engine import torch_runner

NAMES = ("bias", "symbol", "blank", "height", "length")
SUREST = 9.0
MIN_WORDS = 100  # words
KEPT_RIGHT = 0.999  # minimum share of right words among those for which the fast recognizer is trusted


def log_odds(probability):
    return float(np.clip(np.log(max(probability, 1e-9) / max(1 - probability, 1e-9)), -SUREST, SUREST))


def features(symbol, blank, height, length):
    return [1.0, log_odds(symbol), log_odds(blank), float(np.log2(np.clip(height, 2, 32) / 16)), float(np.log2(length))]


def samples(read, fit, pages):
    """(features, right) of every word that a box of the detector contains alone."""
    detector, out = torch_runner("detector"), []
    for gray, words in pages:
        size = gray.shape[1], gray.shape[0]
        target = 480 if np.median([box[3] - box[1] for _, box in words]) * 480 / size[0] > 13 else 960
        logits, scaled = detection.detection_pass(detector, gray, target)
        found = detection.boxes_of(logits, size, scaled, fit["threshold"], fit["boxThreshold"], fit["unclipRatio"], fit["minHeight"])
        pairs = metrics.match([box for _, box in words], found)
        crops = [recognition.to_height(recognition.crop(gray, found[j])) for _, j in pairs]
        for (i, j), crop in zip(pairs, crops):
            text, symbol, blank = recognition.weakest(read(recognition.to_input([crop]))[0])
            if text and " " not in text:
                out.append((features(symbol, blank, found[j][3] - found[j][1], len(text)), text == words[i][0]))
    return np.array([row for row, _ in out]).reshape(-1, len(NAMES)), np.array([right for _, right in out], float)


def pages_of(names, limit):
    """Each page unchanged, and once degraded."""
    for name in names:
        for path, entry in entries(config.CACHE / name)[:limit]:
            gray, words = gray_page(path), boxes.of_words(entry["words"])
            if words:
                yield gray, words
                yield tiles.spoil(gray.astype(np.float32), float(np.median([box[3] - box[1] for _, box in words]))), words


def regression(rows, right, ridge=1e-2):
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - ridge * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def trusted_from(chance, right):
    """Minimum confidence from which KEPT_RIGHT of the words are right."""
    order = np.argsort(-chance)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share >= KEPT_RIGHT)
    return float(chance[order[good[-1]]]) if len(good) else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", dest="sets", required=True)
    parser.add_argument("--limit", type=int, default=10**9, help="pages per set")
    options = parser.parse_args()
    random.seed(1)
    np.random.seed(1)
    torch.manual_seed(1)
    pages = list(pages_of(options.sets, options.limit))
    fit = json.loads((config.CHECKPOINTS / "detector-fit.json").read_text())
    out = {}
    for name in ("recognizer", "recognizer-fast"):
        rows, right = samples(torch_runner(name), fit, pages)
        if len(right) < MIN_WORDS:
            return print(f"{name}: only {len(right)} words were found, too few to fit anything; nothing written")
        weights = regression(rows, right)
        chance = 1 / (1 + np.exp(-rows @ weights))
        sure, trusted = chance >= 0.95, trusted_from(chance, right)
        print(f"{name}: {len(right)} words, {right.mean():.4f} right; {sure.mean():.3f} at 0.95 or more, {right[sure].mean():.4f} of them right; "
              f"{KEPT_RIGHT} right from {trusted:.3f}, which {(chance < trusted).mean():.3f} do not reach")  # fmt: skip
        out[name] = {"calibration": {key: round(float(weight), 4) for key, weight in zip(NAMES, weights)}, "trusted": round(trusted, 3)}
    Path(config.CHECKPOINTS / "calibration.json").write_text(json.dumps(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
