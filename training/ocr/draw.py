"""Draws one line of text with its surroundings, in gray, and returns its box."""

import random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from . import fonts, text as strings
from .config import ABOVE, BELOW


def text_size():
    """Pixels of the font's em. Receipts run from 9 (thumbnails) to 60 (full-resolution screenshots)."""
    return int(np.exp(random.uniform(np.log(9), np.log(56)))) if random.random() < 0.75 else random.randint(11, 24)


def line_box(left, right, baseline, em):
    """A word's box, independent of its letters: an em high, so that `oso` and `OSO` are cropped alike."""
    return [left, baseline - ABOVE * em, right, baseline + BELOW * em]


def draw_line(canvas, position, text, font, spacing):
    """Draws at `position` (left, top of the ascender) and returns the advance."""
    draw = ImageDraw.Draw(canvas)
    if not spacing:
        draw.text(position, text, fill=255, font=font)
        return font.getlength(text)
    x = position[0]
    for character in text:
        draw.text((x, position[1]), character, fill=255, font=font)
        x += font.getlength(character) + spacing
    return x - spacing - position[0]


def word():
    """(gray image, box, text); one in forty contains only a sign, whose text is empty."""
    if random.random() < 0.025:
        return nothing()
    while True:
        content = strings.sample()
        path = fonts.choose(content)
        if path is None:
            continue
        size = text_size()
        font = fonts.load(path, size)
        ascent, descent = font.getmetrics()
        if 0.8 * size < ascent + descent < 1.7 * size:
            break
    spacing = random.choice((1, 1, 2, -0.4)) * size * random.uniform(0.02, 0.06) if random.random() < 0.1 else 0
    height, pad = ascent + descent, int(size * 1.3) + 4
    width = int(font.getlength(content) + max(0, spacing) * len(content)) + 1
    canvas = Image.new("L", (width + 2 * pad, height + 2 * pad), 0)
    width = max(2, round(draw_line(canvas, (pad, pad), content, font, spacing)))
    box = line_box(pad, pad + width, pad + ascent, size)
    mask = np.asarray(canvas, np.float32) / 255
    mask = np.maximum(mask, surroundings(canvas.size, box, font, size))
    return paint(mask, box, size), box, content


def nothing():
    em = text_size()
    pad = int(em * 1.3) + 4
    width = max(2, round(em * random.choice((0.7, 1, 1, random.uniform(0.5, 5)))))
    canvas = Image.new("L", (width + 2 * pad, em + 2 * pad), 0)
    box = [pad, pad, pad + width, pad + em]
    draw = ImageDraw.Draw(canvas)
    if random.random() < 0.8:
        icon(draw, pad + em * random.uniform(-0.1, 0.1), pad + em * random.uniform(-0.1, 0.1), em * random.uniform(0.7, 1.0))
    else:
        y = pad + em * random.uniform(0, 1)
        draw.line((0, y, canvas.width, y), fill=255, width=max(1, round(em * random.uniform(0.04, 0.2))))
    return paint(np.asarray(canvas, np.float32) / 255, box, em), box, ""


def surroundings(size, box, font, em):
    """Draws things next to a word that must not be read: pieces of other words, icons, rules, an underline."""
    canvas = Image.new("L", size, 0)
    draw = ImageDraw.Draw(canvas)
    x0, y0, x1, y1 = box
    top = y0 + ABOVE * em - font.getmetrics()[0]
    gap = em * random.uniform(0.22, 0.5)
    if random.random() < 0.15:
        neighbor = strings.sample(6)
        draw.text((x1 + gap, top), neighbor, fill=255, font=font)
    if random.random() < 0.15:
        neighbor = strings.sample(6)
        draw.text((x0 - gap - font.getlength(neighbor), top), neighbor, fill=255, font=font)
    if random.random() < 0.12:
        above = top + em * random.choice((random.uniform(-1.6, -1.1), random.uniform(1.1, 1.6)))
        draw.text((x0 + em * random.uniform(-2, 1), above), strings.sample(), fill=255, font=font)
    if random.random() < 0.14:
        icon(draw, random.choice((x1 + gap, x1 + gap, x0 - gap - em)), y0 + em * 0.2, em * random.uniform(0.6, 1.1))
    if random.random() < 0.06:
        y = y1 - em * random.uniform(0.0, 0.18)
        draw.line((x0, y, x1, y), fill=255, width=max(1, round(em / 16)))
    if random.random() < 0.08:
        y = random.choice((y0 - em * random.uniform(0.05, 0.5), y1 + em * random.uniform(0.05, 0.5)))
        draw.line((0, y, size[0], y), fill=random.randint(60, 255), width=max(1, round(em * random.choice((0.04, 0.08, 0.2)))))
    return np.asarray(canvas, np.float32) / 255


def icon(draw, x, y, side):
    """A copy, share, check, arrow or disc sign."""
    line = max(1, round(side / 12))
    kind = random.randrange(6)
    if kind < 3:
        offset = side * random.uniform(0.2, 0.3)
        draw.rectangle((x, y, x + side - offset, y + side - offset), outline=255, width=line)
        draw.rectangle((x + offset, y + offset, x + side, y + side), outline=255, fill=random.choice((0, 255)), width=line)
    elif kind == 3:
        draw.ellipse((x, y, x + side, y + side), outline=255, fill=random.choice((0, 255)), width=line)
    elif kind == 4:
        draw.line((x, y + side * 0.5, x + side * 0.4, y + side * 0.9, x + side, y + side * 0.1), fill=255, width=line)
    else:
        draw.line((x + side * 0.3, y + side * 0.1, x + side * 0.7, y + side * 0.5, x + side * 0.3, y + side * 0.9), fill=255, width=line)


def paint(mask, box, em):
    """Ink and paper: light on dark or dark on light, from 28 gray levels of contrast up, on flat, shaded or banded paper."""
    paper = random.choice((255, random.randint(225, 255), random.randint(0, 60), random.randint(0, 255)))
    contrast = random.randint(28, 110) if random.random() < 0.25 else random.randint(90, 255)
    up, down = min(255, paper + contrast), max(0, paper - contrast)
    ink = up if 255 - paper > paper else down
    if min(paper, 255 - paper) > 90 and random.random() < 0.5:
        ink = up + down - ink if abs(up + down - ink - paper) >= 45 else ink
    background = np.full(mask.shape, paper, np.float32)
    kind = random.random()
    if kind < 0.15:
        background += np.linspace(-1, 1, mask.shape[1], dtype=np.float32)[None] * random.uniform(-25, 25)
    elif kind < 0.25:
        background += np.linspace(-1, 1, mask.shape[0], dtype=np.float32)[:, None] * random.uniform(-25, 25)
    elif kind < 0.40:
        edge(background, box, em)
    return background + mask * (ink - background)


def edge(background, box, em):
    """A band, card or pill ends near the word: beyond its edge the paper has another gray level."""
    x0, y0, x1, y1 = map(round, box)
    other = random.randint(0, 255)
    distance = int(em * random.uniform(0.0, 0.6))
    side = random.randrange(5)
    if side == 0:
        background[: max(0, y0 - distance)] = other
    elif side == 1:
        background[y1 + distance :] = other
    elif side == 2:
        background[:, : max(0, x0 - distance - 2)] = other
    elif side == 3:
        background[:, x1 + distance + 2 :] = other
    else:
        inside = np.zeros(background.shape, np.uint8)
        radius = max(1, (y1 - y0) // 2 + distance)
        middle = (y0 + y1) // 2
        cv2.line(inside, (x0, middle), (x1, middle), 1, 2 * radius)
        background[inside == 0] = other
