"""Fits the calibration of confidences: per field, the share of right values, from samples of field-documents evaluate on held-back arrangements."""

import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path

LEAST = 40


def isotonic(pairs):
    """Pools adjacent violators over groups of similar confidence: ascending (confidence, share right) points."""
    pairs.sort()
    groups = []
    for start in range(0, len(pairs), LEAST):
        chunk = pairs[start : start + LEAST]
        groups.append([sum(c for c, _ in chunk), sum(r for _, r in chunk), len(chunk)])
    if len(groups) > 1 and groups[-1][2] < LEAST:
        last = groups.pop()
        groups[-1] = [a + b for a, b in zip(groups[-1], last)]
    pooled = []
    for group in groups:
        pooled.append(group)
        while len(pooled) > 1 and pooled[-2][1] / pooled[-2][2] >= pooled[-1][1] / pooled[-1][2]:
            last = pooled.pop()
            pooled[-1] = [a + b for a, b in zip(pooled[-1], last)]
    # one more right and one more wrong value: a group without errors is not certain
    return [[round(c / n, 4), round((r + 1) / (n + 2), 4)] for c, r, n in pooled]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, nargs="+", required=True, help="CSV files of field-documents evaluate --samples")
    parser.add_argument("--pack", type=Path, required=True, help="folder of the pack whose manifest receives the points")
    options = parser.parse_args()
    pairs = defaultdict(list)
    for path in options.samples:
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                pairs[row["field"]].append((float(row["confidence"]), int(row["right"])))
    manifest = options.pack / "manifest.json"
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["calibration"] = {}
    for field, samples in sorted(pairs.items()):
        knots = isotonic(samples)
        if len(knots) > 1:
            data["calibration"][field] = [[0.0, 0.0], *knots, [1.0, max(knots[-1][1], min(1.0, knots[-1][1] + 0.001))]]
        print(field, len(samples), data["calibration"].get(field))
    manifest.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
