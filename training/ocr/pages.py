"""Pages drawn with PIL in a fraction of a browser's time: rows, columns, pills, bands and distractors; gray, with word boxes."""

import random

import numpy as np
from PIL import Image, ImageDraw

from . import draw as drawing
from . import fonts, text as strings, vocabulary


class Page:
    """A page under construction; `words` are (text, em-high box)."""

    def __init__(self, width, height):
        self.width, self.height, self.words = width, height, []
        self.dark = random.random() < 0.4
        self.paper = random.randint(0, 60) if self.dark else random.randint(215, 255)
        self.image = Image.new("L", (width, height), self.paper)
        self.draw = ImageDraw.Draw(self.image)
        self.em = width * random.uniform(0.024, 0.05)
        family = random.choice(fonts.families())
        self.fonts = [random.choice(family) for _ in range(2)]
        self.margin = width * random.uniform(0.02, 0.09)
        self.y = random.uniform(0, 3) * self.em

    def ink(self, paper=None, soft=0.25):
        """A gray level that is readable on the paper, with low or full contrast."""
        paper = self.paper if paper is None else paper
        room = max(paper, 255 - paper)
        contrast = random.randint(50, 110) if random.random() < soft else random.randint(min(120, room), room)
        return max(0, paper - contrast) if paper > 127 else min(255, paper + contrast)

    def put(self, text, x, y, size=1.0, font=0, fill=None, align=0.0):
        """Writes a line whose left (align 0), middle (0.5) or right end (1) is at x, its ascender at y; returns its width."""
        path, em = self.fonts[font], max(7, round(self.em * size))
        text = "".join(c for c in text if c == " " or c not in fonts.missing(path))
        face = fonts.load(path, em)
        ascent, width = face.getmetrics()[0], face.getlength(text)
        x, y = round(x - align * width), round(y)
        self.draw.text((x, y), text, fill=self.ink() if fill is None else fill, font=face)
        at = 0
        for word in text.split(" "):
            if word:
                left = x + face.getlength(text[:at])
                self.words.append((word, drawing.line_box(left, left + face.getlength(word), y + ascent, em)))
            at += len(word) + 1
        return width

    def down(self, lines=1.0):
        self.y += self.em * lines

    def patch(self, box, fill, radius=0):
        """Paints over an area; words under it are removed."""
        self.draw.rounded_rectangle(box, radius=radius, fill=fill)
        x0, y0, x1, y1 = box
        self.words = [w for w in self.words if w[1][2] < x0 or w[1][0] > x1 or w[1][3] < y0 or w[1][1] > y1]


def value():
    return random.choice((strings.reference, strings.phone, strings.account, strings.identity, strings.amount, strings.date, strings.bank, strings.name,
                          strings.concept, strings.time))()  # fmt: skip


def row(page):
    """Label left, value right; or both on one column grid."""
    pitch, line = random.uniform(1.5, 3.0), random.random() < 0.3
    column = random.choice((None, None, random.uniform(0.34, 0.5)))
    size = random.choice((1, 1, random.uniform(0.9, 1.3)))
    for _ in range(random.randint(2, 7)):
        used = page.margin + page.put(strings.label()[:26], page.margin, page.y, font=0)
        room = max(0, int((page.width - used - page.margin) / page.em / size / 0.62))
        if column and used < page.width * column:
            page.put(value(), page.width * column, page.y, size, 1)
        else:
            wide = page.put(value()[:room], page.width - page.margin, page.y, size, 1, align=1)
            if random.random() < 0.15 and wide < page.width * 0.4:
                drawing.icon(page.draw, page.width - page.margin + 2, page.y, page.em * 0.8)
            if random.random() < 0.1:
                page.down(1.3)
                page.put(strings.bank()[:24], page.width - page.margin, page.y, size, 1, align=1)
        page.down(pitch)
        if line:
            rule(page)


def stacked(page):
    """Label above value."""
    align = random.choice((0, 0, 0, 0.5))
    x = page.margin if align == 0 else page.width / 2
    gap, pitch, line = random.uniform(1.2, 1.7), random.uniform(1.6, 2.8), random.random() < 0.4
    for _ in range(random.randint(1, 5)):
        page.put(strings.label(), x, page.y, random.uniform(0.75, 1.05), 0, align=align)
        page.down(gap)
        page.put(value(), x, page.y, random.uniform(0.95, 1.3), 1, align=align)
        page.down(pitch)
        if line:
            rule(page)


def columns(page):
    count = random.randint(2, 4)
    size = random.uniform(0.6, 0.9)
    for line in range(random.randint(2, 4)):
        for column in range(count):
            text = strings.label() if line == 0 else value()
            room = int(1.3 * page.width / count / page.em / size)
            page.put(text[:room], page.margin + column * (page.width - page.margin) / count, page.y, size, int(line > 0))
        page.down(1.3 * size + 0.2)
    page.down()


def centered(page):
    for _ in range(random.randint(1, 3)):
        size = random.uniform(0.9, 2.2)
        text = random.choice((strings.chrome, strings.amount, strings.bank, strings.chrome))()[:24]
        page.put(text, page.width / 2, page.y, size, random.randrange(2), align=0.5)
        page.down(size * random.uniform(1.3, 1.9))


