"""The conditions: how each makes its pictures, and how many there are of each."""
import cv2

from .. import catalogue as layouts
from ..draw import Draw
from ..make import make_page
from . import bands, focus, photo, tones, turns
from .long import long
from .other.draw import draw as draw_other

WORN = {
    "clean": tones.clean,
    "recompressed": tones.recompressed,
    "narrow": tones.narrow,
    "grey": tones.grey,
    "threshold": tones.threshold,
    "dark-low": tones.dark_low,
    "blur": focus.blur,
    "rotated": turns.rotated,
    "turned": turns.turned,
    "exif": turns.exif,
    "photo": photo.photo,
}
BANDED = {"colour-bands": bands.colour_bands, "equal-luminance": bands.equal_luminance}
NAMES = (*WORN, *BANDED, "long", "other")
MANY, FEW = 100, 40
COUNTS = {name: MANY if name in ("clean", "recompressed") else FEW for name in NAMES}


def draw(browser, name, seed, index, split="heldout"):
    """The shot with this index, or None where this page cannot be shown so. The same arguments give the same shot."""
    r = Draw(split, "condition", name, seed, index)
    if name == "other":
        return draw_other(browser, r, index)
    image, page = _page(browser, r, name, f"{seed}-{name}", index)
    if name == "long":
        return long(browser, r, image, page)
    return bands.shown(r, image, page) if name in BANDED else WORN[name](r, image, page)


def _page(browser, r, name, seed, index):
    """A receipt of the split as it left the phone."""
    layout = layouts.layout_of(seed, index)
    if name in BANDED:
        style = BANDED[name](r)
        plain = layout
        layout = lambda draw, payment: _restyled(plain(draw, payment), style)  # noqa: E731
    image, page = make_page(browser, r.split, seed, index, layout)
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB), page


def _restyled(sheet, css):
    sheet.css += css
    return sheet
