"""Receipts that may and that must not be paid: states of the payment, its direction, two receipts in a picture, text over a receipt, amounts and
references of doubtful form, and pictures that list payments. The kinds are drawn in turn. The titles of STATES and RECEIVED are neither in the
rule files nor in `training/fields`. All fields of a picture that must not be paid are blank."""
from html import escape

import cv2
import numpy as np

from ..banks import draw_bank
from ..draw import Draw
from ..layouts import rows
from ..make import photograph
from ..payment import account_print, amount, clock, date_of, draw_name, draw_payment, draw_phone, hour_field, money
from ..sheet import font, scale
from .shot import Shot, scaled

# Titles and the states that they state.
STATES = (
    ("Todavía no tenemos respuesta del otro banco", "pendiente"),
    ("Su solicitud fue recibida y está siendo evaluada", "pendiente"),
    ("Le avisaremos cuando el dinero llegue", "pendiente"),
    ("Quedó para el lunes a primera hora", "programado"),
    ("Pago con fecha futura", "programado"),
    ("El banco del beneficiario no aceptó el pago", "rechazado"),
    ("No alcanza el saldo de su cuenta", "rechazado"),
    ("Supera lo que puede enviar por día", "rechazado"),
    ("Ocurrió un error y no se movió su dinero", "rechazado"),
    ("El dinero regresó a su cuenta", "reversado"),
    ("Dejamos sin efecto esta operación", "anulado"),
    ("Usted canceló este pago", "anulado"),
    ("Te piden este pago", "solicitud"),
    ("Antes de pagar, revise que todo esté correcto", "desconocido"),
    ("Así se vería su pago", "desconocido"),
)
RECEIVED = ("Te acaban de pagar", "Le enviaron dinero a su cuenta", "Tiene un nuevo abono")
DONE = ("Operación exitosa", "Pago realizado", "Transacción exitosa", "Transferencia exitosa", "Pago enviado")
# Sentences of genuine receipts that do not describe this payment.
BESIDE = (
    "Si usted no ordenó esta operación, bloquee su usuario y comuníquese con nosotros.",
    "¿Te rechazaron el crédito en otro lado? Aquí lo apruebas en minutos.",
    "Las operaciones hechas en feriado pueden quedar pendientes en el banco receptor hasta el día hábil siguiente.",
    "En caso de devolución, el monto se abonará a la cuenta de origen.",
)
NOTES = ("faltan {}", "mándame {} más", "me debes {}", "Ana: ya te pasé {}")
NO_RECEIPT = ("payments", "statement", "checkout", "payment-data", "shop")
KINDS = ("state", "done", "received", "state", "two", "over", "dollars", "done", "letters", "decimals", "starred", "footer", "state", *NO_RECEIPT)


