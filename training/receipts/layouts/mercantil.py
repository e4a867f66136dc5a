"""Mercantil's Tpago: the web page or PDF of three columns, and the phone's screen."""
from ..payment import amount, clock, date_of, dotted, hour_field, money
from ..sheet import NAME, Sheet, font, screen
from ..ui import app_bar, buttons, check_disc, icon, status_bar, system_buttons

BANK = "BANCO MERCANTIL"
LIKELY = ("open-sans", "arimo", "roboto", "lato", "source-sans-3")
FULL_NAME = "Banco Mercantil, C.A. S.A.C.A. Banco Universal"


def _logo(r, size, color):
    """A round emblem and the bank's word."""
    disc = (
        f'<svg width="{size * 1.5:.0f}" height="{size * 1.5:.0f}" viewBox="0 0 30 30">'
        f'<circle cx="15" cy="15" r="14" fill="{color}"/>'
        f'<path d="M6 20Q15 {r.randrange(2, 12)} 24 20" stroke="#fff" stroke-width="3" fill="none"/></svg>'
    )
    return f'{disc}<span style="font-size:{size:.1f}px;font-weight:{r.choice([600, 700])};color:{color};margin-left:6px">'


def _tpago(s, text):
    """A title, or a label that only this app uses."""
    return s.put(text, tipo_transaccion="Tpago", canal_pago="Tpago", banco_origen=BANK)


def _masked_phone(r, s, p):
    mask = r.choice(["....", "....", "....", "****", "...."])
    return s.phone(f"{p.phone[:4]}{r.choice([' - ', ' - ', '-'])}{mask}{p.phone[-3:]}", p.phone)


def web(r, p):
    """816 x 1056, or its part with the receipt."""
    width = r.choice([816, 816, 816, 760, 880])
    s = Sheet(r, "mercantil-web", width, r.choice([int(width * 1.294), 0]))
    blue = r.style(["#0b4ea2", "#00529b", "#1a3e8c", "#0067b1", "#003a70"], ["#24406e", "#2a5db0"])
    account = r.choice(["....", "....", "****", "*"]) + r.digits(4)
    kind = r.choice(["Cuenta de Ahorro", "Cuenta Corriente", "Cuenta de Ahorros", "Cta. Ahorro"])
    seconds = r.chance(0.85)
    bank = FULL_NAME if p.bank.code == "0105" else p.bank.title
    document = f"{p.id_letter} - {dotted(p.id_digits)}" if len(p.id_digits) < 9 else f"{p.id_letter} - {p.id_digits}"
    person = [
        _masked_phone(r, s, p),
        s.put(bank, banco_destino=p.bank.output),
        s.put(p.name, **{NAME: p.name}),
        s.document(document, p),
    ]
    cells = [
        ("Desde mi cuenta", f"{kind} - {s.put(account, cuenta_origen=account)}"),
        (_tpago(s, "Se Envió (Bs.)"), s.put(money(p.cents), monto=amount(p.cents))),
        ("Al beneficiario", "".join(f"<div>{line}</div>" for line in person)),
        ("Concepto", s.concept(p.concept)),
        ("Nro. Referencia", s.reference(r.digits(11))),
        (
            "Fecha y hora",
            f"{s.put(date_of(p.when), fecha_operacion=date_of(p.when))} - "
            f"{s.put(clock(p.when, seconds=seconds), hora_operacion=hour_field(p.when, seconds))}",
        ),
    ]
    grid = "".join(
        f'<div data-row class="cell"><div class="l">{label}</div><div class="v">{value}</div></div>' for label, value in cells
    )
    printed = f"{date_of(p.when)} - {clock(p.when, r.choice(['am', 'am', 'AM']), seconds=True)}"
    logo = f'{_logo(r, r.span(22, 34), blue)}{s.put(r.choice(["Mercantil", "mercantil"]), banco_origen=BANK)}</span>'
    title_align = r.choice(["flex-end", "space-between", "center"])
    note = (
        "La información mostrada en esta página es confidencial y para uso exclusivo del cliente. "
        "Consérvela como comprobante de su operación."
        if r.chance(0.6)
        else "La información mostrada en esta página es confidencial y es sólo para su uso. "
        "Mercantil, C.A. Banco Universal RIF: J-00002961-0"
    )
    html = (
        f'<div style="text-align:right;padding:{r.span(10, 26):.0f}px 4% 0;font-size:.85em" class="soft">{printed}</div>'
        f'<div data-row style="display:flex;align-items:center;justify-content:{title_align};gap:24px;'
        f'padding:{r.span(12, 26):.0f}px 5%">'
        f'<span>{logo}</span><span class="title">Envío de {_tpago(s, "Tpago")}</span></div>'
        f'<div data-row class="ok">{check_disc(r.span(20, 34), r.choice(["#3fa535", "#2e9e4f", blue]))} '
        f"<span>Operación realizada</span></div>"
        f'<div class="grid">{grid}</div><div class="c soft" style="padding:{r.span(20, 60):.0f}px 8%;font-size:.78em">{note}</div>'
    )
    line = r.style(["#d7dde5", "#e5e5e5", "transparent"], ["#b9c7da"])
    css = (
        f"#sheet{{font-family:{font(r, LIKELY)};font-size:{r.span(13, 16.5):.1f}px;background:#fff;"
        f"color:{r.choice(['#333', '#222', '#444', '#000'])}}}"
        f".soft{{color:{r.choice(['#777', '#666', '#999'])}}}"
        f".title{{font-size:{r.span(1.3, 1.8):.2f}em;font-weight:{r.choice([400, 600, 700])};color:{blue}}}"
        f".ok{{display:flex;align-items:center;justify-content:center;gap:10px;font-size:{r.span(1.1, 1.5):.2f}em;"
        f"padding:{r.span(8, 24):.0f}px;color:{r.choice([blue, '#3a8f2e', '#333'])}}}"
        f".grid{{display:grid;grid-template-columns:1fr .8fr 1fr;gap:{r.span(14, 34):.0f}px {r.span(14, 30):.0f}px;"
        f"padding:{r.span(14, 34):.0f}px 6%;border-top:1px solid {line};border-bottom:1px solid {line}}}"
        f".l{{color:{blue};font-weight:700;margin-bottom:{r.span(3, 9):.0f}px}}.v{{line-height:{r.span(1.25, 1.6):.2f}}}"
    )
    return s.finish(html, css)


