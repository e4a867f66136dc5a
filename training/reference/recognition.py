"""Converts a box to recognizer input, and logits to text. The C# reader mirrors this file formula by formula."""

import numpy as np

from ocr.config import BLANK, ALPHABET
from ocr.degrade import bucket, crop, standardise, to_height

__all__ = ["bucket", "crop", "to_height", "standardise", "to_input", "read"]


def to_input(crops):
    """uint8 [32, w] crops to float32 [N,1,32,W]: each standardized over its own pixels, then padded right with 0."""
    width = bucket(max(pixels.shape[1] for pixels in crops))
    values = np.zeros((len(crops), 1, 32, width), np.float32)
    for row, pixels in enumerate(crops):
        values[row, 0, :, : pixels.shape[1]] = standardise(pixels)
    return values


def probabilities(logits):
    logits = logits - logits.max(1, keepdims=True)
    return np.exp(logits) / np.exp(logits).sum(1, keepdims=True)


def symbols(logits):
    """([(character, probability)], minimum probability of a step without a character) of [steps, classes] logits: greedy CTC."""
    probability, best = probabilities(logits), logits.argmax(1)
    out, previous, blank = [], BLANK, 1.0
    for step, index in enumerate(best):
        chance = float(probability[step, index])
        if index == BLANK:
            blank = min(blank, chance)
        elif index != previous:
            out.append((ALPHABET[index], chance))
        else:
            out[-1] = (out[-1][0], max(out[-1][1], chance))
        previous = index
    return out, blank


def read(logits):
    """(text, confidence) of [steps, classes] logits; confidence is the mean of the characters' probabilities."""
    found, _ = symbols(logits)
    return "".join(character for character, _ in found), float(np.mean([chance for _, chance in found])) if found else 0.0


def weakest(logits):
    """(text, probability of its least probable character, probability of the least probable step without one)."""
    found, blank = symbols(logits)
    return "".join(character for character, _ in found), min((chance for _, chance in found), default=1.0), blank
