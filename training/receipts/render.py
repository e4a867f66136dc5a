"""Renders receipts with their truth: python3 -m receipts.render --split train --count 300 --seed 1 --out DIR

Each picture NAME.png or NAME.jpg has a NAME.json next to it; truth.json combines them in the format of docs/fields.md.
Existing pictures are kept, so that an interrupted run resumes."""
import argparse
import json
from pathlib import Path

import cv2

from . import catalogue
from .browser import Browser
from .degrade import whatsapp
from .draw import SPLITS, Draw
from .make import make_page
from .sheet import NAME
from .truth import entry
from .workers import share


def arguments(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=SPLITS, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--clean", action="store_true", help="write the screenshots as NAME.png, without degradation")
    parser.add_argument("--both", action="store_true", help="write the screenshot as NAME.png, and degraded as NAME-w.jpg")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--layout", help="only this layout, e.g. bdv.above", choices=sorted(map(catalogue.name_of, catalogue.LAYOUTS))
    )
    return parser.parse_args(argv)


def main(argv=None):
    args = arguments(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    share(render, args)
    gather(args.out)


def render(args, part):
    """Renders every args.workers-th page."""
    layout = catalogue.by_name(args.layout) if args.layout else None
    with Browser() as browser:
        for index in range(part, args.count, args.workers):
            name = f"{args.split}-{args.seed}-{index:05d}"
            last = f"{name}-w" if args.both else name
            if not (args.out / f"{last}.json").exists():
                _store(args, name, index, *make_page(browser, args.split, args.seed, index, layout))


def _store(args, name, index, image, page):
    if args.clean or args.both:
        _write(args.out, f"{name}.png", cv2.imencode(".png", image)[1].tobytes(), page)
    if not args.clean:
        data, page = whatsapp(image, page, Draw(args.split, args.seed, index, "degrade"))
        _write(args.out, f"{name}-w.jpg" if args.both else f"{name}.jpg", data, page)


def _write(folder, file, data, page):
    (folder / file).write_bytes(data)
    about = {"file": file, "size": page["size"], **entry(page)}
    about.update({key: page[key] for key in ("claims", "rows", "lost")}, words=page["words"])
    (folder / file).with_suffix(".json").write_text(json.dumps(about, ensure_ascii=False))


def gather(folder):
    """Writes truth.json from the records of the folder's pictures."""
    truth = {}
    for path in sorted(folder.glob("*-*.json")):
        about = json.loads(path.read_text())
        words = [{"text": w["text"], "box": [round(v, 1) for v in w["box"]]} for w in about["words"]]
        truth[about["file"]] = {"layout": about["layout"], "fields": about["fields"], NAME: about[NAME], "words": words}
    lines = (f"{json.dumps(file)}:{json.dumps(said, ensure_ascii=False, separators=(',', ':'))}" for file, said in truth.items())
    (folder / "truth.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
