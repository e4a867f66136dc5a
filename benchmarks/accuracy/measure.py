#!/usr/bin/python3
"""Measures this reader and Tesseract 5 on the held-out condition sets and writes benchmarks/results/conditions.md and confidence.md.

    cd training && python3 -m receipts.conditions --seed 7000        # once
    dotnet build -c Release tools/ReceiptCli
    benchmarks/accuracy/measure.py [--sets clean photo] [--profiles ultra_rapido=Balanced] [--pack models/compact]

Both read the same files in the same run; Tesseract's results are cached by the image's hash, so that only a changed reader costs time.
"""

import argparse
import json
import os
import platform
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import confidence
import readers
import report
import scores

CACHE = Path(os.environ.get("RECEIPTS_CACHE") or readers.ROOT / "training" / ".cache")
SETS = """clean recompressed narrow grey threshold dark-low colour-bands equal-luminance blur rotated turned exif photo long other""".split()
PROFILES = ("ultra_rapido=Fast", "balanced=Balanced", "high_confidence=Thorough")  # as in Profiles of services/OcrWorker


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=Path, default=CACHE / "conditions")
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--profiles", nargs="*", default=list(PROFILES), help="NAME=VALUE of receipt-cli's --profile")
    parser.add_argument("--pack", type=Path)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--no-tesseract", action="store_true")
    parser.add_argument("--out", type=Path, default=readers.ROOT / "benchmarks" / "results")
    return parser.parse_args()


def main():
    options = arguments()
    tesseract = None if options.no_tesseract else readers.Tesseract(CACHE / "tesseract", options.jobs)
    result = {"machine": cpu(), "tesseract": tesseract and tesseract.version, "model": None, "sets": {}, "confidence": {}}
    for name in options.sets:
        result["sets"][name] = measure_set(options, options.images / name, tesseract, result)
        print(report.line(name, result["sets"][name]), flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "conditions.json").write_text(json.dumps(result, indent=1) + "\n")
    (options.out / "conditions.md").write_text(report.conditions(result))
    (options.out / "confidence.md").write_text(report.confidence(result))


def measure_set(options, folder, tesseract, result):
    truth = json.loads((folder / "truth.json").read_text())
    names = sorted(truth)
    found = {"images": len(names), "profiles": {}, "tesseract": {}}
    with ProcessPoolExecutor(options.jobs) as pool:
        for item in options.profiles:
            profile, value = item.split("=")
            words, score = readers.read(folder, value, options.jobs, CACHE / "measured" / folder.name / profile, options.pack)
            result["model"] = score["model"]
            found["profiles"][profile] = {
                **counted(pool, truth, names, [readers.lines_of(words.get(name)) for name in names]),
                "fields": [score["fields_stated"]["right"], score["fields_stated"]["total"]],
                "success": [score["success"]["right"], score["success"]["total"]],
                "not_taken_for_receipts": score["not_taken_for_receipts"],
            }
            keep_confidence(result["confidence"].setdefault(profile, {}), folder.name, truth, words)
        for mode in readers.MODES if tesseract else ():
            found["tesseract"][f"psm{mode}"] = counted(pool, truth, names, tesseract.lines([folder / name for name in names], mode))
    return found


def counted(pool, truth, names, lines):
    return scores.total(list(pool.map(scores.page, [truth[name] for name in names], lines, chunksize=4)))


def keep_confidence(kept, name, truth, words):
    """Sets whose truth has boxes and whose images print text."""
    with_boxes = {file: said["words"] for file, said in truth.items() if said["words"] and "box" in said["words"][0]}
    found = [pair for file, said in with_boxes.items() for pair in confidence.matched(said, words.get(file, {"words": []})["words"])]
    if found and name != "other":
        kept[name] = {"bins": confidence.table(found), "sure": confidence.sure(found)}


def cpu():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


if __name__ == "__main__":
    main()
