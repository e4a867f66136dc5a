"""Rows of label and value as most apps draw them, and the frame around them; each bank's module provides the words."""
from ..sheet import Sheet, font, screen
from ..ui import app_bar, buttons, status_bar, system_buttons

LIGHT = (["#ffffff", "#f7f7f7", "#f3f5f8", "#fafafa"], ["#f7f1ea", "#edf1f7"])
DARK = (["#121212", "#1b1b1f", "#0f1620", "#000000", "#212121"], ["#272b35", "#1a2420"])


def theme(r, dark):
    """Ground and ink."""
    return (
        (r.style(*DARK), r.choice(["#ffffff", "#eeeeee", "#d8d8d8"]))
        if dark
        else (r.style(*LIGHT), r.choice(["#111", "#222", "#333", "#444", "#2b3a55"]))
    )


YELLOWS = ("#f0b90b", "#fcd535", "#d9a400")


def tint(accent, ink):
    """The accent, lightened for light ink, and darkened if yellow for dark ink, so that labels stay legible."""
    if ink[1] in "def":
        return f"color-mix(in srgb, {accent} 45%, #fff)"
    return f"color-mix(in srgb, {accent} 60%, #000)" if accent in YELLOWS else accent


def open_sheet(r, name, dark, full):
    width, height = screen(r)
    return Sheet(r, f"{name}-{'dark' if dark else 'light'}-{'screen' if full else 'card'}", width, height if full else 0)


def above(r, rows, colon="", align="left"):
    row = '<div data-row class="row" style="text-align:{}"><div class="l">{}{}</div><div class="v">{}</div></div>'
    return "".join(row.format(align, label, colon, value) for label, value in rows)


def beside(r, rows, colon=":", right=True):
    """Label left; value at the right edge, or left-aligned in a second column."""
    if right:
        row = '<div data-row class="row two"><span class="l">{}{}</span><span class="v" style="text-align:right">{}</span></div>'
        return "".join(row.format(label, colon, value) for label, value in rows)
    column = f"{r.span(36, 48):.0f}%"
    row = (
        f'<div data-row class="row two" style="justify-content:flex-start"><span class="l" style="width:{column};flex:none">{{}}'
        f"{{}}"
        f'</span><span class="v rest">{{}}</span></div>'
    )
    return "".join(row.format(label, colon, value) for label, value in rows)


def inline(r, rows, colon=":"):
    """Label and value in sequence, as in text messages and plain slips."""
    return "".join(
        f'<div data-row class="row"><span class="l">{label}{colon}</span> <span class="v">{value}</span></div>'
        for label, value in rows
    )


def css(s, r, ground, ink, accent, likely=()):
    label_ink = r.choice(["", "", f"color:{tint(accent, ink)};"])
    return (
        f"#sheet{{font-family:{font(r, likely)};font-size:{s.width / 360 * r.span(12, 16.5):.1f}px;background:{ground};color:{ink};"
        f"letter-spacing:{r.choice([0, 0, 0, 0, .2, -.1])}px}}"
        f".row{{padding:{r.span(2.5, 10):.0f}px {r.span(4, 9):.1f}%;"
        f"{r.style(['', '', 'border-bottom:1px solid rgba(128,128,128,.25);'], ['border-bottom:1px dotted rgba(128,128,128,.7);'])}}}"
        f".two{{display:flex;justify-content:space-between;gap:12px;"
        f"align-items:{r.choice(['baseline', 'baseline', 'start', 'center'])}}}"
        f".two .v{{flex-shrink:0;max-width:{r.span(55, 66):.0f}%}}"
        f".two .rest{{flex:1;min-width:0;max-width:none}}"
        f".l{{{label_ink}font-weight:{r.choice([400, 500, 600, 700])};opacity:{r.span(.65, 1):.2f};"
        f"font-size:{r.span(.82, 1):.2f}em}}"
        f".v{{font-weight:{r.choice([300, 400, 400, 500, 600, 700])};line-height:{r.span(1.15, 1.45):.2f};overflow-wrap:anywhere}}"
        f".title{{font-size:{r.span(1.15, 1.6):.2f}em;font-weight:{r.choice([500, 600, 700])};padding:{r.span(4, 12):.0f}px 5%}}"
        f".amount{{font-size:{r.span(1.6, 2.6):.2f}em;font-weight:{r.choice([300, 400, 600, 700])};"
        f"padding:{r.span(4, 12):.0f}px 5%}}"
        f".small{{font-size:.8em;padding:4px 7%}}"
    )


def frame(s, r, p, body, style, bar, ground, ink, title="", captions=()):
    """The body within a phone's screen, or alone as a shared card."""
    on_bar = "#111" if bar in YELLOWS else "#fff"
    foot = buttons(r, captions, bar, on_bar) if captions else ""
    if not s.height:
        return s.finish(f'<div style="padding:{r.span(2, 26):.0f}px 0">{body}{foot if r.chance(.3) else ""}</div>', style)
    solid = r.chance(0.4)
    bar_ink, bar_ground = (on_bar, bar) if solid else (ink, ground)
    head = status_bar(r, bar_ink, bar_ground, p.when)
    if title:
        head += app_bar(
            r,
            title,
            bar_ink,
            bar_ground,
            r.choice(["back", "close", "menu", "chevron"]),
            r.choice(["share", "upload", "dots", ""]),
        )
    return s.finish(
        f'{head}<div data-clip style="flex:1;overflow:hidden">{body}{foot}</div>{system_buttons(r, ink, ground)}', style
    )
