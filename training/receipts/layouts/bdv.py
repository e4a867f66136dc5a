"""Banco de Venezuela: PagomóvilBDV (full screen and shared card, light and dark), transfers, the older label-above screen."""
from ..payment import account_print, amount, date_of, money
from ..sheet import Sheet, font, screen
from ..ui import app_bar, blob, buttons, check_disc, icon, status_bar, system_buttons

LIKELY = ("roboto", "open-sans", "montserrat", "noto-sans")
BANK = "BANCO DE VENEZUELA"
TRICOLOR = ("#d8232a", "#f3b229", "#1f3f93")


def _theme(r, dark):
    if dark:
        return {
            "page": r.style(["#121212", "#181818", "#1c1c1e", "#101418", "#000000"], ["#1e2430", "#23232b"]),
            "card": r.style(["#212121", "#242424", "#2a2a2c", "#1f2226"], ["#2b303b", "#303030"]),
            "ink": r.style(["#ffffff", "#f2f2f2", "#e6e6e6"], ["#dcdce4"]),
            "value": r.style(["#ffffff", "#e0e0e0", "#cfcfcf", "#bdbdbd"]),
            "pill": r.style(["#3a3a3a", "#424242", "#333a40"], ["#4a4f5c"]),
            "accent": r.style(["#e5394b", "#5b8def", "#d32f2f"]),
        }
    return {
        "page": r.style(["#ffffff", "#f4f4f4", "#f7f7f9", "#eceff1"], ["#fbf7f2", "#e9edf5"]),
        "card": r.style(["#f0f0f0", "#eeeeee", "#f5f5f5", "#ffffff", "#ececec"], ["#e6eaf0", "#faf6f0"]),
        "ink": r.style(["#212121", "#000000", "#333333", "#1a1a1a"], ["#2c3340"]),
        "value": r.style(["#333333", "#000000", "#424242", "#5a5a5a"]),
        "pill": r.style(["#d9d9d9", "#e0e0e0", "#dcdcdc", "#cfd3d8"], ["#c8cfdb", "#ffffff"]),
        "accent": r.style(["#c8102e", "#0b3c8c", "#d32f2f", "#1e4fa3"]),
    }


def _rows(s, r, p, dest_account=False):
    """(label, value HTML) in the app's order; optional ones may be omitted."""
    reference = "00" + r.digits(10)
    origin = account_print(r, "0102", r.choice(["****", "****", "****", "***"]))
    copy = f' {icon("copy", r.span(12, 18), s.accent)}' if r.chance(0.75) else ""
    bank = f"{p.bank.code} - {p.bank.long}"
    rows = [("Fecha", s.put(date_of(p.when), fecha_operacion=date_of(p.when))), ("Operación", s.reference(reference) + copy)]
    # The payer's account at this bank also identifies its app, when the title is cropped.
    by_origin = dict(cuenta_origen=origin, banco_origen=BANK, canal_pago="BDV" if dest_account else "PagomovilBDV")
    if dest_account:
        dest = account_print(r, p.bank.code)
        rows += [
            ("Instrumento origen", s.put(origin, **by_origin)),
            ("Instrumento destino", s.put(dest, cuenta_destino=dest)),
            ("Banco", s.put(p.bank.long if r.chance(0.6) else bank, banco_destino=p.bank.output)),
        ]
    else:
        by_origin["tipo_transaccion"] = "PagomovilBDV"
        rows += [
            (
                "Identificación",
                s.document(p.id_digits, p) if p.id_letter == "V" else s.put(p.id_digits, cedula=f"V-{p.id_digits}"),
            ),
            ("Origen", s.put(origin, **by_origin)),
            ("Destino", s.phone(p.phone, p.phone)),
            ("Banco", s.put(bank, banco_destino=p.bank.output)),
        ]
    if r.chance(0.55):
        rows.append(("Concepto", s.concept(p.concept)))
    return rows


