"""Random draws that depend on the split, so that the held-out split has styles that training never has."""
import random

SPLITS = ("train", "val", "calibration", "heldout")


class Draw(random.Random):
    """A seeded source of choices.

    Splits: train; val (train's styles, other data); calibration (like val, with separate fonts); heldout (other styles, fonts and data).
    """

    def __init__(self, split, *seed):
        if split not in SPLITS:
            raise ValueError(f"split must be one of {SPLITS}, not {split!r}")
        super().__init__("/".join(map(str, (split, *seed))))
        self.split = split
        self.unseen_style = split == "heldout"
        self.unseen_fonts = split in ("calibration", "heldout")
        self.unseen_data = split != "train"

    def chance(self, probability):
        return self.random() < probability

    def style(self, options, heldout=()):
        """One of options; the held-out split takes one of `heldout` in half of the cases."""
        if self.unseen_style and heldout and self.chance(0.5):
            return self.choice(heldout)
        return self.choice(options)

    def span(self, low, high):
        """A measure from [low, high]; the held-out split also draws from the fifth above that range."""
        if self.unseen_style and self.chance(0.4):
            return self.uniform(high, high + 0.2 * (high - low))
        return self.uniform(low, high)

    def word(self, options):
        """One of a vocabulary: training has four fifths of it, the other splits the last fifth (every fifth entry)."""
        return self.choice([o for i, o in enumerate(options) if (i % 5 == 4) == self.unseen_data])

    def digits(self, count):
        return "".join(self.choice("0123456789") for _ in range(count))
