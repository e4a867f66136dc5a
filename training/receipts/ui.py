"""Common parts of phone screens: icons, the system's status bar and buttons, app bars."""
from html import escape

_PATHS = {
    "copy": '<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h3"/>',
    "share": '<circle cx="18" cy="5" r="3"/><circle cx="6" cy="12" r="3"/><circle cx="18" cy="19" r="3"/><path d="M9 11l6-4M9 13l6 4"/>',
    "upload": '<path d="M12 15V3M7 8l5-5 5 5M4 13v7h16v-7"/>',
    "back": '<path d="M20 12H4M11 5l-7 7 7 7"/>',
    "chevron": '<path d="M15 4l-8 8 8 8"/>',
    "close": '<path d="M5 5l14 14M19 5L5 19"/>',
    "check": '<path d="M4 12l6 6L20 6"/>',
    "disc": '<circle cx="12" cy="12" r="10"/><path d="M7 12l4 4 7-8"/>',
    "home": '<path d="M3 11l9-8 9 8v10h-6v-6H9v6H3z"/>',
    "menu": '<path d="M3 6h18M3 12h18M3 18h18"/>',
    "dots": '<path d="M12 5v.5M12 12v.5M12 19v.5" stroke-width="4"/>',
    "card": '<rect x="2" y="5" width="20" height="14" rx="2"/><path d="M2 10h20"/>',
    "bell": '<path d="M6 17V10a6 6 0 0 1 12 0v7l2 2H4zM10 21h4"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>',
    "star": '<path d="M12 3l3 6 6 1-4.500 4.500 1 6.500-5.500-3-5.500 3 1-6.500L3 10l6-1z"/>',
}


def icon(name, size, color="currentColor", width=2, fill="none"):
    return (
        f'<svg width="{size:.1f}" height="{size:.1f}" viewBox="0 0 24 24" fill="{fill}" stroke="{color}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round">{_PATHS[name]}</svg>'
    )


def check_disc(size, disc, mark="#fff"):
    return (
        f'<svg width="{size:.1f}" height="{size:.1f}" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11" fill="{disc}"/>'
        f'<path d="M6 12l4 4 8-8" fill="none" stroke="{mark}" stroke-width="2.500"/></svg>'
    )


def blob(r, width, height, colors):
    """A generated logo: two or three colored shapes."""
    shapes = []
    for color in colors:
        x, y, s = r.uniform(20, 80), r.uniform(25, 75), r.uniform(18, 40)
        shapes.append(
            r.choice(
                [
                    f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{s / 1.6:.0f}" fill="{color}"/>',
                    f'<path d="M{x - s:.0f} {y + s:.0f}Q{x:.0f} {y - 2 * s:.0f} {x + s:.0f} {y + s:.0f}z" fill="{color}"/>',
                    f'<rect x="{x - s:.0f}" y="{y - s / 2:.0f}" width="{2 * s:.0f}" height="{s:.0f}" rx="{s / 3:.0f}" '
                    f'fill="{color}"/>',
                ]
            )
        )
    return (
        f'<svg width="{width:.0f}" height="{height:.0f}" viewBox="0 0 100 100" preserveAspectRatio="none">{"".join(shapes)}</svg>'
    )


