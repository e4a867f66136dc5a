"""Amounts in two sizes: a small or raised unit, small or raised cents, next to a large figure."""
import re
from dataclasses import dataclass
from html import escape

import cv2
import numpy as np
from PIL import Image

from ..truth import transform
from .shot import Shot, again
from .tones import LEGIBLE, across

UNITS = ("Bs.", "Bs.", "Bs", "Bs", "Bs.S", "Bs.D", "$", "VES", "USD")
CHANCES = {"unit": 0.4, "cents": 0.3, "both": 0.3}


@dataclass
class Style:
    """Style of one amount; sizes are fractions of the large figure's em, and so are shifts of the baseline."""

    unit: str
    unit_size: float
    unit_shift: float
    unit_gap: float
    unit_after: bool
    cents_size: float
    cents_shift: float
    cents_gap: float
    separator: str  # "large", "small" or "none": the part with which the separator of the cents is printed
    letters: bool  # ºº for 00
    figure: float  # em of the large figure, as a multiple of the surrounding text's
    weight: int


def style(r):
    """A random style among those of apps."""
    kind = r.choices(list(CHANCES), list(CHANCES.values()))[0]
    small_unit, small_cents = kind != "cents", kind != "unit"
    unit_size, unit_shift = _small(r) if small_unit else (1.0, 0.0)
    cents_size, cents_shift = _small(r) if small_cents else (1.0, 0.0)
    after = r.chance(0.2)
    return Style(
        unit=r.choice(UNITS),
        unit_size=unit_size,
        unit_shift=unit_shift,
        unit_gap=r.choice([0, 0.02, 0.06, 0.12, 0.25, 0.35]) if small_unit else r.choice([0, 0.25]),
        unit_after=after,
        cents_size=cents_size,
        cents_shift=cents_shift,
        cents_gap=r.choice([0, 0, 0.03, 0.08]) if small_cents else 0,
        separator=r.choice(["large", "small", "none", "none"]) if small_cents else "large",
        letters=small_cents and r.chance(0.3),
        figure=r.uniform(1.0, 2.8),
        weight=r.choice([300, 400, 400, 500, 600, 700]),
    )


def _small(r):
    """(size, shift) of a raised or merely smaller part: its top at the figure's top or above, or its baseline on the figure's."""
    size = r.uniform(0.4, 0.72)
    top = 0.72 * (1 - size)
    return size, r.choice([0, 0, top, top, top, top + r.uniform(0, 0.12), 0.5 * top])


def restyled(r, sheet):
    """The sheet with a restyled amount; unchanged where the amount cannot be distinguished from the text."""
    tag = next((claim[2] for claim in sheet.claims if claim[0] == "monto"), None)
    unit = r"(?:Bs\.?[SD]?|VES|USD|\$)"
    pattern = re.compile(rf'(?:{unit}\s?)?<i data-f="{tag}">(\d[^<]*?)([,.])(\d\d)</i>(?:\s?{unit}(?=[\s<]))?')
    found = pattern.search(sheet.html)
    if not tag or not found:
        return sheet
    chosen = style(r)
    sheet.css += CSS
    sheet.html = sheet.html[: found.start()] + _markup(chosen, tag, *found.groups()) + sheet.html[found.end() :]
    return sheet


def _markup(s, tag, whole, separator, cents):
    printed = "ºº" if s.letters and cents == "00" else cents
    large = whole + (separator if s.separator == "large" else "")
    small = (separator if s.separator == "small" else "") + printed
    figure = (
        f'<i data-f="{tag}"><b class="ra" data-apart="figure">{escape(large)}</b>{_part("cents", small, s.cents_size, s.cents_shift, s.cents_gap, 0)}</i>'
        if s.cents_size < 1
        else f'<i data-f="{tag}"><b class="ra" data-apart="figure">{escape(whole + separator + cents)}</b></i>'
    )
    before, after = ("", _unit(s, True)) if s.unit_after else (_unit(s, False), "")
    return f'<span style="white-space:nowrap;font-size:{s.figure:.2f}em;font-weight:{s.weight};line-height:1.3">{before}{figure}{after}</span>'


def _unit(s, after):
    return _part("unit", s.unit, s.unit_size, s.unit_shift, s.unit_gap if after else 0, 0 if after else s.unit_gap)


def _part(name, text, size, shift, left, right):
    return (
        f'<b class="ra" data-apart="{name}" style="font-size:{size:.3f}em;vertical-align:{shift / size:.3f}em;line-height:0;'
        f'margin-left:{left / size:.3f}em;margin-right:{right / size:.3f}em">{escape(text)}</b>'
    )


CSS = ".ra{font-weight:inherit;color:inherit}"


def shown(r, image, page):
    """Scaled as in a chat or a desktop browser, 240 to 1440 pixels wide, with the smallest part of the amount still legible."""
    parts = [word for word in page["words"] if word["part"]]
    if len(parts) < 2 or not any(word["part"] == "figure" for word in parts):
        return None
    if r.chance(0.15):
        image, page = _on_a_desktop(r, image, page)
    smallest = (LEGIBLE + 1) / min(word["em"] for word in parts)
    image, page = across(r, image, page, 240, smallest)
    if image is None:
        return None
    if r.chance(0.4):
        image = again(image, r.randint(45, 85))
    kinds = "+".join(sorted(word["part"] for word in page["words"] if word["part"]))
    return Shot(image, page, kind=r.choice(("jpg", "jpg", "jpg", "png")), quality=r.randint(50, 90), notes={"parts": kinds, "width": image.shape[1]})


def _on_a_desktop(r, image, page):
    """In the middle of a wide window, between an address bar and a task bar."""
    height, width = image.shape[:2]
    across, down = int(width * r.uniform(1.6, 3.2)), int(height * r.uniform(1.1, 1.3))
    left, top = int((across - width) * r.uniform(0.2, 0.8)), int((down - height) * 0.5)
    window = np.full((down, across, 3), r.choice((255, 247, 240)), np.uint8)
    window[: top // 2] = window[-(top // 2 + 1) :] = r.choice((40, 60, 222))
    window[top : top + height, left : left + width] = image
    moved = transform(page, [-left, -top, across - left, down - top], 1)
    return window, moved
