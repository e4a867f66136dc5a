"""Metrics of detection and recognition."""

import re

import numpy as np


def overlaps(first, second):
    """IoU of every box of `first` with every box of `second`."""
    if not len(first) or not len(second):
        return np.zeros((len(first), len(second)))
    a, b = np.asarray(first, float)[:, None, :4], np.asarray(second, float)[None, :, :4]
    common = (np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])).clip(0).prod(-1)
    area = lambda box: (box[..., 2:] - box[..., :2]).prod(-1)  # noqa: E731
    return common / (area(a) + area(b) - common)


def match(truth, found, minimum=0.5):
    """Pairs (index of truth, index of found), best overlap first, each used once."""
    table = overlaps(truth, found)
    pairs = []
    while table.size and table.max() >= minimum:
        i, j = np.unravel_index(table.argmax(), table.shape)
        pairs.append((int(i), int(j)))
        table[i], table[:, j] = 0, 0
    return pairs


def distance(first, second):
    """Levenshtein distance."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def lines(words):
    """Texts of (text, box) words joined line by line, top to bottom."""
    rows = []
    for text, box in sorted(words, key=lambda word: (word[1][1] + word[1][3]) / 2):
        middle, height = (box[1] + box[3]) / 2, box[3] - box[1]
        if rows and middle - rows[-1][0] < 0.5 * height:
            rows[-1][1].append((box[0], text))
        else:
            rows.append([middle, [(box[0], text)]])
    return [" ".join(text for _, text in sorted(row)) for _, row in rows]


def digits(text):
    return re.sub(r"\D", "", text)


def forms(field, value):
    """The digit strings one of which must be in a line if the value was read."""
    number = digits(value)
    if field == "fecha_operacion":
        return [number, number[:4] + number[6:], number[4:] + number[2:4] + number[:2], number[:2].lstrip("0") + number[4:]]
    if field == "hora_operacion":
        twelve = str(int(number[:2]) % 12 or 12)
        return [number, twelve + number[2:], twelve.zfill(2) + number[2:]]
    if field == "monto" and number.endswith("00"):
        return [number, number[:-2]]
    if field == "telefono" and number.startswith("0"):
        return [number, number[1:]]
    return [number]


def covers(found, truth, minimum=0.7):
    """Whether a box covers most of another."""
    width = min(found[2], truth[2]) - max(found[0], truth[0])
    height = min(found[3], truth[3]) - max(found[1], truth[1])
    return width > 0 and height > 0 and width * height >= minimum * (truth[2] - truth[0]) * (truth[3] - truth[1])


def present(field, value, text):
    """Whether lines of text contain a field's value, in any form that receipts print."""
    if field == "concepto":
        squeeze = lambda s: re.sub(r"\s+", "", s)  # noqa: E731
        return squeeze(value) in squeeze("".join(text))
    return any(form in digits(line) for form in forms(field, value) for line in text)
