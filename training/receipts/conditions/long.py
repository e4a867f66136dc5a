"""Very tall pages: a receipt stitched to a history, terms or a chat, as in scrolling screenshots."""
import cv2
import numpy as np

from ..make import photograph
from .html import TEXTS, Look, box, sheet, text
from .other.money import movements
from .other.talk import bubbles
from .shot import Shot, scaled, small_em


def long(browser, r, image, page):
    """Four to eight times as high as wide; the receipt is first, last or in between."""
    image, page = scaled(image, page, min(1.0, max(r.uniform(480, 900) / image.shape[1], 11 / small_em(page))))
    width = image.shape[1]
    parts, wanted = [(image, page)], width * r.uniform(4, 7.5)
    while sum(part.shape[0] for part, _ in parts) < wanted:
        parts.insert(r.choice((0, len(parts))), _filler(browser, r, width))
    return _stitched(r, parts, page)


def _filler(browser, r, width):
    look, css = Look(r), r.choice((360, 393, 412))
    kind = r.random()
    if kind < 0.5:
        body = box("Movimientos", "padding:12px 5%;font-weight:700;font-size:1.2em") + movements(r, r.randint(8, 20))
    elif kind < 0.75:
        body = "".join(box(text(r.choice(TEXTS["prose"])), "padding:8px 5%") for _ in range(r.randint(5, 10)))
    else:
        body = bubbles(r, look, r.sample(TEXTS["chat"][:25], r.randint(6, 16)))
    image, page = photograph(browser, sheet(r, look, body, css, 0, "filler"), width / css)
    return scaled(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), page, width / image.shape[1])


def _stitched(r, parts, page):
    words, top, width = [], 0, page["size"][0]
    for image, part in parts:
        for word in part["words"]:
            x0, y0, x1, y1 = word["box"]
            tags = word["tags"] if part is page else []
            words.append({**word, "tags": tags, "box": [x0, y0 + top, x1, y1 + top], "baseline": word["baseline"] + top})
        top += image.shape[0]
    made = np.concatenate([_as_wide(image, width) for image, _ in parts])
    limit = width * 8
    kept = {**page, "words": words, "rows": [], "size": [width, top]}
    assert top <= limit * 1.5, "fillers are too high"
    return Shot(made, kept, quality=r.randint(70, 90), notes={"ratio": round(top / width, 1)})


def _as_wide(image, width):
    short = width - image.shape[1]
    return image[:, :width] if short <= 0 else cv2.copyMakeBorder(image, 0, 0, 0, short, cv2.BORDER_REPLICATE)
