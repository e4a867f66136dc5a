"""The font files with which words are drawn: the training families of the renderer's split, or else Debian's installed ones."""

import functools
import json
import random
from pathlib import Path

from PIL import ImageFont

from .config import ALPHABET, CACHE, ROOT

SUFFIXES = (".ttf", ".otf", ".woff", ".woff2")
DEBIAN = "DejaVuSans DejaVuSans-Bold LiberationSans-Regular LiberationSans-Bold".split()  # installed by requirements.apt


@functools.lru_cache
def files():
    families = json.loads((ROOT / "training" / "receipts" / "fonts.json").read_text())["train"]
    found = [path for family in families for path in sorted((CACHE / "fonts" / family).glob("*")) if path.suffix in SUFFIXES]
    if not found:
        found = sorted(path for path in Path("/usr/share/fonts").rglob("*.ttf") if path.stem in DEBIAN)
    found = [path for path in found if usable(path)]
    if not found:
        raise FileNotFoundError(f"no usable font under {CACHE}/fonts or /usr/share/fonts")
    return found


@functools.lru_cache(maxsize=4096)
def load(path, size):
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=1024)
def missing(path):
    """Characters of the alphabet that this file draws as its "no such glyph" box."""
    font = load(path, 20)
    nothing = bytes(font.getmask("\uffff"))
    return frozenset(c for c in ALPHABET if c != " " and bytes(font.getmask(c)) in (nothing, b""))


def usable(path):
    try:
        return not missing(path) & set("0123456789aAzZ*.,:/-áÉñ")
    except OSError:
        return False


@functools.lru_cache
def families():
    """Files by family (their folder), so that a family of nine weights is not drawn more often than one of two."""
    groups = {}
    for path in files():
        groups.setdefault(path.parent, []).append(path)
    return list(groups.values())


def choose(text):
    """A random file that has every glyph of the text, or None after eight tries."""
    for _ in range(8):
        path = random.choice(random.choice(families()))
        if not missing(path) & set(text):
            return path
    return None
