"""Fits the pack's confidence on words that the pack itself read: python3 fit_confidence.py --pack ../models/compact

    python3 -m receipts.conditions --split calibration --seed 9100 --count 60 --out $RECEIPTS_CACHE/calibration   # once
    dotnet build -c Release ../tools/ReceiptCli

Reads the calibration sets (separate fonts, neither training's nor held out) with every profile through receipt-cli, and writes the
manifest's `confidence`: the usual width of each character, and a logistic regression from a word's evidence to the probability that every
letter is right. The regression's odds are then lowered until WANTED of the words with a confidence of at least SURE are right.
`ConfidenceEstimator` in the C# reader is the same formula.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from calibrate import log_odds, regression
from ocr import config

sys.path.append(str(config.ROOT / "benchmarks" / "accuracy"))
from confidence import SURE, pairs  # noqa: E402

CLI = config.ROOT / "artifacts" / "bin" / "Ocr.ReceiptCli" / "release" / "receipt-cli.dll"
PROFILES = ("fast", "balanced", "thorough")
NAMES = ("bias", "reading", "height", "contrast", "lead", "trail", "gap", "again", "disagreement")
WANTED = 0.9955  # slightly more than documented: fonts differ
MIN_WORDS = 1000  # words
MIN_PER_CHARACTER = 20


def read(sets, pack, profile):
    """(word read, text printed) of every word read at the place of a printed one, over all sets whose truth has boxes."""
    found = []
    for folder in sets:
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            command = ["dotnet", str(CLI), "words", str(folder), "--pack", str(pack), "--profile", profile, "--evidence", "--out", out.name]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            pages = json.loads(Path(out.name).read_text(encoding="utf-8"))
        for file, said in truth.items():
            if file in pages and said["words"] and "box" in said["words"][0]:
                words = pages[file]["words"]
                found += [(words[i], said["words"][j]["text"]) for i, j in pairs(said["words"], words).items()]
    return found


def widths(found):
    """Median advance of each character, and median distance from each last one to the end of its ink; for rare ones the median of the others."""
    advances, ends = ({symbol: [] for symbol in config.ALPHABET} for _ in range(2))
    for word, printed in found:
        if word["text"] == printed:
            *inner, last = word["evidence"]["advances"]
            for symbol, advance in zip(printed, inner):
                advances[symbol].append(advance)
            ends[printed[-1]].append(last)
    return [_medians(table) for table in (advances, ends)]


def _medians(table):
    known = {symbol: float(np.median(seen)) for symbol, seen in table.items() if len(seen) >= MIN_PER_CHARACTER}
    usual = float(np.median(list(known.values())))
    return [round(known.get(symbol, usual), 3) for symbol in config.ALPHABET]


def features(word, advances, ends):
    said, text = word["evidence"], word["text"]
    place = config.ALPHABET.index
    *inner, last = said["advances"]
    gaps = [(seen, advances[place(symbol)]) for symbol, seen in zip(text, inner)]
    ratios = sorted(seen / max(usual, 0.1) for seen, usual in gaps)
    width = float(np.clip(ratios[len(ratios) // 2], 0.7, 1.5)) if len(gaps) >= 4 else 1.0
    widest = max((seen - width * usual for seen, usual in gaps), default=0.0)
    return [
        1.0, log_odds(said["reading"]), np.log2(np.clip(said["height"], 4, 32) / 16), np.log2(np.clip(said["contrast"], 2, 64) / 32),
        np.clip(said["lead"], 0, 0.8), np.clip(last - width * ends[place(text[-1])], -0.1, 0.5), np.clip(widest - 0.12, 0, 0.4),
        float(said["readings"] > 0), 1 - said["agreeing"] / said["readings"] if said["readings"] else 0.0,
    ]  # fmt: skip


def caution(chance, right):
    """The reduction of the log-odds so that WANTED of the words with a confidence of at least SURE are right."""
    order = np.argsort(-chance)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share >= WANTED)
    lowest = chance[order[good[-1]]] if len(good) else 1.0
    return max(0.0, log_odds(lowest) - log_odds(SURE))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", type=Path, default=config.ROOT / "models" / "compact")
    parser.add_argument("--images", type=Path, default=config.CACHE / "calibration")
    options = parser.parse_args()
    sets = sorted(path.parent for path in options.images.glob("*/truth.json"))
    found = {profile: read(sets, options.pack, profile) for profile in PROFILES}
    if min(map(len, found.values())) < MIN_WORDS:
        return print(f"fewer than {MIN_WORDS} words were found, too few to fit anything; nothing written")
    advances, ends = widths([pair for words in found.values() for pair in words])
    out = {"advances": advances, "ends": ends}
    for profile, words in found.items():
        rows = np.array([features(word, advances, ends) for word, _ in words])
        right = np.array([word["text"] == printed for word, printed in words], float)
        weights = regression(rows, right, ridge=0.1)
        weights[0] -= caution(1 / (1 + np.exp(-rows @ weights)), right)
        sure = 1 / (1 + np.exp(-rows @ weights)) >= SURE
        print(f"{profile}: {len(right)} words, {right.mean():.4f} right; {sure.mean():.3f} at {SURE} or more, {right[sure].mean():.4f} of them right")
        out[profile] = {name: round(float(weight), 4) for name, weight in zip(NAMES, weights)}
    path = options.pack / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(layout({**manifest, "confidence": out}) + "\n", encoding="utf-8")


def layout(manifest):
    """Indented JSON with lists of numbers on one line."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    for name in ("advances", "ends"):
        numbers = manifest["confidence"][name]
        text = text.replace(json.dumps({name: numbers}, indent=2)[4:-2].replace("\n", "\n  "), f'"{name}": {json.dumps(numbers)}')
    return text


if __name__ == "__main__":
    main()
