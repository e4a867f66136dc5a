"""From a box to recogniser input, and from logits to text. The C# reader mirrors this file formula by formula."""

import numpy as np

from ocr.config import BLANK, ALPHABET
from ocr.degrade import bucket, crop, standardise, to_height

__all__ = ["bucket", "crop", "to_height", "standardise", "to_input", "read"]


def to_input(crops):
    """uint8 [32, w] crops to float32 [N,1,32,W]: each standardised over its own pixels, then padded right with 0."""
    width = bucket(max(pixels.shape[1] for pixels in crops))
    values = np.zeros((len(crops), 1, 32, width), np.float32)
    for row, pixels in enumerate(crops):
        values[row, 0, :, : pixels.shape[1]] = standardise(pixels)
    return values


def read(logits):
    """(text, confidence) of [steps, classes] logits: greedy CTC; confidence is the mean of the kept symbols' probabilities."""
    logits = logits - logits.max(1, keepdims=True)
    probability = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    best = logits.argmax(1)
    out, scores, previous = [], [], BLANK
    for step, index in enumerate(best):
        if index != BLANK and index != previous:
            out.append(ALPHABET[index])
            scores.append(probability[step, index])
        elif index != BLANK:
            scores[-1] = max(scores[-1], probability[step, index])
        previous = index
    return "".join(out), float(np.mean(scores)) if scores else 0.0
