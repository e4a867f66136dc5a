"""The truth of a picture: its visible words, and the sixteen fields of those words."""
from .sheet import FIELDS, NAME

LOSABLE = 0.4  # of a word's box; a word that lost more is removed
LOSABLE_WIDTH = 0.3  # of a word's height; with more, a character is missing


def cut(box, window):
    """The part of a box inside a window, or None when too much of it is outside."""
    x0, y0, x1, y1 = max(box[0], window[0]), max(box[1], window[1]), min(box[2], window[2]), min(box[3], window[3])
    if x1 <= x0 or y1 <= y0:
        return None
    width, height = box[2] - box[0], box[3] - box[1]
    left = (x1 - x0) * (y1 - y0) / (width * height)
    return [x0, y0, x1, y1] if left >= 1 - LOSABLE and width - (x1 - x0) <= LOSABLE_WIDTH * height else None


def transform(page, window, factor):
    """The page cropped to a window, then scaled. Cropped words are removed with their fields."""
    words, lost = [], set(page["lost"])
    for word in page["words"]:
        kept = cut(word["box"], window)
        if kept is None:
            lost.update(word["tags"])
        else:
            words.append(
                {
                    **word,
                    "box": [(v - window[i % 2]) * factor for i, v in enumerate(kept)],
                    "baseline": (word["baseline"] - window[1]) * factor,
                    "em": word["em"] * factor,
                }
            )
    rows = [[(a - window[1]) * factor, (b - window[1]) * factor] for a, b in page["rows"]]
    size = [round((window[2] - window[0]) * factor), round((window[3] - window[1]) * factor)]
    return {**page, "words": words, "lost": sorted(lost), "rows": rows, "size": size}


def fields(page):
    """The sixteen fields and the beneficiary's name: for each, its first claim whose words are all visible."""
    found = dict.fromkeys(FIELDS + [NAME], "")
    for key, value, tag in page["claims"]:
        if tag not in page["lost"] and not found[key]:
            found[key] = value
    return found


def entry(page):
    """A page's entry in truth.json (docs/fields.md)."""
    found = fields(page)
    name = found.pop(NAME)
    words = [_said(word) for word in page["words"]]
    return {"layout": page["layout"], "fields": found, NAME: name, "words": words}


def _said(word):
    """A word in the format of truth.json; `part` only where an amount is printed in parts."""
    said = {"text": word["text"], "box": [round(v, 1) for v in word["box"]]}
    return {**said, "part": word["part"]} if word.get("part") else said
