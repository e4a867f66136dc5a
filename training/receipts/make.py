"""Renders one page: draws a payment and a layout, lays it out in the browser, and takes a screenshot."""
import cv2
import numpy as np

from .catalogue import layout_of
from .draw import Draw
from .payment import draw_payment
from .sheet import font, scale
from .truth import cut, transform


def make_page(browser, split, seed, index, layout=None):
    """(image as BGR array, page). Deterministic in its arguments. Boxes of `page["words"]` are pixels of the image."""
    r = Draw(split, seed, index)
    r.system_font = font(r, ("roboto", "inter"))
    sheet = (layout or layout_of(seed, index))(r, draw_payment(r))
    return photograph(browser, sheet, scale(r, sheet.width))


def photograph(browser, sheet, factor):
    """(image as BGR array, page) of a sheet at `factor` pixels per CSS pixel."""
    seen = browser.show(sheet.html, sheet.css, sheet.width, sheet.height or 900, factor)
    height = seen["height"]
    image = cv2.imdecode(np.frombuffer(browser.screenshot(sheet.width, height), np.uint8), cv2.IMREAD_COLOR)
    page = _page(sheet, seen, height, image.shape[1] / sheet.width)
    page["size"] = [image.shape[1], image.shape[0]]
    return image, page


def _page(sheet, seen, height, factor):
    """Removes words hidden by a scrolled container or by the screen's edge, then converts all measures to pixels."""
    shown = {tag for word in seen["words"] for tag in word["tags"]}
    page = {
        "layout": sheet.layout,
        "claims": [c for c in sheet.claims if c[2] in shown],
        "rows": seen["rows"],
        "lost": [],
        "words": [],
    }
    for word in seen["words"]:
        box = cut(word["box"], word.pop("clip") or [0, 0, sheet.width, height])
        if box:
            page["words"].append({**word, "box": box})
        else:
            page["lost"] += word["tags"]
    return transform(page, [0, 0, sheet.width, height], factor)
