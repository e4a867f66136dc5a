"""Draws the condition sets: python3 -m receipts.conditions --seed 7000 [--out DIR] [--only photo long] [--count 3]

One folder per condition, each with its truth.json. Existing pictures are kept, so that an interrupted run resumes."""
import argparse
import json
from pathlib import Path

from ..browser import Browser
from ..paths import CACHE
from ..workers import share
from .catalogue import COUNTS, NAMES, draw


def arguments(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("heldout", "calibration"), default="heldout")
    parser.add_argument("--seed", type=int, default=7000)
    parser.add_argument("--out", type=Path, default=CACHE / "conditions")
    parser.add_argument("--only", nargs="*", choices=NAMES, default=list(NAMES))
    parser.add_argument("--count", type=int, help="pictures per condition instead of the default number")
    parser.add_argument("--workers", type=int, default=1)
    return parser.parse_args(argv)


def main(argv=None):
    args = arguments(argv)
    share(make, args)
    for name in args.only:
        print(f"{name}: {gather(args.out / name)} pictures")


def make(args, part):
    """Draws every args.workers-th condition."""
    with Browser() as browser:
        for name in args.only[part :: args.workers]:
            _make_set(browser, args.out / name, name, args, args.count or COUNTS[name])


def _make_set(browser, folder, name, args, count):
    folder.mkdir(parents=True, exist_ok=True)
    made = index = 0
    while made < count:
        record = folder / f"{name}-{args.seed}-{index:04d}.json"
        if not record.exists():
            _store(record, draw(browser, name, args.seed, index, args.split))
        made += "file" in json.loads(record.read_text())
        index += 1


def _store(record, shot):
    """Writes the picture before its record, so that a record implies a complete picture. A page that cannot be shown this way gets an empty record."""
    if shot is None:
        record.write_text("{}")
        return
    file = record.with_suffix(f".{shot.kind}")
    file.write_bytes(shot.encode())
    record.write_text(json.dumps({"file": file.name, "notes": shot.notes, "truth": shot.truth()}, ensure_ascii=False))


def gather(folder):
    """Writes truth.json; returns its number of pictures."""
    records = [json.loads(path.read_text()) for path in sorted(folder.glob("*-*.json"))]
    truth = {record["file"]: record["truth"] for record in records if record}
    lines = (f"{json.dumps(file)}:{json.dumps(said, ensure_ascii=False, separators=(',', ':'))}" for file, said in truth.items())
    (folder / "truth.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    return len(truth)


if __name__ == "__main__":
    main()
