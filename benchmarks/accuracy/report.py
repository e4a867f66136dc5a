"""Formats the tables."""

import confidence as sureness

HEAD = """# Held-out conditions

Rendered receipts in the conditions of `training/receipts/conditions` (seed 7000), never trained on. {model}; {tesseract}, `spa`;
{machine}. Both read the same files. Made by `benchmarks/accuracy/measure.py`.

- **words**: printed words that were read letter for letter, case and accents included, wherever on the page.
- **CER**: edit distance over printed characters. Each printed word takes the nearest word read that no other took; one that finds none
  within half its letters is lost whole. Words read beyond the printed ones cost nothing, for either reader.
- **digits**: printed words of four digits and more whose digits stand exactly, no more and no fewer, in one to four neighbouring words of a
  line read.
- **values**: amount, reference, phone, document, accounts, date, time and concept of the truth that the text read holds in some printed form
  on one line; of a value that is printed as several words, such as one that wraps, each of these words was read.
- **Tesseract**: page segmentation 3, 6 and 11; of each measure the best of the three is quoted. It gets the files as they are: it does not obey
  EXIF, nor turn pages in these modes, so `exif` and `turned` do not measure how well it reads.

"""


def percent(pair):
    return f"{100 * pair[0] / pair[1]:.1f}" if pair[1] else "–"


def line(name, found):
    """One set in one line, for the terminal."""
    sides = {**found["profiles"], **found["tesseract"]}
    return f"{name:16}" + "  ".join(f"{side} " + " ".join(f"{m[0]}:{percent(counts[m])}" for m in ("words", "characters", "digits", "values")) for side, counts in sides.items())


def conditions(result):
    text = HEAD.format(model=result["model"], tesseract=result["tesseract"] or "Tesseract not run", machine=result["machine"])
    text += "| set | images | reader | words % | CER % | digits % | values % |\n|---|---:|---|---:|---:|---:|---:|\n"
    for name, found in result["sets"].items():
        if name == "other":
            continue
        sides = [(profile, counts) for profile, counts in found["profiles"].items()]
        if found["tesseract"]:
            sides.append(("*Tesseract*", best(found["tesseract"].values())))
        for number, (side, counts) in enumerate(sides):
            text += f"| {name if not number else ''} | {found['images'] if not number else ''} | {side} | " + " | ".join(
                percent(counts[measure]) for measure in ("words", "characters", "digits", "values")
            ) + " |\n"  # fmt: skip
    return text + fields(result) + receipts_or_not(result)


def best(modes):
    modes = list(modes)
    pick = lambda measure, choose: choose((mode[measure] for mode in modes), key=lambda pair: pair[0] / max(1, pair[1]))  # noqa: E731
    return {"words": pick("words", max), "characters": pick("characters", min), "digits": pick("digits", max), "values": pick("values", max)}


def fields(result):
    text = "\n## Fields\n\nFields printed or claimed that are right, and receipts that meet the success rule (`receipt-cli score`).\n\n"
    text += "| set | profile | fields % | success % |\n|---|---|---:|---:|\n"
    for name, found in result["sets"].items():
        if name != "other":
            for profile, counts in found["profiles"].items():
                text += f"| {name} | {profile} | {percent(counts['fields'])} | {percent(counts['success'])} |\n"
    return text


def receipts_or_not(result):
    text = "\n## Receipts, and what is none\n\nImages that were not taken for a payment receipt: right in the set `other`, a false alarm elsewhere.\n\n"
    text += "| set | profile | not taken for receipts | of |\n|---|---|---:|---:|\n"
    for name, found in result["sets"].items():
        for profile, counts in found["profiles"].items():
            text += f"| {name} | {profile} | {len(counts['not_taken_for_receipts'])} | {found['images']} |\n"
    return text


def whole(sets):
    """Combines several sets."""
    sets = list(sets)
    return {"sure": [sum(kept["sure"][k] for kept in sets) for k in range(3)], "bins": [row for kept in sets for row in kept["bins"]]}


def confidence(result):
    text = f"""# What a word's confidence means

Words read at the place of a printed word (same line, 60 % of the width in common), on the sets of `conditions.md` whose truth has boxes;
{result["model"]}, {result["machine"]}. Right is letter for letter. *Elsewhere* are words where none is printed or that hold a part of one: icons,
rules, words split or merged. Made by `benchmarks/accuracy/measure.py`.
"""
    for profile, sets in result["confidence"].items():
        text += f"\n## {profile}\n\n| confidence | words | right | right % | mean confidence % | elsewhere |\n|---|---:|---:|---:|---:|---:|\n"
        tables = [kept["bins"] for kept in sets.values()]
        for rows in zip(*tables):
            words, right = sum(row["words"] for row in rows), sum(row["right"] for row in rows)
            mean = sum((row["mean"] or 0) * row["words"] for row in rows)
            edge = f"≥ {rows[0]['from']:g}"
            text += f"| {edge} | {words} | {right} | {percent((right, words))} | {percent((mean, words))} | {sum(row['elsewhere'] for row in rows)} |\n"
        text += f"\n| set | words ≥ {sureness.SURE} | of all words % | right | right % | elsewhere |\n|---|---:|---:|---:|---:|---:|\n"
        for name, kept in (*sets.items(), ("all", whole(sets.values()))):
            right, words, elsewhere = kept["sure"]
            all_words = sum(row["words"] for row in kept["bins"])
            share = f"{100 * right / words:.2f}" if words else "–"
            text += f"| {name} | {words} | {percent((words, all_words))} | {right} | {share} | {elsewhere} |\n"
    return text
