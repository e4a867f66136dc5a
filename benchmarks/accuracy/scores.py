"""Compares the result with the truth by text only: position and order of words are ignored."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from reference.metrics import digits, distance, forms, present  # noqa: E402

FIELDS = "monto referencia telefono cedula cuenta_origen cuenta_destino fecha_operacion hora_operacion concepto".split()
LONG_DIGITS = 4
RUN = 4  # maximum number of words of a line into which one printed digit string may have been split
WRAPPED = 8  # maximum number of words of a value
MEASURES = ("words", "characters", "digits", "values")


def page(truth, lines):
    """Counts of one image: measure -> (right, of). For `characters` the first is the edit distance."""
    printed, found = [word["text"] for word in truth["words"]], [word for line in lines for word in line]
    runs = digit_runs(lines)
    numbers = [number for number in map(digits, printed) if len(number) >= LONG_DIGITS]
    values = [(field, truth["fields"][field]) for field in FIELDS if truth["fields"][field]]
    text = [" ".join(line) for line in lines]
    both = Counter(printed) & Counter(found)
    return {
        "words": (both.total(), len(printed)),
        "characters": (edits(printed, found, both), sum(map(len, printed))),
        "digits": (sum(number in runs for number in numbers), len(numbers)),
        "values": (sum(present(field, value, text) or wrapped(field, value, printed, both) for field, value in values), len(values)),
    }


def wrapped(field, value, printed, both):
    """Whether a value that is printed as several words was read: a wrapped value is not on one line, and a label may be between its lines."""
    wanted = ["".join(value.split())] if field == "concepto" else forms(field, value)
    for start in range(len(printed)):
        for end in range(start + 2, min(len(printed), start + WRAPPED) + 1):
            words = printed[start:end]
            joined = "".join(words if field == "concepto" else map(digits, words))
            if joined in wanted and all(both[word] >= printed.count(word) for word in words):
                return True
    return False


def edits(printed, found, both):
    """Matches each printed word with the nearest unmatched word, exact matches first; a word without a match counts as lost."""
    left, right = list((Counter(printed) - both).elements()), list((Counter(found) - both).elements())
    pairs = sorted((distance(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if _may_match(a, b))
    taken_left, taken_right, cost = set(), set(), 0
    for steps, i, j in pairs:
        if i not in taken_left and j not in taken_right and steps < len(left[i]):
            taken_left.add(i)
            taken_right.add(j)
            cost += steps
    return cost + sum(len(word) for i, word in enumerate(left) if i not in taken_left)


def _may_match(a, b):
    longest = max(len(a), len(b))
    return abs(len(a) - len(b)) <= longest / 2 and (Counter(a) & Counter(b)).total() >= longest / 2


def digit_runs(lines):
    """Every digit string formed by one to RUN adjacent words of a line."""
    runs = set()
    for line in lines:
        for start in range(len(line)):
            for end in range(start + 1, min(len(line), start + RUN) + 1):
                runs.add(digits("".join(line[start:end])))
    return runs


def total(counts):
    """The sum of the pages."""
    return {name: [sum(count[name][k] for count in counts) for k in (0, 1)] for name in MEASURES}
