"""The conditions: the generator of each, and the number of its pictures."""
import cv2

from .. import catalogue as layouts
from ..draw import Draw
from ..make import make_page
from . import bands, cut, focus, payable, photo, raised, tones, turns
from .long import long
from .other.draw import draw as draw_other

DEGRADED = {
    "clean": tones.clean,
    "recompressed": tones.recompressed,
    "narrow": tones.narrow,
    "widths": tones.widths,
    "grey": tones.gray,
    "threshold": tones.threshold,
    "dark-low": tones.dark_low,
    "blur": focus.blur,
    "rotated": turns.rotated,
    "turned": turns.turned,
    "exif": turns.exif,
    "photo": photo.photo,
    "cut": cut.cut,
}
BANDED = {"colour-bands": bands.color_bands, "equal-luminance": bands.equal_luminance}
NAMES = (*DEGRADED, *BANDED, "raised", "long", "payable", "other")
DRAWN = {"payable": payable.draw, "other": draw_other}
MANY, FEW = 100, 40
COUNTS = {name: MANY if name in ("clean", "recompressed", "cut", "payable") else FEW for name in NAMES}


def draw(browser, name, seed, index, split="heldout"):
    """The shot with this index, or None where this page cannot be shown this way. Deterministic in its arguments."""
    r = Draw(split, "condition", name, seed, index)
    if name in DRAWN:
        return DRAWN[name](browser, r, index)
    image, page = _page(browser, r, name, f"{seed}-{name}", index)
    if name == "long":
        return long(browser, r, image, page)
    if name == "raised":
        return raised.shown(r, image, page)
    return bands.shown(r, image, page) if name in BANDED else DEGRADED[name](r, image, page)


def _page(browser, r, name, seed, index):
    """A receipt of the split before any condition."""
    layout = layouts.layout_of(seed, index)
    if name in BANDED:
        style = BANDED[name](r)
        plain = layout
        layout = lambda draw, payment: _restyled(plain(draw, payment), style)  # noqa: E731
    if name == "raised":
        flat = layout
        layout = lambda draw, payment: raised.restyled(r, flat(draw, payment))  # noqa: E731
    image, page = make_page(browser, r.split, seed, index, layout)
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB), page


def _restyled(sheet, css):
    sheet.css += css
    return sheet