def _table(r, rows):
    """Bold labels on the left, values right-aligned, with a constant row height; long values wrap to the right."""
    colon, gap = r.choice([":", ":", ":", " :", ""]), r.span(7, 17)
    rule = r.style(
        ["", "", "", "border-bottom:1px solid rgba(128,128,128,.3);"], ["border-bottom:1px dashed rgba(128,128,128,.6);"]
    )
    return "".join(
        f'<div class="row" data-row style="padding:{gap / 2:.1f}px 0;{rule}"><b>{label}{colon}</b><span>{value}</span></div>'
        for label, value in rows
    )


def _card(s, r, p, t, rows, title):
    logo = blob(r, r.span(46, 76), r.span(30, 54), TRICOLOR)
    check = check_disc(r.span(30, 52), r.choice(["#2e9e4f", "#43a047", t["accent"], "#1aa260"])) if r.chance(0.85) else ""
    unit = r.choice(["Bs", "Bs", "Bs", "Bs", "Bs."])
    size = r.span(20, 30)
    total = f"{s.put(money(p.cents), monto=amount(p.cents))} {unit}"
    pill = (
        f'<div class="c" style="margin:{r.span(8, 20):.0f}px 0"><span class="pill" style="font-size:{size:.1f}px;'
        f"font-weight:{r.choice([400, 500, 700])};border-radius:{r.choice([10, 16, 30])}px;"
        f'padding:{r.span(4, 10):.0f}px {r.span(16, 42):.0f}px">{total}</span></div>'
    )
    order = [
        f'<div class="c">{logo}</div>',
        f'<div class="c title" data-row>{title}</div>',
        f'<div class="c" style="margin-top:8px">{check}</div>',
        pill,
    ]
    return "".join(order) + _table(r, rows)


def _css(s, r, t):
    size = s.width / 360 * r.span(12.5, 16.5)
    return (
        f"#sheet{{font-family:{font(r, LIKELY)};font-size:{size:.1f}px;background:{t['page']};color:{t['ink']};"
        f"letter-spacing:{r.choice([0, 0, 0, .1, .2])}px}}"
        f".row{{display:flex;justify-content:space-between;gap:14px;"
        f"align-items:{r.choice(['baseline', 'baseline', 'start', 'center'])};line-height:{r.span(1.15, 1.4):.2f}}}"
        f".row b{{white-space:nowrap;font-weight:{r.choice([600, 700, 700])}}}"
        f".row span{{text-align:right;color:{t['value']};font-weight:{r.choice([300, 400, 400, 500])};"
        f"max-width:{r.span(60, 74):.0f}%}}"
        f".title{{font-weight:700;font-size:{r.span(1.05, 1.4):.2f}em;margin:{r.span(4, 12):.0f}px 0}}"
        f".pill{{display:inline-block;white-space:nowrap;background:{t['pill']}}}"
        f".card{{background:{t['card']};padding:{r.span(14, 28):.0f}px {r.span(5, 7):.1f}%;"
        f"border-radius:{r.choice([0, 8, 14, 20])}px}}"
    )


def _title(s, r, mobile=True):
    if not mobile:
        return s.put("BDV", banco_origen=BANK, canal_pago="BDV") + " Personas"
    line = r.choice(["Personas"] * 5 + ["Comercios", "Empresas"])
    return s.put("PagomóvilBDV", tipo_transaccion="PagomovilBDV", canal_pago="PagomovilBDV", banco_origen=BANK) + f" {line}"


