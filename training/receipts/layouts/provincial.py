"""BBVA Provincial's Dinero Rápido: a blue or dark band, then a table whose values start at 40 % of the width."""
from ..payment import amount, date_of, money
from ..sheet import Sheet, font, screen
from ..ui import app_bar, buttons, check_disc, icon, status_bar, system_buttons

BANK = "BBVA PROVINCIAL"
LIKELY = ("open-sans", "source-sans-3", "roboto", "lato", "inter")


def _band(s, r, p, blue, ink):
    signed = dict(tipo_transaccion="Dinero Rápido", canal_pago="Dinero Rápido", banco_origen=BANK)
    gap = r.choice(["", "", "", " "])
    total = f'{r.choice(["Bs.", "Bs.", "Bs.", "Bs"])}{gap}'
    sent = r.choice(["El dinero fue enviado"] * 4 + ["El dinero fue enviado con éxito"])
    style = r.choice(["thin", "bold", "plain"])
    mark = check_disc(r.span(26, 46), r.choice(["#48ae64", "rgba(255,255,255,.2)"])) if r.chance(0.4) else ""
    rapid = s.put("Dinero Rápido", **signed)
    bank = (
        s.put("BBVA Provincial", banco_origen=BANK)
        if r.chance(0.6)
        else f'{s.put("BBVA", banco_origen=BANK)} <span style="font-weight:400">Provincial</span>'
    )
    logo = (
        f'<div data-row style="font-weight:700;letter-spacing:.5px;font-size:{r.span(1.1, 1.5):.2f}em">{rapid}</div>'
        f'<div data-row style="font-weight:700;font-size:{r.span(1, 1.4):.2f}em;margin-top:2px">{bank}</div>'
    )
    weight = {"thin": 300, "bold": 700, "plain": 400}[style]
    middle = (
        f'<div data-row style="font-size:{r.span(1.05, 1.4):.2f}em;margin:6px 0">{s.put(sent, **signed)}</div>'
        f'<div data-row style="font-size:{r.span(1.8, 2.8):.2f}em;'
        f'font-weight:{weight}">{total}{s.put(money(p.cents), monto=amount(p.cents))}</div>'
    )
    inside = r.chance(0.65)
    band = (
        f'<div class="c" style="flex:none;background:{blue};color:#fff;padding:{r.span(14, 36):.0f}px 5%">{mark}{middle}'
        f'{f"<div style=margin-top:12px>{logo}</div>" if inside else ""}</div>'
    )
    return (
        band
        if inside
        else band + f'<div class="c" style="padding:{r.span(10, 22):.0f}px 0;color:{ink if ink[1] == "f" else blue}">{logo}</div>'
    )


def rapid(r, p):
    dark = r.chance(0.4)
    width, height = screen(r)
    full = r.chance(0.5)
    s = Sheet(r, f"provincial-{'dark' if dark else 'blue'}-{'screen' if full else 'card'}", width, height if full else 0)
    if dark:
        blue = r.style(["#072146", "#121d2c", "#0b1e3a", "#10161f"], ["#1c2b46"])
        ground, ink = (
            (r.style(["#10161f", "#0f1a2a", "#1a1a1a"], ["#202a38"]), "#f4f4f4") if r.chance(0.5) else ("#ffffff", "#222")
        )
    else:
        blue = r.style(["#004481", "#1464a5", "#072b61", "#0b5fb0"], ["#2a86ca", "#1b4f8a"])
        ground, ink = r.style(["#ffffff", "#f4f4f4", "#fafafa"], ["#eef3f8"]), r.choice(["#121212", "#333", "#444", "#666"])
    rows = [
        ("Banco", s.put(p.bank.brief, banco_destino=p.bank.output)),
        ("Número celular", s.phone(p.phone, p.phone)),
        ("Identificación", s.document(f"{p.id_letter}{p.id_digits}", p)),
        ("Concepto", s.concept(p.concept)),
        ("Fecha", s.put(date_of(p.when), fecha_operacion=date_of(p.when))),
        ("Referencia", s.reference(("0" * r.choice([1, 1, 2, 3, 4]) + r.digits(9))[:9])),
    ]
    if r.chance(0.15):
        del rows[3]
    column = r.span(34, 42)
    table = "".join(
        f'<tr data-row><td class="l" style="width:{column:.1f}%">{a}:</td><td class="v">{b}</td></tr>' for a, b in rows
    )
    top = (
        (
            status_bar(r, "#fff", blue, p.when)
            + (
                app_bar(r, r.choice(["Dinero rápido", "Comprobante", ""]), "#fff", blue, r.choice(["close", "back", ""]))
                if r.chance(0.5)
                else ""
            )
        )
        if full
        else ""
    )
    foot = ""
    if full and r.chance(0.7):
        foot = buttons(r, r.sample(["Compartir", "Aceptar", "Realizar otro envío", "Finalizar"], r.randint(1, 2)), blue)
    elif r.chance(0.3):
        foot = f'<div class="c" style="padding:12px">{icon("share", 20)} Compartir</div>'
    css = (
        f"#sheet{{font-family:{font(r, LIKELY)};font-size:{width / 360 * r.span(12.5, 16.5):.1f}px;background:{ground};"
        f"color:{ink}}}"
        f"table{{border-collapse:collapse;width:100%}}"
        f"td{{padding:{r.span(3, 10):.0f}px 0;{r.style(['', 'border-bottom:1px solid rgba(128,128,128,.25);'])}}}"
        f".l{{white-space:nowrap;padding-left:{width * r.span(.04, .07):.0f}px;font-weight:{r.choice([400, 600, 700])};"
        f"opacity:{r.span(.7, 1):.2f};padding-right:10px}}.v{{padding-right:12px;font-weight:{r.choice([400, 400, 600])}}}"
    )
    end = system_buttons(r, ink, ground) if full else ""
    pad = r.span(4, 30)
    return s.finish(
        f'{top}<div data-clip style="flex:1;overflow:hidden">{_band(s, r, p, blue, ink)}<div style="padding:{pad:.0f}px 0">'
        f"<table>{table}</table></div>{foot}</div>{end}",
        css,
    )
