"""Conditions of orientation: rotated slightly, rotated by multiples of 90°, or by an EXIF tag."""
import numpy as np
from PIL import Image

from .shot import Shot, scaled, small_em

# The transformation of an upright image that the tag reverses.
UNDO = {
    2: Image.FLIP_LEFT_RIGHT,
    3: Image.ROTATE_180,
    4: Image.FLIP_TOP_BOTTOM,
    5: Image.TRANSPOSE,
    6: Image.ROTATE_90,
    7: Image.TRANSVERSE,
    8: Image.ROTATE_270,
}


def rotated(r, image, page):
    """By 0.7 to 5 degrees in either direction, on a plain ground. Without boxes: readers differ in whether they rotate back."""
    image, page = _smaller(r, image, page)
    angle = r.choice((-1, 1)) * r.uniform(0.7, 5)
    ground = tuple(int(v) for v in np.median(image[:3].reshape(-1, 3), axis=0)) if r.chance(0.5) else r.choice(((0, 0, 0), (255, 255, 255)))
    made = Image.fromarray(image).rotate(angle, Image.BICUBIC, expand=True, fillcolor=ground)
    return Shot(np.asarray(made), page, boxes=False, quality=r.randint(65, 92), notes={"degrees": round(angle, 2)})


def turned(r, image, page):
    """By 90, 180 or 270 degrees, without a tag."""
    image, page = _smaller(r, image, page)
    quarters = r.choice((1, 2, 3))
    return Shot(np.rot90(image, quarters).copy(), page, boxes=False, quality=r.randint(65, 92), notes={"degrees": 90 * quarters})


def exif(r, image, page):
    """Stored rotated or mirrored, with the corresponding orientation tag."""
    image, page = _smaller(r, image, page)
    tag = r.choice(list(UNDO))
    stored = np.asarray(Image.fromarray(image).transpose(UNDO[tag]))
    return Shot(stored, page, quality=r.randint(70, 92), orientation=tag, notes={"tag": tag})


def _smaller(r, image, page):
    return scaled(image, page, min(1.0, max(r.uniform(480, 1080) / image.shape[1], 10 / small_em(page))))
