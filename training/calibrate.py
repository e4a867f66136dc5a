"""Fits each recogniser's confidence on validation pages: python3 calibrate.py --set val-300. Export takes it up.

A logistic regression (Newton's method, a little ridge) from what the recogniser says of a word to whether it is right to the
letter. Pages are read as they are and spoiled, so that it holds on bad images too. `Calibration` in the C# reader is the same formula.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch

from evaluate import entries, grey_page
from ocr import boxes, config, tiles
from reference import detection, metrics, recognition
from reference.engine import torch_runner

NAMES = ("bias", "symbol", "blank", "height", "length")
SUREST = 9.0
FEWEST = 100  # words
KEPT_RIGHT = 0.999  # of the words that the fast recogniser is trusted with


def log_odds(probability):
    return float(np.clip(np.log(max(probability, 1e-9) / max(1 - probability, 1e-9)), -SUREST, SUREST))


def features(symbol, blank, height, length):
    return [1.0, log_odds(symbol), log_odds(blank), float(np.log2(np.clip(height, 2, 32) / 16)), float(np.log2(length))]


def samples(read, fit, pages):
    """(features, right) of every word that a box of the detector holds alone."""
    detector, out = torch_runner("detector"), []
    for grey, words in pages:
        size = grey.shape[1], grey.shape[0]
        target = 480 if np.median([box[3] - box[1] for _, box in words]) * 480 / size[0] > 13 else 960
        logits, scaled = detection.look(detector, grey, target)
        found = detection.boxes_of(logits, size, scaled, fit["threshold"], fit["boxThreshold"], fit["unclipRatio"], fit["minHeight"])
        pairs = metrics.match([box for _, box in words], found)
        crops = [recognition.to_height(recognition.crop(grey, found[j])) for _, j in pairs]
        for (i, j), crop in zip(pairs, crops):
            text, symbol, blank = recognition.weakest(read(recognition.to_input([crop]))[0])
            if text and " " not in text:
                out.append((features(symbol, blank, found[j][3] - found[j][1], len(text)), text == words[i][0]))
    return np.array([row for row, _ in out]).reshape(-1, len(NAMES)), np.array([right for _, right in out], float)


def pages_of(names, limit):
    """Each page as it is, and once spoiled."""
    for name in names:
        for path, entry in entries(config.CACHE / name)[:limit]:
            grey, words = grey_page(path), boxes.of_words(entry["words"])
            if words:
                yield grey, words
                yield tiles.spoil(grey.astype(np.float32), float(np.median([box[3] - box[1] for _, box in words]))), words


def regression(rows, right, ridge=1e-2):
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - ridge * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def trusted_from(chance, right):
    """Least confidence from which KEPT_RIGHT of the words are right."""
    order = np.argsort(-chance)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share >= KEPT_RIGHT)
    return float(chance[order[good[-1]]]) if len(good) else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", dest="sets", required=True)
    parser.add_argument("--limit", type=int, default=10**9, help="pages a set")
    options = parser.parse_args()
    random.seed(1)
    np.random.seed(1)
    torch.manual_seed(1)
    pages = list(pages_of(options.sets, options.limit))
    fit = json.loads((config.CHECKPOINTS / "detector-fit.json").read_text())
    out = {}
    for name in ("recognizer", "recognizer-fast"):
        rows, right = samples(torch_runner(name), fit, pages)
        if len(right) < FEWEST:
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
