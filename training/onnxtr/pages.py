"""Pages for the probes: blue words and distractors for the detector's post-processing. All contents are generated."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
BLUES = [(0, 0, 255), (20, 40, 200), (90, 90, 190), (0, 120, 220), (140, 140, 200), (60, 60, 120)]
WORDS = "Monto Bs 1.234,56 Referencia 000123456789 Banco V-12.345.678 0412****321 pago ok 24/07/2031 10:15 concepto".split()


def page(width, height, size, paper, seed, blues=BLUES):
    """Lines of words of about `size` pixels, the last of each line close to the edge."""
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(image)
    y = size // 3
    while y < height - 2 * size:
        font = ImageFont.truetype(FONT, int(size * rng.uniform(0.7, 1.4)))
        x = int(rng.uniform(0, width / 3))
        while x < width - 3 * size:
            word = str(rng.choice(WORDS))
            draw.text((x, y), word, blues[rng.integers(len(blues))], font)
            x += int(draw.textlength(word, font)) + int(size * rng.uniform(1.0, 4.0))
        y += int(size * rng.uniform(1.8, 3.0))
    return image, draw


def portrait():
    """Includes a framed word, which is in the hole of another blob, a diagonal, which fills little of its box, and dots."""
    image, draw = page(540, 960, 22, (255, 255, 255), 1)
    draw.rectangle((30, 700, 510, 945), (255, 255, 255))
    draw.rectangle((60, 720, 300, 800), outline=(0, 0, 255), width=6)
    draw.text((110, 742), "Pagar", (0, 0, 255), ImageFont.truetype(FONT, 30))
    draw.line((330, 700, 530, 900), (0, 0, 255), width=3)
    for x in range(60, 300, 30):
        draw.ellipse((x, 830, x + x // 60, 830 + x // 60), (0, 0, 255))
    draw.text((20, 880), "0105000123456789012345678901234567890", (10, 10, 230), ImageFont.truetype(FONT, 19))
    return image


def wide():
    """Runs of characters that are read in pieces."""
    image = Image.new("RGB", (900, 420), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    runs = ("0105000123456789012345678901234567890", "transferenciaentrecuentaspropias", "000000000000000000000000000000", "WWMMNN11223344556677889900")
    for index, run in enumerate(runs * 2):
        draw.text((10 + 31 * index, 10 + 50 * index), run, BLUES[index % 2], ImageFont.truetype(FONT, 24 - 2 * index + index // 4 * 7))
    return image


def all_pages():
    """{name: image}: portrait, landscape on dark, square, narrow, tiny and enlarged, text at the edges, runs of characters."""
    edges = Image.new("RGB", (333, 200), (245, 245, 240))
    ImageDraw.Draw(edges).text((-6, -5), "bordes", (0, 0, 255), ImageFont.truetype(FONT, 40))
    ImageDraw.Draw(edges).text((230, 165), "bordes", (0, 0, 255), ImageFont.truetype(FONT, 40))
    return {
        "portrait": portrait(),
        "landscape": page(900, 401, 26, (16, 16, 16), 2)[0],
        "square": page(700, 700, 40, (230, 235, 230), 3)[0],
        "narrow": page(243, 1100, 12, (255, 255, 255), 4)[0],
        "tiny": page(120, 81, 14, (255, 255, 255), 5)[0],
        "edges": edges,
        "wide": wide(),
        "blank": Image.new("RGB", (64, 90), (255, 255, 255)),
    }