def pill(page):
    """A rounded box with text: a pill around an amount, or a button."""
    size = random.uniform(0.9, 2.0)
    text = random.choice((strings.amount, strings.chrome))()[:20]
    width = page.width * random.uniform(0.4, 0.95)
    high = page.em * size * random.uniform(1.4, 2.6)
    box = ((page.width - width) / 2, page.y, (page.width + width) / 2, page.y + high)
    outline = random.random() < 0.25
    fill = page.paper if outline else random.choice((random.randint(0, 255), min(255, page.paper + 22), max(0, page.paper - 22)))
    page.patch(box, fill, high / 2 if random.random() < 0.6 else high * 0.15)
    if outline:
        page.draw.rounded_rectangle(box, radius=high / 2, outline=page.ink(), width=max(1, round(page.em / 10)))
    page.put(text, page.width / 2, page.y + high / 2 - 0.62 * page.em * size, size, random.randrange(2), page.ink(fill, 0.1), 0.5)
    page.y += high + page.em * random.uniform(0.4, 1.5)


def band(page):
    """A colored band with light or dark text, left or centered."""
    fill, high = random.randint(0, 255), page.em * random.uniform(2, 6)
    page.patch((0, page.y, page.width, page.y + high), fill)
    size = random.uniform(0.9, 1.6)
    y = page.y + high / 2 - 0.62 * page.em * size
    center = random.random() < 0.6
    page.put(random.choice((strings.chrome, strings.bank))()[:28], page.width / 2 if center else page.margin, y, size, 0, page.ink(fill, 0.1), 0.5 * center)
    if not center and random.random() < 0.5:
        drawing.icon(page.draw, page.width - page.margin - page.em, y, page.em)
    page.y += high + page.em * random.uniform(0.3, 1)


def paragraph(page):
    size = random.uniform(0.55, 0.95)
    for _ in range(random.randint(1, 4)):
        words = " ".join(random.choices(vocabulary.SPANISH, k=20))[: int(1.6 * page.width / page.em / size)]
        page.put(words, page.margin, page.y, size, 1)
        page.down(1.35 * size)
    page.down(0.5)


def bar(page):
    """A phone's status bar, or a bottom navigation."""
    size, count = random.uniform(0.55, 0.85), random.randint(2, 5)
    for index in range(count):
        x = page.width * (index + 0.5) / count
        if random.random() < 0.4:
            drawing.icon(page.draw, x, page.y, page.em * size * 1.2)
        else:
            page.put(random.choice((strings.time(), *random.choices(vocabulary.CHROME, k=2)))[:12], x, page.y, size, 1, align=0.5)
    page.down(2)


def rule(page):
    y = page.y - page.em * 0.3
    page.draw.line((page.margin, y, page.width - page.margin, y), fill=page.ink(soft=0.8), width=random.choice((1, 1, 2)))


def signs(page):
    """Discs, checks, squares, a checkered code, a shaded patch, without text."""
    for _ in range(random.randint(1, 3)):
        side = page.em * random.uniform(1, 5)
        x, fill = random.uniform(0, page.width - side), page.ink()
        kind = random.randrange(6)
        if kind == 0:
            page.draw.ellipse((x, page.y, x + side, page.y + side), fill=fill)
            drawing.icon(page.draw, x + side * 0.25, page.y + side * 0.25, side * 0.5)
        elif kind == 1:
            page.draw.ellipse((x, page.y, x + side, page.y + side), outline=fill, width=max(1, round(side / 14)))
            check = ((0.3, 0.5), (0.45, 0.7), (0.7, 0.3))
            page.draw.line([(x + side * across, page.y + side * down) for across, down in check], fill=fill, width=max(1, round(side / 12)))
        elif kind == 2:
            page.draw.rounded_rectangle((x, page.y, x + side, page.y + side * 0.5), radius=side * 0.25, fill=fill)
        elif kind == 3:
            code = np.random.randint(0, 2, (9, 9), np.uint8) * 255
            page.image.paste(Image.fromarray(code).resize((int(side) + 9,) * 2, Image.NEAREST), (int(x), int(page.y)))
        elif kind == 4:
            shade = np.random.randint(0, 255, (4, 4), np.uint8)
            page.image.paste(Image.fromarray(shade).resize((int(side * 1.6) + 4, int(side) + 4), Image.BICUBIC), (int(x), int(page.y)))
        else:
            drawing.icon(page.draw, x, page.y, side * 0.5)
    page.down(random.uniform(2, 5.5))


PARTS, WEIGHTS = zip((row, 8), (stacked, 6), (columns, 2), (centered, 4), (pill, 4), (band, 3), (paragraph, 2), (bar, 2), (signs, 3))


def page():
    """(uint8 gray page, [(text, em-high box)]) of 320 to 1100 pixels width."""
    width = random.randint(320, 700) if random.random() < 0.7 else random.randint(700, 1100)
    sheet = Page(width, int(width * random.uniform(0.9, 1.7)))
    if random.random() < 0.4:
        inset = width * random.uniform(0.01, 0.05)
        shade = sheet.paper + random.choice((-1, 1)) * random.randint(5, 60)
        sheet.paper = min(255, max(0, shade))
        sheet.patch((inset, inset * 2, width - inset, sheet.height * random.uniform(0.6, 1.2)), sheet.paper, inset)
        sheet.margin += inset
    while sheet.y < sheet.height:
        random.choices(PARTS, WEIGHTS)[0](sheet)
        sheet.down(random.uniform(0, 1.5))
    return np.asarray(sheet.image), sheet.words
