"""Renders receipts with their truth: python3 -m receipts.render --split train --count 300 --seed 1 --out DIR"""
import argparse
import json
from pathlib import Path

import cv2

from . import catalogue
from .browser import Browser
from .make import make_page
from .truth import entry


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("train", "val", "heldout"), required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--clean", action="store_true", help="the screenshots themselves, as PNG")
    parser.add_argument("--layout", help="only layouts whose function is named so, e.g. bdv.above")
    return parser.parse_args()


def main():
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    layout = None
    if args.layout:
        layout = next(f for f, _ in catalogue.LAYOUTS if f"{f.__module__.split('.')[-1]}.{f.__name__}" == args.layout)
    with Browser() as browser:
        for index in range(args.count):
            name = f"{args.split}-{args.seed}-{index:05d}"
            if (args.out / f"{name}.json").exists():
                continue
            image, page = make_page(browser, args.split, args.seed, index, layout)
            cv2.imwrite(str(args.out / f"{name}.png"), image)
            (args.out / f"{name}.json").write_text(json.dumps({"file": f"{name}.png", **page, **entry(page)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
