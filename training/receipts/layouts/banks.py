"""Banesco, Banplus and 100% Banco."""
from ..payment import amount, clock, date_of, hour_field, money
from ..sheet import NAME
from ..ui import blob, check_disc
from . import rows


def banesco(r, p):
    """Capital labels above their values; the only app that prints the payer's phone."""
    dark, full = r.chance(0.15), r.chance(0.6)
    s = rows.open_sheet(r, "banesco", dark, full)
    ground, ink = rows.theme(r, dark)
    blue = r.style(["#0e4d92", "#007a53", "#00573d", "#0072bc"], ["#2f5f3a"])
    signed = dict(banco_origen="BANESCO", canal_pago="Banesco")
    seconds = r.chance(0.6)
    join = "" if seconds and r.chance(0.7) else " "
    time = s.put(clock(p.when, "AM", seconds, join=join), hora_operacion=hour_field(p.when, seconds))
    origin = r.choice([f"04**-***{p.phone_origin[-4:]}", f"04****{p.phone_origin[-4:]}"])
    transfer = r.chance(0.2)
    reference = r.choice(["05", "06"]) + r.digits(10)
    items = [
        ("NÚMERO DE REFERENCIA", s.reference(reference)),
        ("FECHA", f"{s.put(date_of(p.when), fecha_operacion=date_of(p.when))} {time}"),
    ]
    if transfer:
        account = "****" + r.digits(4)
        items += [("NÚMERO DE CUENTA", s.put(account, cuenta_destino=account)), ("BENEFICIARIO", s.put(p.name, **{NAME: p.name}))]
    else:
        phone = r.choice([p.phone, f"{p.phone[:4]}-{p.phone[4:]}"])
        items += [
            ("NÚMERO CELULAR DE ORIGEN", origin),
            ("NÚMERO CELULAR DE DESTINO", s.phone(phone, p.phone)),
            ("IDENTIFICACIÓN RECEPTOR", s.document(p.cedula, p) if r.chance(0.85) else ""),
        ]
    items += [
        ("BANCO EMISOR", s.put("BANESCO BANCO UNIVERSAL S.A.C.A.", banco_origen="BANESCO")),
        ("BANCO RECEPTOR", s.put(p.bank.long, banco_destino=p.bank.output)),
        ("MONTO DE LA OPERACIÓN", "Bs. " + s.put(money(p.cents), monto=amount(p.cents))),
    ]
    if r.chance(0.8):
        items.append(("CONCEPTO", s.concept(p.concept)))
    if r.chance(0.25):
        items = [(label.capitalize(), value) for label, value in items]
    word = s.put("Banesco", **signed) if r.chance(0.7) else ""
    title = r.choice(["Recibo", "Recibo", "¡Operación Exitosa!"])
    head = (
        f'<div data-row class="c" style="font-size:1.5em;font-weight:700;'
        f'color:{rows.tint(blue, ink)}">{blob(r, 30, 26, (blue, "#d9262e"))} {word}</div>'
        f'<div data-row class="c title">{title}</div>'
        f'<div data-row class="c small">{r.choice(["", "En breve le llegará un SMS con la confirmación de su operación"])}</div>'
    )
    bar = r.choice(["BanescoMóvil", "Pago Móvil", "Recibo"])
    style = rows.css(s, r, ground, ink, blue, ("roboto", "open-sans", "montserrat"))
    return rows.frame(
        s,
        r,
        p,
        head + rows.above(r, items, r.choice(["", "", ":"])),
        style,
        blue,
        ground,
        ink,
        bar,
        ["Agregar a Pagos Frecuentes", "Aceptar"][r.randrange(2) :],
    )


