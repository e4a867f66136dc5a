"""A picture to be written to a file, with its truth."""
import io
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from ..truth import entry, transform


@dataclass
class Shot:
    """`image`: RGB [h, w, 3] or gray [h, w], uint8. `boxes`: whether the words' boxes are pixels of the upright image."""

    image: np.ndarray
    page: dict
    boxes: bool = True
    kind: str = "jpg"  # jpg, png or webp
    quality: int = 85
    orientation: int = 1  # EXIF
    notes: dict = field(default_factory=dict)  # parameters, for the analysis of failures
    state: str = "realizado"  # of the payment (docs/fields.md)

    def encode(self):
        exif = Image.Exif()
        exif[0x0112] = self.orientation
        options = {
            "jpg": {"format": "JPEG", "quality": self.quality},
            "png": {"format": "PNG"},
            "webp": {"format": "WEBP", "quality": self.quality},
        }[self.kind]
        if self.orientation != 1:
            options["exif"] = exif
        data = io.BytesIO()
        Image.fromarray(self.image).save(data, **options)
        return data.getvalue()

    def truth(self):
        said = entry(self.page)
        if not self.boxes:
            said["words"] = [{"text": word["text"]} for word in said["words"]]
        if self.state != "realizado":
            said["estado_pago"] = self.state
        return said


def again(image, quality):
    """The image after JPEG compression."""
    data = io.BytesIO()
    Image.fromarray(image).save(data, format="JPEG", quality=quality)
    return np.asarray(Image.open(data))


def scaled(image, page, factor, method=Image.LANCZOS):
    """Image and page at another size."""
    height, width = image.shape[:2]
    size = max(1, round(width * factor)), max(1, round(height * factor))
    page = transform(page, [0, 0, width, height], factor)
    page["size"] = list(size)
    return np.asarray(Image.fromarray(image).resize(size, method)), page


def small_em(page):
    """The em in pixels that four fifths of the words reach."""
    return float(np.percentile([word["em"] for word in page["words"]], 20)) if page["words"] else 16.0


def without(page, gone):
    """The page without the words for which `gone(word)` is true; their fields are removed too."""
    kept, lost = [], set(page["lost"])
    for word in page["words"]:
        if gone(word):
            lost.update(word["tags"])
        else:
            kept.append(word)
    return {**page, "words": kept, "lost": sorted(lost)}
