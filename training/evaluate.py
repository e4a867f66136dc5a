"""Measures the networks of the checkpoints, with a pack's settings, on folders of rendered receipts: python3 evaluate.py --set val-300 [--set heldout-400] [--limit 100].

A set is a folder under the cache with truth.json (file -> layout, fields, words), or with NAME.json next to each NAME.png.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import cv2

from ocr import boxes, config
from reference import metrics
from reference.engine import Engine

FIELDS = "monto referencia telefono cedula cuenta_origen cuenta_destino fecha_operacion hora_operacion concepto".split()

LAYOUT_MEASURES = ("recall", "exact, detected boxes", "fields")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=config.ROOT / "models" / "compact")
    parser.add_argument("--set", action="append", dest="sets", required=True)
    parser.add_argument("--limit", type=int, default=10**9, help="pages per set")
    parser.add_argument("--recognizer", default="recognizer", choices=("recognizer", "recognizer-fast"))
    parser.add_argument("--width", type=int, help="always use this page width")
    parser.add_argument("--failures", type=Path, help="write wrong readings to this file, one per line")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def entries(folder):
    """(path of the image, truth) of each page."""
    truth = folder / "truth.json"
    if truth.exists():
        return [(folder / name, entry) for name, entry in sorted(json.loads(truth.read_text(encoding="utf-8")).items())]
    found = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]
    return [(path.with_suffix(".png"), {**entry, "fields": claimed(entry)}) for path, entry in found]


def claimed(entry):
    return {field: value for field, value, *_ in entry.get("claims", [])}


def gray_page(path):
    return cv2.cvtColor(cv2.imread(str(path), cv2.IMREAD_COLOR), cv2.COLOR_BGR2GRAY)


def page(engine, path, entry, width, failures):
    """Counts of one page: name -> (right, all)."""
    gray, words = gray_page(path), boxes.of_words(entry.get("words") or [])
    counts = defaultdict(lambda: [0, 0])
    found = engine.boxes(gray, width)
    texts = [text for text, _ in engine.read(gray, found)]
    if words:
        compare(counts, engine, gray, words, found, texts, failures, path.name)
    text = metrics.lines(list(zip(texts, found)))
    for field in FIELDS:
        value = (entry.get("fields") or {}).get(field, "")
        if value:
            right = metrics.present(field, value, text)
            add(counts, "fields", right)
            add(counts, f"field {field}", right)
            if not right:
                failures.append(f"{path.name}\tfield {field}\t{value}\t{' / '.join(text)}")
    return counts


def add(counts, name, right, all=1):
    counts[name][0] += int(right)
    counts[name][1] += all


def compare(counts, engine, gray, words, found, texts, failures, name):
    pairs = metrics.match([box for _, box in words], found)
    add(counts, "recall", len(pairs), len(words))
    add(counts, "precision", len(pairs), len(found))
    for i, j in pairs:
        reading(counts, "detected", words[i][0], texts[j], failures, name)
    for (text, _), (read, _) in zip(words, engine.read(gray, [box for _, box in words])):
        reading(counts, "given", text, read, failures, name)
    for text, box in words:
        number = metrics.digits(text)
        if len(number) >= 4:
            held = [read for read, other in zip(texts, found) if metrics.covers(other, box)]
            whole = any(number in metrics.digits(read) for read in held)
            add(counts, "numbers whole in one detected box", whole)
            if not whole:
                failures.append(f"{name}\tnot whole\t{text}\t{held}")
    matched = {i for i, _ in pairs}
    failures.extend(f"{name}\tnot found\t{text}\t{[round(side) for side in box]}" for i, (text, box) in enumerate(words) if i not in matched)


def reading(counts, boxes_of, truth, read, failures, name):
    add(counts, f"exact, {boxes_of} boxes", truth == read)
    add(counts, f"characters, {boxes_of} boxes", len(truth) - min(len(truth), metrics.distance(truth, read)), len(truth))
    if len(metrics.digits(truth)) >= 4:
        add(counts, f"digit strings, {boxes_of} boxes", metrics.digits(truth) == metrics.digits(read))
    if truth != read:
        failures.append(f"{name}\t{boxes_of}\t{truth}\t{read}")


def summary(totals):
    return {name: {"share": round(right / all, 4), "right": right, "of": all} for name, (right, all) in sorted(totals.items()) if all}


def table(results):
    """Markdown: a row per measure and per layout, a column per set."""
    names = list(dict.fromkeys(name for result in results.values() for name in result["all"]))
    rows = ["| measure | " + " | ".join(f"{name} ({result['pages']} pages)" for name, result in results.items()) + " |", "|---|" + "---|" * len(results)]
    for name in names:
        cells = [result["all"].get(name) for result in results.values()]
        rows.append(f"| {name} | " + " | ".join(f"{100 * cell['share']:.1f} % of {cell['of']}" if cell else "" for cell in cells) + " |")
    rows += ["", "| set | layout | words found | read exactly, detected boxes | field values in the text |", "|---|---|---|---|---|"]
    for name, result in results.items():
        for layout, values in sorted(result["layouts"].items()):
            cells = [values.get(key) for key in LAYOUT_MEASURES]
            rows.append(f"| {name} | {layout} | " + " | ".join(f"{100 * cell['share']:.1f} %" if cell else "" for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def main():
    options = arguments()
    engine, results, failures = Engine(options.pack, options.recognizer), {}, []
    for name in options.sets:
        folder = Path(name) if Path(name).is_dir() else config.CACHE / name
        totals, layouts, pages = defaultdict(lambda: [0, 0]), defaultdict(lambda: defaultdict(lambda: [0, 0])), 0
        for path, entry in entries(folder)[: options.limit]:
            pages += 1
            for key, (right, all) in page(engine, path, entry, options.width, failures).items():
                add(totals, key, right, all)
                add(layouts[entry.get("layout", "")], key, right, all)
        results[folder.name] = {
            "pages": pages, "all": summary(totals),
            "layouts": {key: summary({measure: value[measure] for measure in LAYOUT_MEASURES}) for key, value in sorted(layouts.items())},
        }
    text = table(results)
    print(text)
    if options.json:
        options.json.write_text(json.dumps(results, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.failures:
        options.failures.write_text("\n".join(failures) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
