"""Chooses the detector's thresholds on validation pages: python3 fit_detector.py --set val-300 --limit 80. Export uses the result."""

import argparse
import itertools
import json
from pathlib import Path


from evaluate import entries, gray_page
from ocr import boxes, config
from reference import detection, metrics
from reference.engine import torch_runner

THRESHOLDS = (0.4, 0.5, 0.6, 0.7)
BOX_THRESHOLDS = (0.5, 0.6, 0.7, 0.8)
UNCLIPS = (0.30, 0.34, 0.39, 0.44)
MIN_HEIGHT = 5.0


def collect(names, limit, widths):
    """[(logits, size, scaled, true boxes)] of pages at several widths."""
    detector, out = torch_runner("detector"), []
    for name in names:
        folder = Path(name) if Path(name).is_dir() else config.CACHE / name
        for number, (path, entry) in enumerate(entries(folder)[:limit]):
            gray = gray_page(path)
            size = gray.shape[1], gray.shape[0]
            logits, scaled = detection.detection_pass(detector, gray, widths[number % len(widths)])
            out.append((logits, size, scaled, [box for _, box in boxes.of_words(entry["words"])]))
    return out


def score(pages, *settings):
    """(objective, recall, precision, share of long words that one box contains).

    The objective is the mean of F1 at IoU 0.5 and at 0.7, plus three times the last share: a word that is joined to its
    neighbor can still be read, but a number that is split is lost.
    """
    hits, strict, truths, founds, whole, long = 0, 0, 0, 0, 0, 0
    for logits, size, scaled, truth in pages:
        found = detection.boxes_of(logits, size, scaled, *settings, MIN_HEIGHT)
        hits += len(metrics.match(truth, found, 0.5))
        strict += len(metrics.match(truth, found, 0.7))
        truths, founds = truths + len(truth), founds + len(found)
        wide = [box for box in truth if box[2] - box[0] > 3 * (box[3] - box[1])]
        whole, long = whole + sum(any(metrics.covers(other, box) for other in found) for box in wide), long + len(wide)
    kept = whole / max(1, long)
    return (hits + strict) / max(1, truths + founds) + 3 * kept, hits / max(1, truths), hits / max(1, founds), kept


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", dest="sets", required=True)
    parser.add_argument("--limit", type=int, default=60, help="pages per set")
    options = parser.parse_args()
    pages = collect(options.sets, options.limit, (480, 480, 960, 400))
    best = max(itertools.product(THRESHOLDS, BOX_THRESHOLDS, UNCLIPS), key=lambda settings: score(pages, *settings)[0])
    _, recall, precision, kept = score(pages, *best)
    fitted = dict(zip(("threshold", "boxThreshold", "unclipRatio"), best), minHeight=MIN_HEIGHT)
    (config.CHECKPOINTS / "detector-fit.json").write_text(json.dumps(fitted) + "\n", encoding="utf-8")
    print(f"{len(pages)} pages: {fitted}: recall {recall:.4f}, precision {precision:.4f}, long words whole {kept:.4f}")


if __name__ == "__main__":
    main()