def draw(browser, r, index):
    """The shot with this index."""
    kind = KINDS[index % len(KINDS)]
    r.system_font = font(r)
    if kind == "two":
        return _two(browser, r)
    title, state = r.choice(DONE), "realizado"
    if kind == "state":
        title, state = STATES[(index // len(KINDS) * KINDS.count("state") + KINDS[: index % len(KINDS)].count("state")) % len(STATES)]
    elif kind == "received":
        title, state = r.choice(RECEIVED), "recibido"
    sheet = _page(r, kind) if kind in NO_RECEIPT else _receipt(r, draw_payment(r), kind, title)
    image, page = _photograph(browser, r, sheet)
    return _shot(r, image, page, kind, state, paid=kind in ("done", "over", "dollars", "letters", "footer"))


def _photograph(browser, r, sheet):
    image, page = photograph(browser, sheet, min(2.0, scale(r, sheet.width)))
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB), page


def _shot(r, image, page, kind, state, paid):
    page["layout"] = f"payable-{kind}"
    if not paid:
        page["claims"] = []
    return Shot(image, page, quality=r.randint(65, 90), notes={"kind": kind}, state=state)


def _receipt(r, p, kind, title):
    """A receipt with common labels in one column or two."""
    dark = r.chance(0.3)
    s = rows.open_sheet(r, "payable", dark, False)
    ground, ink = rows.theme(r, dark)
    payer = draw_bank(r)
    body = _head(title) + r.choice((rows.above, rows.beside, rows.inline))(r, _rows(s, r, p, kind, payer))
    if kind == "done":
        body += _line(r.choice(BESIDE))
    if kind == "footer":
        body += _line(f"{payer.title} RIF J-{r.digits(8)}-{r.randrange(10)}. Todos los derechos reservados")
    if kind == "over":
        body += _over(r)
    return s.finish(f'<div style="padding:18px 0">{body}</div>', rows.css(s, r, ground, ink, "#1565c0"))


def _head(title):
    return f'<div data-row class="title">{escape(title)}</div>'


def _line(text):
    return f'<div data-row class="small">{escape(text)}</div>'


def _rows(s, r, p, kind, payer):
    day, account = date_of(p.when), account_print(r, payer.code)
    number = r.digits(12)
    if kind == "letters":
        number = f"{r.choice('ABCDFHKMRT')}{r.choice('ABCDFHKMRT')}{r.digits(3)}{r.choice('ABCDFHKMRT')}{r.digits(5)}"
    printed = {"decimals": money(p.cents) + str(r.randrange(1, 10)), "starred": "**" + money(p.cents)[-4:]}.get(kind, money(p.cents))
    beside = f" (USD {money(max(100, p.cents // r.randrange(90, 300)))})" if kind == "dollars" else ""
    given = [
        ("Referencia", s.reference(number)),
        ("Fecha", f"{s.put(day, fecha_operacion=day)} {s.put(clock(p.when), hora_operacion=hour_field(p.when))}"),
        ("Monto", f"Bs. {s.put(printed, monto=amount(p.cents))}{beside}"),
    ]
    if kind == "received":
        return [*given, ("De", escape(draw_name(r))), ("Teléfono del pagador", draw_phone(r)), ("Banco emisor", escape(payer.short)),
                ("Abonado en", account_print(r, draw_bank(r).code))]  # fmt: skip
    return [
        *given,
        ("Cuenta origen", s.put(account, cuenta_origen=account, banco_origen=payer.output)),
        ("Banco destino", s.put(p.bank.long, banco_destino=p.bank.output)),
        ("Teléfono del beneficiario", s.phone(p.phone, p.phone)),
        *([] if kind == "footer" else [("Cédula del beneficiario", s.document(p.cedula, p))]),
        *([("Concepto", s.concept(p.concept))] if r.chance(0.5) else []),
    ]


def _over(r):
    """A note or a notification over an unprinted area of the receipt."""
    text = escape(r.choice(NOTES).format(money(r.randrange(2_000, 90_000))))
    return (
        f'<div style="position:absolute;top:{r.span(1, 3):.0f}px;left:4%;right:4%;background:#333;color:#fff;border-radius:14px;padding:5px 12px;'
        f'font-size:.8em;box-shadow:0 2px 8px #000">{text}</div>'
    )


def _two(browser, r):
    """Two receipts of two payments, one below the other or side by side."""
    shots = []
    for half in range(2):
        own = Draw(r.split, "payable-two", r.getrandbits(40), half)
        own.system_font = font(own)
        image, page = _photograph(browser, own, _receipt(own, draw_payment(own), "plain", own.choice(DONE)))
        shots.append(scaled(image, page, 480 / image.shape[1]))
    (first, page), (second, _) = shots
    if r.chance(0.5):
        image = np.vstack([first, second])
    else:
        high = max(first.shape[0], second.shape[0])
        image = np.hstack([np.pad(part, ((0, high - part.shape[0]), (0, 0), (0, 0)), constant_values=128) for part in (first, second)])
    page["size"] = [image.shape[1], image.shape[0]]
    return _shot(r, image, page, "two", "realizado", paid=False)


def _page(r, kind):
    """A picture that is not a receipt: a list of payments, a statement, a checkout, payment data or a shop's invoice."""
    s = rows.open_sheet(r, "payable", False, False)
    ground, ink = rows.theme(r, False)
    p, bank = draw_payment(r), draw_bank(r)
    number = lambda: r.digits(12)  # noqa: E731
    day = lambda: date_of(draw_payment(r).when)  # noqa: E731
    price = lambda: money(r.randrange(5_000, 900_000))  # noqa: E731
    if kind == "payments":
        body = _head("Pagos recibidos hoy") + _table(("Referencia", "Teléfono", "Monto", "Estado"), [(number(), draw_phone(r), price(), "Aprobado") for _ in range(r.randint(5, 9))])
    elif kind == "statement":
        body = _head(f"Movimientos de la cuenta {account_print(r, bank.code)}") + _table(("Fecha", "Referencia", "Descripción", "Monto"), [(day(), number(), "PAGO MOVIL", f"-{price()}") for _ in range(r.randint(6, 10))])  # fmt: skip
    elif kind == "checkout":
        body = _head("Finalizar compra") + rows.beside(r, [("Subtotal", f"Bs. {price()}"), ("Envío", f"Bs. {price()}"), ("Total a pagar", f"Bs. {price()}"), ("Pago móvil a", p.phone), ("Banco", escape(bank.short)), ("Cédula", p.cedula), ("Referencia del pago", "Ingrese el número")])  # fmt: skip
    elif kind == "payment-data":
        body = _head("Datos para el pago móvil") + rows.above(r, [("Banco", escape(bank.long)), ("Cédula", p.cedula), ("Teléfono", p.phone), ("Titular", escape(p.name))])
    else:
        body = _head("SENIAT") + _line(f"INVERSIONES {escape(draw_name(r))} C.A. RIF J-{r.digits(8)}-1") + rows.beside(r, [("Factura", r.digits(8)), ("Fecha", day()), *((escape(item), f"Bs {price()}") for item in ("HARINA", "ACEITE", "CAFE")), ("TOTAL", f"Bs {price()}"), ("TARJETA DEBITO", f"Bs {price()}"), ("Aprobación", r.digits(6))])  # fmt: skip
    return s.finish(f'<div style="padding:14px 0">{body}</div>', rows.css(s, r, ground, ink, "#37474f"))


def _table(heads, lines):
    cells = "".join(f"<b>{escape(head)}</b>" for head in heads) + "".join(f"<span>{escape(cell)}</span>" for line in lines for cell in line)
    return f'<div style="display:grid;grid-template-columns:repeat({len(heads)},auto);gap:5px 8px;padding:8px 3%;font-size:.78em">{cells}</div>'
