"""Colored text on colored bands, of different lightness or (equal_luminance) of different hue only."""
import colorsys

from .shot import Shot


def luma(color):
    return 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]


def draw_pair(r, minimum, maximum, apart=70):
    """Ground and ink (0-255 each) of different hue, with gray levels [least, most] apart, and some channel at least `apart` apart."""
    while True:
        hue = r.random()
        ground, ink = (_color(r, h) for h in (hue, hue + r.uniform(0.22, 0.78)))
        if minimum <= abs(luma(ground) - luma(ink)) <= maximum and max(abs(a - b) for a, b in zip(ground, ink)) >= apart:
            return ground, ink


def _color(r, hue):
    return tuple(round(255 * v) for v in colorsys.hls_to_rgb(hue % 1, r.uniform(0.15, 0.85), r.uniform(0.55, 1)))


def paint(r, pairs):
    """CSS that gives the pairs to the rows of a sheet in turn."""

    def css(color):
        return f"rgb({color[0]},{color[1]},{color[2]})"

    rules = []
    for number, (ground, ink) in enumerate(pairs):
        rows = f"[data-row]:nth-of-type({len(pairs)}n+{number + 1})"
        rules.append(f"{rows}{{background:{css(ground)}!important;opacity:1!important}}")
        rules.append(f"{rows},{rows} *{{color:{css(ink)}!important;opacity:1!important}}")
        rules.append(f"{rows} *{{background:transparent!important}}")
    return "".join(rules)


def color_bands(r):
    """A restyling and the condition: bands whose text differs in gray by at least 45 levels."""
    return paint(r, [draw_pair(r, 45, 120) for _ in range(r.randint(2, 4))])


def equal_luminance(r):
    """Bands whose text differs from its ground in hue, and in gray by at most 25 levels: readable for people, faint for a gray reader."""
    return paint(r, [draw_pair(r, 3, 25, 120), draw_pair(r, 45, 120), draw_pair(r, 8, 25, 120)])


def shown(r, image, page):
    return Shot(image, page, kind=r.choice(("png", "jpg", "jpg")), quality=r.randint(80, 92))
