"""Screenshots of which a side is missing: an edge of the image runs through a value."""
from ..truth import transform
from .shot import Shot

FIELDS = ("referencia", "monto", "telefono", "cedula", "cuenta_destino")
KEPT = 0.55  # minimum share of the width and the height that is left
ATTEMPTS = 20


def cut(r, image, page):
    """Removes one to three characters with a digit at either end of a value and all beside them, or a part of its line and all above or below."""
    height, width = image.shape[:2]
    tags = {tag for key, _, tag in page["claims"] if key in FIELDS}
    words = [word for word in page["words"] if tags & set(word["tags"]) and any(map(str.isdigit, word["text"]))]
    for _ in range(ATTEMPTS if words else 0):
        window = _window(r, r.choice(words), width, height)
        if window and window[2] - window[0] >= KEPT * width and window[3] - window[1] >= KEPT * height:
            x0, y0, x1, y1 = window
            return Shot(image[y0:y1, x0:x1], transform(page, window, 1), kind=r.choice(("png", "jpg")), notes={"window": window})
    return None


def _window(r, word, width, height):
    """The part of the page that is left, or None where no digit would be missing."""
    box, text, side, count = word["box"], word["text"], r.choice(("left", "right", "top", "bottom")), r.randint(1, 3)
    across = count * (box[2] - box[0]) / max(4, len(text))
    along = r.uniform(0.15, 0.45) * (box[3] - box[1])
    if side in ("left", "right") and not any(map(str.isdigit, text[:count] if side == "left" else text[-count:])):
        return None
    return {
        "left": [round(box[0] + across), 0, width, height],
        "right": [0, 0, round(box[2] - across), height],
        "top": [0, round(box[1] + along), width, height],
        "bottom": [0, 0, width, round(box[3] - along)],
    }[side]
