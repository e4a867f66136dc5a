"""Generates many shapes from few receipts: rescaled, cropped, recompressed, in three formats; no two files are equal."""

import io
from pathlib import Path

from PIL import Image, PngImagePlugin

# Typical widths of screenshots after phones and messengers, pixels.
NARROWEST, WIDEST = 240, 1440
RENDERED = 300


class Shapes:
    def __init__(self, folder, random):
        self._random = random
        self._sources = sorted(Path(folder).glob("*.jpg"))
        self._images = []
        self._count = 0

    def next(self):
        """Name, media type, bytes and size of the next image."""
        self._count += 1
        if len(self._images) < RENDERED:
            self._images.append(self._render())
        image = self._images[(self._count - 1) % len(self._images)]
        kind = self._random.choices(("jpeg", "png", "webp"), (8, 1, 1))[0]
        return f"receipt-{self._count:05d}.{kind}", f"image/{kind}", self._encode(image, kind), image.size

    def _render(self):
        with Image.open(self._random.choice(self._sources)) as source:
            image = source.convert("RGB")
        width = round(NARROWEST * (WIDEST / NARROWEST) ** self._random.random())
        image = image.resize((width, max(60, round(image.height * width / image.width))), Image.BILINEAR)
        top, bottom = (round(image.height * self._random.uniform(0, 0.15)) for _ in range(2))
        return image.crop((0, top, image.width, image.height - bottom))

    def _encode(self, image, kind):
        """A comment with a number makes every file unique, so that no content cache applies."""
        buffer, note = io.BytesIO(), f"copy {self._count}"
        if kind == "png":
            info = PngImagePlugin.PngInfo()
            info.add_text("Comment", note)
            image.save(buffer, "PNG", pnginfo=info, compress_level=1)
        elif kind == "webp":
            image.save(buffer, "WEBP", quality=80, method=0, xmp=note.encode())
        else:
            image.save(buffer, "JPEG", quality=self._random.randint(40, 90), comment=note.encode())
        return buffer.getvalue()