def _sheet(r, p, dark, full, transfer=False):
    kind = "transfer" if transfer else "pagomovil"
    width, height = screen(r)
    s = Sheet(r, f"bdv-{kind}-{'dark' if dark else 'light'}-{'screen' if full else 'card'}", width, height if full else 0)
    t = _theme(r, dark)
    s.accent = t["accent"]
    card = _card(s, r, p, t, _rows(s, r, p, transfer), _title(s, r, not transfer))
    css = _css(s, r, t)
    if not full:
        pad = r.choice([0, 0, r.span(4, 14)])
        return s.finish(
            f'<div style="padding:{pad:.0f}px"><div class="card" style="padding-bottom:{r.span(16, 60):.0f}px">{card}</div></div>',
            css,
        )
    bar_ink, bar = (t["ink"], t["page"]) if r.chance(0.6) or dark else ("#ffffff", t["accent"])
    toggle = (
        f'<div style="flex:none;display:flex;align-items:center;gap:12px;padding:{r.span(10, 22):.0f}px 5%">{icon("back", 22)}'
        f'<span style="flex:1"></span>'
        f'<span style="font-size:.9em">Crear Acceso directo</span>'
        f'<span style="width:36px;height:20px;border-radius:10px;background:{t["pill"]}"></span></div>'
    )
    title = s.put("Comprobante de operación", banco_origen=BANK)
    top = status_bar(r, bar_ink, bar, p.when) + app_bar(r, title, bar_ink, bar)
    body = (
        f'<div data-clip style="flex:1;overflow:hidden;padding:{r.span(4, 20):.0f}px {r.choice([0, 2, 3.5])}%">'
        f'<div class="card">{card}</div></div>'
    )
    return s.finish(top + body + toggle + (system_buttons(r, t["ink"], t["page"]) if r.chance(0.6) else ""), css)


def pagomovil_light(r, p):
    return _sheet(r, p, dark=False, full=r.chance(0.5))


def pagomovil_dark(r, p):
    return _sheet(r, p, dark=True, full=r.chance(0.5))


def transfer(r, p):
    return _sheet(r, p, dark=r.chance(0.35), full=r.chance(0.5), transfer=True)


def above(r, p):
    """BDV Personas / Transacción exitosa: each label above its value."""
    dark = r.chance(0.3)
    width, height = screen(r)
    s = Sheet(r, f"bdv-above-{'dark' if dark else 'light'}", width, height if r.chance(0.5) else 0)
    t = _theme(r, dark)
    s.accent = t["accent"]
    reference, origin = "00" + r.digits(10), account_print(r, "0102")
    bolivares = r.choice(["Bs. {}", "{} Bs", "Bs {}"]).split("{}")
    rows = [
        ("Numero de referencia", s.reference(reference)),
        ("Monto", bolivares[0] + s.put(money(p.cents), monto=amount(p.cents)) + bolivares[1]),
        ("Fecha", s.put(date_of(p.when), fecha_operacion=date_of(p.when))),
        ("Cuenta origen", s.put(origin, cuenta_origen=origin, banco_origen=BANK)),
        ("Teléfono destino", s.phone(p.phone, p.phone)),
        ("Banco destino", s.put(f"{p.bank.code} - {p.bank.long}", banco_destino=p.bank.output)),
    ]
    if r.chance(0.5):
        rows.append(("Concepto", s.concept(p.concept)))
    align, gap = r.choice(["left", "center"]), r.span(6, 14)
    body = "".join(
        f'<div data-row style="padding:{gap:.0f}px 6%;text-align:{align}"><div class="l">{a}</div><div class="v">{b}</div></div>'
        for a, b in rows
    )
    head = (
        f'<div class="c" style="padding:16px">{blob(r, 60, 40, TRICOLOR)}<div class="title" data-row>{_title(s, r, False)}</div>'
        f'{check_disc(r.span(34, 60), "#43a047")}<div class="title" '
        f'data-row>{r.choice(["Transaccion exitosa", "Transacción exitosa"])}</div></div>'
    )
    top = status_bar(r, t["ink"], t["page"], p.when) if s.height else ""
    css = (
        _css(s, r, t)
        + f".l{{font-weight:{r.choice([400, 600, 700])};opacity:{r.span(.65, 1):.2f}}}"
        + f".v{{font-weight:{r.choice([400, 600])};font-size:{r.span(1, 1.2):.2f}em}}"
    )
    return s.finish(
        f'{top}<div data-clip style="flex:1;overflow:hidden">{head}{body}{buttons(r, ["Compartir", "Aceptar"], t["accent"])}</div>',
        css,
    )