def banplus(r, p):
    dark, full = r.chance(0.2), r.chance(0.5)
    s = rows.open_sheet(r, "banplus", dark, full)
    ground, ink = rows.theme(r, dark)
    blue = r.style(["#1d3c8f", "#e2001a", "#f28c00", "#003da5"], ["#5b2d8e"])
    phone = s.phone(f"{p.phone[:4]}-{p.phone[4:]}", p.phone)
    name = p.bank.output.title().replace("Bnc", "BNC").replace("Bbva", "BBVA").removeprefix("Banco ")
    bank = s.put(f"{name} - {p.bank.code}", banco_destino=p.bank.output)
    document = s.document(f"{p.id_letter}- {p.id_digits}", p)
    short = s.put(date_of(p.when), fecha_operacion=date_of(p.when))
    time = s.put(clock(p.when, "AM"), hora_operacion=hour_field(p.when))
    items = [
        (r.choice(["Numero de referencia", "Número de referencia"]), s.reference(r.digits(12))),
        ("Beneficiario", f"<div>{phone}</div><div>{document}</div><div>{bank}</div>"),
        ("Fecha", f"{short} {time}"),
    ]
    if r.chance(0.5):
        items.append(("Concepto", s.concept(p.concept)))
    word = s.put("Banplus", banco_origen="BANPLUS", canal_pago="Banplus")
    align = r.choice(["c", "", "c"])
    head = (
        f'<div data-row class="{align} title" style="color:{rows.tint(blue, ink)}">{blob(r, 34, 28, (blue, "#f28c00"))} '
        f"{word}</div>"
        f'<div data-row class="{align} title">Comprobante de Pago</div>'
        f'<div data-row class="{align} amount">Bs. {s.put(money(p.cents), monto=amount(p.cents))}</div>'
    )
    body = rows.above(r, items, ":", "center" if align and r.chance(0.5) else "left") if r.chance(0.6) else rows.beside(r, items)
    style = rows.css(s, r, ground, ink, blue, ("poppins", "nunito", "roboto"))
    return rows.frame(s, r, p, head + body, style, blue, ground, ink, r.choice(["Pago Móvil", ""]), ["Compartir", "Finalizar"])


def hundred(r, p):
    """US separators, a five-digit reference, and an exchange rate that is not the amount."""
    dark, full = r.chance(0.15), r.chance(0.5)
    s = rows.open_sheet(r, "cien", dark, full)
    ground, ink = rows.theme(r, dark)
    green = r.style(["#f36f21", "#00833e", "#e4002b", "#0072ce"], ["#7a3e9d"])
    account = "0156****" + r.choice(["", r.digits(4)])
    short = s.put(date_of(p.when, "d-m-Y"), fecha_operacion=date_of(p.when))
    time = s.put(clock(p.when, r.choice(["a.m", "a.m", "a.m.", "a. m."]), True), hora_operacion=hour_field(p.when, True))
    items = [
        ("Transacción", s.reference(r.digits(5))),
        ("Fecha", f"{short} {time}"),
        (
            s.put("Cuenta Pagadora", canal_pago="100% Banco"),  # only this app uses this label
            s.put(account, cuenta_origen=account, banco_origen="100% BANCO"),
        ),
        ("Nombre", s.put(p.name, **{NAME: p.name})),
        ("Cedula Beneficiario", s.document(f"{p.id_letter}:{p.id_digits}", p)),
        ("Teléfono Celular", s.phone(p.phone, p.phone)),
        ("Banco Destino", s.put(p.bank.short, banco_destino=p.bank.output)),
        ("Concepto", s.concept(p.concept)),
        ("Monto en Bolivares", "Bs." + s.put(money(p.cents, "us"), monto=amount(p.cents))),
    ]
    if r.chance(0.6):
        items.append(("Tasa de Cambio", f"Bs.{money(r.randrange(3600, 60000), 'us')}"))
    title = s.put(
        "Transacción 100% Pago Móvil", banco_origen="100% BANCO", canal_pago="100% Banco", tipo_transaccion="Pago Móvil"
    )
    head = (
        f'<div data-row class="c title" style="color:{rows.tint(green, ink)}">{title}</div>'
        f'<div data-row class="c">{check_disc(28, green)} PAGO REALIZADO EXITOSAMENTE</div>'
    )
    layout = r.choice([rows.above, rows.beside, rows.beside])
    style = rows.css(s, r, ground, ink, green, ("roboto", "arimo", "open-sans"))
    return rows.frame(
        s,
        r,
        p,
        head + layout(r, items, r.choice(["", ":"])),
        style,
        green,
        ground,
        ink,
        r.choice(["100% Pago Móvil", ""]),
        ["Aceptar"],
    )
