"""Receipts without a particular bank: labels of the common dictionary, in the three usual layouts. They represent the
banks whose screens are unknown, and keep the models from learning only the known ones."""
from ..banks import draw_bank
from ..payment import account_print, amount, clock, date_of, hour_field, money, phone_print
from ..sheet import NAME
from ..ui import blob, check_disc, icon
from . import rows

# Payers' banks whose own screens are rendered elsewhere. `canal_pago` of the others is unknown: their receipts name no app.
KNOWN = frozenset("0102 0105 0108 0114 0134 0156 0172 0174 0191".split())

LABELS = {
    "reference": [
        "Número de referencia",
        "Nro. de referencia",
        "Nro. Referencia",
        "Referencia",
        "Ref.",
        "Operación",
        "Nro. Operación",
        "N° Operación",
        "Número de operación",
        "Comprobante",
        "Comprobante Nro.",
        "Transacción",
        "Nro. de Aprobación",
        "Número de comprobante",
    ],
    "amount": ["Monto", "Monto (Bs.)", "Monto de la operación", "Monto en bolívares", "Importe", "Total pagado", "Monto enviado"],
    "date": ["Fecha", "Fecha y hora", "Fecha de operación", "Fecha de pago", "Fecha de transacción", "Fecha de emisión"],
    "phone": [
        "Destino",
        "Número celular",
        "Celular destino",
        "Teléfono celular",
        "Número de teléfono",
        "Teléfono beneficiario",
        "Telf. beneficiario",
        "Teléfono",
    ],
    "document": [
        "Identificación",
        "Documento de identidad",
        "CI/RIF beneficiario",
        "Cédula beneficiario",
        "Cédula de identidad / RIF",
        "Cédula",
        "C.I. / RIF",
    ],
    "bank": ["Banco", "Banco destino", "Banco receptor", "Banco beneficiario", "Banco del beneficiario"],
    "name": ["Beneficiario", "Destinatario", "A nombre de", "Nombre", "Nombre del beneficiario"],
    "origin": ["Origen", "Cuenta origen", "Cuenta debitada", "Cuenta pagadora", "Desde mi cuenta", "Cuenta a debitar"],
    "payer": ["Banco emisor", "Banco origen", "Banco de origen", "Banco Emisor"],
    "destination": ["Cuenta destino", "Cuenta beneficiario", "Cuenta a acreditar", "Instrumento destino"],
    "concept": ["Concepto", "Motivo", "Descripción", "Detalle", "Observaciones", "Por concepto de"],
}
DONE = [
    "Operación exitosa",
    "¡Operación exitosa!",
    "Transacción exitosa",
    "Pago realizado exitosamente",
    "Pago móvil exitoso",
    "Comprobante de pago",
    "Recibo",
    "Operación realizada",
    "Pago enviado",
    "Transferencia exitosa",
    "¡Listo!",
]


def _items(s, r, p, payer):
    """Label key -> value HTML, in a random but plausible order."""
    transfer = r.chance(0.25)
    masked = r.chance(0.2)
    seconds, suffix = r.chance(0.5), r.choice([None, "am", "AM", "a.m.", "a. m.", "a.m"])
    day = s.put(date_of(p.when, r.choice(["d/m/Y", "d/m/Y", "d/m/Y", "d-m-Y", "d/m/y"])), fecha_operacion=date_of(p.when))
    time = s.put(clock(p.when, suffix, seconds, r.chance(0.7)), hora_operacion=hour_field(p.when, seconds))
    bank = r.choice(
        [
            p.bank.long,
            p.bank.short,
            p.bank.title,
            f"{p.bank.code} - {p.bank.long}",
            f"({p.bank.code}) {p.bank.short}",
            f"{p.bank.code}-{p.bank.title}",
        ]
    )
    letter = r.choice([f"{p.id_letter}-{p.id_digits}", f"{p.id_letter}{p.id_digits}", f"{p.id_letter} - {p.id_digits}"])
    account = account_print(r, payer.code, r.choice([None, None, None, "••••"]))
    copy = f' {icon("copy", 14)}' if r.chance(0.3) else ""
    unit, style = r.choice(["Bs. {}", "Bs.{}", "{} Bs", "Bs {}", "Bs.S {}", "{} Bs.", "VES {}", "Bs.D {}"]), r.choice(
        ["es", "es", "es", "plain", "us"]
    )
    before, after = unit.split("{}")
    items = {
        "reference": s.reference(r.digits(r.choice([6, 8, 9, 10, 11, 12, 12, 14]))) + copy,
        "date": r.choice([f"{day} {time}", f"{day} - {time}", day, f"{day}, {time}", f"{day} a las {time}"]),
        "amount": before + s.put(money(p.cents, style), monto=amount(p.cents)) + after,
        "bank": s.put(bank, banco_destino=p.bank.output),
        "document": s.document(letter, p),
    }
    if transfer:
        target = account_print(r, p.bank.code)
        items["destination"] = s.put(target, cuenta_destino=target)
    else:
        items["phone"] = s.phone(phone_print(r, p.phone, masked), p.phone)
    optional = {
        "name": s.put(p.name, **{NAME: p.name}),
        "concept": s.concept(p.concept),
        "origin": s.put(account, cuenta_origen=account, banco_origen=payer.output),
    }
    if r.chance(0.2):
        items["payer"] = s.put(r.choice([payer.long, payer.short]), banco_origen=payer.output)
    items.update({key: value for key, value in optional.items() if r.chance(0.6)})
    keys = r.sample(list(items), len(items))
    return [(key, items[key]) for key in keys]


