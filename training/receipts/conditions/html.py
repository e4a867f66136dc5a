"""Parts of pages that are not receipts, and their conversion to a sheet."""
import json
from html import escape
from pathlib import Path

from ..layouts.rows import DARK, LIGHT
from ..sheet import BASE_CSS, Sheet, font
from ..ui import app_bar, status_bar, system_buttons

TEXTS = json.loads((Path(__file__).parent / "texts.json").read_text(encoding="utf-8"))
ACCENTS = ("#0a7d3c", "#1565c0", "#c62828", "#00838f", "#6a1b9a", "#e65100", "#37474f", "#128c7e")


class Look:
    """Colors and sizes of one generated app."""

    def __init__(self, r, dark=None):
        self.dark = r.chance(0.4) if dark is None else dark
        self.ground = r.style(*(DARK if self.dark else LIGHT))
        self.ink = r.choice(("#fff", "#e6e6e6") if self.dark else ("#111", "#222", "#333"))
        self.faint = "rgba(160,160,160,.95)" if self.dark else "rgba(90,90,90,.9)"
        self.card = "rgba(255,255,255,.09)" if self.dark else "rgba(0,0,0,.05)"
        self.accent = r.choice(ACCENTS)


def text(value):
    return escape(str(value))


def box(content, style=""):
    return f'<div style="{style}">{content}</div>'


def row(left, right="", style=""):
    return (
        f'<div style="display:flex;justify-content:space-between;gap:12px;padding:8px 5%;{style}">'
        f"<span>{left}</span><span>{right}</span></div>"
    )


def screen(r, look, title, body, width, height, name):
    """A phone's screen with its bars around a body; `title` may be blank."""
    head = status_bar(r, look.ink, look.ground, None)
    if title:
        head += app_bar(r, text(title), "#fff", look.accent, "back", r.choice(("dots", "share", "")))
    return sheet(r, look, f'{head}<div data-clip style="flex:1;overflow:hidden">{body}</div>{system_buttons(r, look.ink, look.ground)}', width, height, name)


def sheet(r, look, html, width, height, name):
    made = Sheet(r, name, width, height)
    made.html = f'<div id="sheet">{html}</div>'
    made.css = (
        f"{BASE_CSS}#sheet{{width:{width}px;{f'height:{height}px;' if height else ''}background:{look.ground};color:{look.ink};"
        f"font-family:{font(r)};font-size:{width / 360 * r.uniform(12, 15.5):.1f}px;line-height:1.35}}"
    )
    return made