def _phone_rows(r, s, p):
    seconds = r.chance(0.8)
    when = (
        f"{s.put(date_of(p.when), fecha_operacion=date_of(p.when))} a las "
        f"{s.put(clock(p.when, 'AM', seconds=seconds, pad=r.chance(.3)), hora_operacion=hour_field(p.when, seconds))}"
    )
    account = r.choice(["*", "*", "****", "...."]) + r.digits(4)
    phone = s.phone(f"{p.phone[:4]}-{p.phone[4:]}", p.phone)
    who = f"{s.put(p.name.title(), **{NAME: p.name.title()})} - {phone}" if r.chance(0.4) else phone
    long_names = r.chance(0.75)
    labels = r.style(
        [("Monto (Bs.)", "Nro. de referencia", "Beneficiario", "Concepto")],
        [("Monto Enviado", "Nro. de Aprobación", "Destinatario", "Motivo")],
    )
    rows = [
        (labels[0], s.put(money(p.cents), monto=amount(p.cents))),
        (labels[1], s.reference(r.digits(r.choice([8, 9, 10, 11, 11, 12])))),
        (_tpago(s, "Fecha y hora del envío"), when),
        ("Cuenta origen", f"{r.choice(['Cta. Ahorro', 'Cta. Corriente', 'Ahorro'])} {s.put(account, cuenta_origen=account)}"),
        (labels[2], who),
        (
            "Documento de identidad",
            s.document(f"{p.id_letter}-{dotted(p.id_digits) if len(p.id_digits) < 9 else p.id_digits}", p),
        ),
        (
            "Banco destino",
            s.put(f"{p.bank.code} - {p.bank.title if long_names else p.bank.output.title()}", banco_destino=p.bank.output),
        ),
    ]
    return rows + ([(labels[3], s.concept(p.concept))] if r.chance(0.8) else [])


def mobile(r, p):
    width, height = screen(r)
    dark = r.chance(0.15)
    s = Sheet(r, f"mercantil-mobile-{'dark' if dark else 'light'}", width, height if r.chance(0.7) else 0)
    deep, light = r.style([("#003a78", "#0a78d1"), ("#00306b", "#1e88e5"), ("#0b4ea2", "#38a1f3")], [("#14224a", "#4b6fd8")])
    ground, ink = (
        ("#15181d", "#f0f0f0") if dark else (r.style(["#ffffff", "#f6f8fb"], ["#eef2f8"]), r.choice(["#222", "#333", "#1c2b44"]))
    )
    thanks = r.style(
        [("¡Listo!", "Tu {} fue exitoso"), ("¡Listo!", "Tu {} fue exitoso"), ("¡Listo!", "Tu {} fue enviado con éxito")],
        [("", "{} Realizado")],
    )
    before, after = thanks[1].split("{}")
    banner = (
        f'<div data-row style="background:linear-gradient({r.randrange(90, 200)}deg,{deep},{light});color:#fff;text-align:center;'
        f'padding:{r.span(16, 40):.0f}px 6%;flex:none">'
        f'{check_disc(r.span(34, 60), "rgba(255,255,255,.25)") if r.chance(.7) else icon("check", 40)}'
        f'<div style="font-size:1.6em;font-weight:700;margin-top:8px">{thanks[0]}</div>'
        f'<div style="font-size:1.15em">{before}{_tpago(s, "Tpago")}{after}</div></div>'
    )
    rows = "".join(
        f'<div data-row class="row"><div class="l">{label}:</div><div class="v">{value}</div></div>'
        for label, value in _phone_rows(r, s, p)
    )
    foot = buttons(
        r,
        r.sample(["Compartir", "Finalizar", "Hacer otro Tpago", "Volver al inicio", "Agregar a frecuentes"], r.randint(0, 2)),
        deep,
    )
    top = (
        (
            status_bar(r, "#fff", deep, p.when)
            + (app_bar(r, r.choice(["Tpago", "Enviar Tpago", ""]), "#fff", deep) if r.chance(0.4) else "")
        )
        if s.height
        else ""
    )
    css = (
        f"#sheet{{font-family:{font(r, LIKELY)};font-size:{width / 360 * r.span(12.5, 16):.1f}px;background:{ground};color:{ink}}}"
        f".row{{padding:{r.span(4, 9):.0f}px {r.span(5, 9):.1f}%;"
        f"{r.choice(['', 'border-bottom:1px solid rgba(128,128,128,.25);'])}}}"
        f".l{{font-weight:{r.choice([400, 600, 700])};opacity:{r.span(.6, 1):.2f};font-size:{r.span(.85, 1):.2f}em}}"
        f".v{{font-weight:{r.choice([400, 500, 600])};margin-top:2px}}"
    )
    end = system_buttons(r, ink, ground) if s.height else ""
    return s.finish(f'{top}<div data-clip style="flex:1;overflow:hidden">{banner}{rows}{foot}</div>{end}', css)