def _noise(r, p):
    """Rows whose values look like fields and are not."""
    fee = max(10, p.cents * 3 // 1000)
    return r.sample(
        [
            ("Comisión", f"Bs. {money(fee)}"),
            ("IVA", f"Bs. {money(fee * 16 // 100 + 1)}"),
            ("Estatus", r.choice(["Aprobada", "Procesado", "Exitosa"])),
            ("Saldo disponible", f"Bs. {money(p.cents * 3 + 1234)}"),
            ("Tasa de cambio", money(r.randrange(3600, 60000))),
            ("Código de aprobación", r.digits(6)),
            ("Canal", r.choice(["Móvil", "Internet", "App"])),
        ],
        r.choice([0, 0, 1, 1, 2]),
    )


def receipt(r, p):
    dark, full = r.chance(0.35), r.chance(0.5)
    s = rows.open_sheet(r, "generic", dark, full)
    ground, ink = rows.theme(r, dark)
    accent = r.style(
        ["#0a7d3c", "#f26b21", "#1565c0", "#c62828", "#00838f", "#6a1b9a", "#00509d", "#5d4037"], ["#37474f", "#ad1457"]
    )
    payer = draw_bank(r, without=KNOWN)
    items = _items(s, r, p, payer)
    case = r.choice([str, str, str.upper, str.title])
    labels = [(case(r.choice(LABELS[key])), value) for key, value in items]
    for row in _noise(r, p):
        labels.insert(r.randrange(len(labels) + 1), row)
    signature = s.put(payer.output if r.chance(0.5) else payer.title.split(",")[0], banco_origen=payer.output)
    logo = (
        f'<div data-row class="{r.choice(["c", ""])} title" '
        f'style="color:{rows.tint(accent, ink)}">{blob(r, 34, 28, (accent, "#f2b705"))} '
        f"{signature}</div>"
        if r.chance(0.7)
        else ""
    )
    done = (
        f'<div data-row class="{r.choice(["c", "c", ""])} title">{r.choice(["", check_disc(26, accent)])} {r.choice(DONE)}</div>'
        if r.chance(0.85)
        else ""
    )
    colon = r.choice(["", ":", ":"])
    body = r.choice(
        [
            lambda: rows.above(r, labels, colon, r.choice(["left", "left", "center"])),
            lambda: rows.beside(r, labels, colon),
            lambda: rows.beside(r, labels, colon, False),
            lambda: rows.inline(r, labels),
            lambda: columns(r, labels),
        ]
    )()
    style = rows.css(s, r, ground, ink, accent)
    if r.chance(0.2):
        body = (
            f'<div style="margin:10px 4%;border-radius:14px;border:1px solid rgba(128,128,128,.4);'
            f'background:rgba(128,128,128,.1)">{body}</div>'
        )
    return rows.frame(
        s,
        r,
        p,
        logo + done + body,
        style,
        accent,
        ground,
        ink,
        r.choice(["", "Comprobante", "Pago Móvil", "Detalle"]),
        r.choice([[], ["Compartir"], ["Aceptar"], ["Finalizar", "Compartir"]]),
    )


def columns(r, labels):
    """Two columns of label above value."""
    cells = "".join(
        f'<div data-row><div class="l">{label}</div><div class="v" style="overflow-wrap:anywhere">{value}</div></div>'
        for label, value in labels
    )
    return f'<div style="display:grid;grid-template-columns:1fr 1fr;gap:{r.span(8, 18):.0f}px 12px;padding:10px 6%">{cells}</div>'