def status_bar(r, ink, ground, when=None):
    """The phone's status bar: a clock (never the operation's time), carrier, signal, battery."""
    height, size = r.span(22, 34), r.span(11, 15)
    hour, minute = (
        (when.hour, (when.minute + r.randrange(3)) % 60) if when and r.chance(0.7) else (r.randrange(24), r.randrange(60))
    )
    time = f"{hour}:{minute:02d}" if r.chance(0.5) else f"{hour % 12 or 12}:{minute:02d}"
    left = time + r.choice(["", "", "", "", " p. m.", " PM", " a.m.", " a -"])
    carrier = r.choice(["", "", "", "Movistar", "Digitel", "Movilnet", "Digitel 4G", "DIGITEL"])
    percent = r.choice(["", f"{r.randrange(5, 101)}%", f"{r.randrange(5, 101)}%", f"{r.randrange(5, 101)}"])
    net = r.choice(["", "4G", "LTE", "H+", "5G", "3G", ""])
    bars = "".join(
        f'<rect x="{x}" y="{16 - x}" width="3" height="{x + 2}" fill="{ink}"/>' for x in (0, 5, 10, 15)[: r.randint(2, 4)]
    )
    signal = f'<svg width="{size:.0f}" height="{size:.0f}" viewBox="0 0 18 18">{bars}</svg>'
    battery = (
        f'<svg width="{size * 1.7:.0f}" height="{size * .9:.0f}" viewBox="0 0 26 13">'
        f'<rect x="1" y="1" width="21" height="11" rx="3" '
        f'fill="none" stroke="{ink}"/><rect x="3" y="3" width="{r.randrange(3, 18)}" height="7" fill="{ink}"/></svg>'
    )
    texts = [left, carrier] if r.chance(0.8) else [carrier, left]
    return (
        f'<div style="height:{height:.0f}px;flex:none;background:{ground};color:{ink};'
        f"font:{r.choice([400, 500, 600])} {size:.1f}px {r.system_font};"
        f'display:flex;align-items:center;gap:{r.span(4, 8):.0f}px;padding:0 {r.span(10, 24):.0f}px">'
        f"<span>{escape(texts[0])}</span>"
        f'<span style="font-size:.85em">{texts[1]}</span><span style="flex:1"></span><span style="font-size:.8em">{net}</span>'
        f'{signal}{battery if r.chance(.8) else ""}<span style="font-size:.85em">{percent}</span></div>'
    )


def system_buttons(r, ink, ground):
    """Three buttons, a gesture bar or nothing at the bottom of the screen."""
    kind = r.random()
    if kind < 0.35:
        return f'<div style="flex:none;height:{r.span(6, 16):.0f}px;background:{ground}"></div>'
    if kind < 0.65:
        return (
            f'<div style="flex:none;height:20px;background:{ground};display:flex;align-items:center;justify-content:center">'
            f'<div style="width:34%;height:4px;border-radius:2px;background:{ink}"></div></div>'
        )
    return (
        f'<div style="flex:none;height:{r.span(36, 46):.0f}px;background:{ground};color:{ink};display:flex;align-items:center;'
        f'justify-content:space-around">{icon("menu", 16)}<svg width="16" height="16">'
        f'<rect x="1" y="1" width="14" height="14" rx="4" '
        f'fill="none" stroke="{ink}" stroke-width="2"/></svg>{icon("chevron", 16)}</div>'
    )


def app_bar(r, title, ink, ground, left="back", right="share", align=None):
    """Title between two icons. `title` is HTML."""
    size = r.span(15, 20)
    return (
        f'<div style="flex:none;height:{r.span(46, 60):.0f}px;background:{ground};color:{ink};display:flex;align-items:center;'
        f"gap:{r.span(10, 22):.0f}px;padding:0 {r.span(12, 20):.0f}px;font-size:{size:.1f}px;"
        f'font-weight:{r.choice([400, 500, 600, 700])}">'
        f'{icon(left, size * 1.2) if left else ""}<span style="flex:1;'
        f'text-align:{align or r.choice(["left", "left", "center"])}">{title}</span>'
        f'{icon(right, size * 1.2) if right else ""}</div>'
    )


def buttons(r, texts, color, ink="#fff"):
    """A column or row of rounded buttons with the given captions; the last may be outlined."""
    radius, size, side = r.choice([4, 8, 24, 30]), r.span(13, 16), r.chance(0.3)
    made = []
    for i, text in enumerate(texts):
        look = f"background:{color};color:{ink}" if i == 0 or r.chance(0.3) else f"border:1px solid {color};color:{color}"
        made.append(
            f'<div class="c" style="flex:1;border-radius:{radius}px;padding:{r.span(9, 14):.0f}px 8px;font-size:{size:.1f}px;'
            f'font-weight:600;{look}">{escape(text)}</div>'
        )
    return (
        f'<div style="display:flex;flex-direction:{"row" if side else "column"};gap:10px;padding:14px 6%">{"".join(made)}</div>'
    )
