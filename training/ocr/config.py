"""Folders of scratch data, and the constants that training, export and the C# reader share."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("RECEIPTS_CACHE", ROOT / "training" / ".cache"))
CHECKPOINTS = CACHE / "checkpoints"

# Printable ASCII (the blank included), Spanish letters, and the signs that receipts print. NFC. The order is part of a trained model.
ALPHABET = "".join(map(chr, range(0x20, 0x7F))) + "áéíóúüñÁÉÍÓÚÜÑ" + "¡¿ºª°•·…–€"
BLANK = len(ALPHABET)

HEIGHT = 32  # rows of a recognizer input
STEP = 2  # pixels per time step
BUCKETS = (32, 48, 64, 96, 128, 160, 192, 256, 320, 384, 512, 640)  # widths to which inputs are padded
MAX_WIDTH = BUCKETS[-1]
MIN_STD = 8.0  # gray levels; keeps a flat crop from being amplified to noise
ABOVE, BELOW = 0.78, 0.22  # of the em, a word's box above and below the baseline
MARGIN = 0.12  # of the box's height, added on all four sides before a crop is cut

CHARACTER_INDEX = {character: index for index, character in enumerate(ALPHABET)}


def encode(text):
    """The class of each character; raises KeyError for one outside the alphabet."""
    return [CHARACTER_INDEX[character] for character in text]


def decode(classes):
    """Greedy CTC: collapse repeats, drop blanks."""
    previous, out = BLANK, []
    for index in classes:
        if index != previous and index != BLANK:
            out.append(ALPHABET[index])
        previous = index
    return "".join(out)
