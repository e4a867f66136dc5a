"""Zinli, Binance and Zelle: no bolívares, US decimals."""
from ..payment import amount, clock, date_of, hour_field, money
from ..sheet import NAME
from ..ui import check_disc, icon
from ..vocabulary import MAIL_HOSTS
from . import rows


def _mail(r, name):
    first, *rest = name.lower().replace(",", "").replace(".", "").split()
    plain = f"{first}{r.choice(['', '.', '_'])}{rest[-1] if rest else ''}".translate(str.maketrans("áéíóúñ", "aeioun"))
    return f"{plain}{r.choice(['', r.digits(2)])}@{r.choice(MAIL_HOSTS)}"


def zinli(r, p):
    dark, full = r.chance(0.25), r.chance(0.6)
    s = rows.open_sheet(r, "zinli", dark, full)
    ground, ink = rows.theme(r, dark)
    purple = r.style(["#5b2be0", "#6f2cff", "#4b1fb8", "#7a3cf0"], ["#3d1f8f"])
    cents = p.cents % 50000 + 100
    word = s.put(r.choice(["Zinli", "zinli"]), canal_pago="Zinli", tipo_transaccion="Billetera")
    band = (
        f'<div class="c" style="background:{purple};color:#fff;padding:{r.span(12, 36):.0f}px 5%">'
        f'<div data-row style="font-size:1.7em;font-weight:700">{word}</div>'
        f"<div data-row>Recibo</div>"
    )
    sent = (
        f'<div data-row class="c title">{s.put("Enviaste dinero", canal_pago="Zinli", tipo_transaccion="Billetera")}</div>'
        f'<div data-row class="c amount">{s.put("-$" + money(cents, "us"), monto=amount(cents))}</div>'
    )
    head = f"{band}{sent}</div>" if r.chance(0.5) else f"{band}</div>{sent}"
    name = p.name.title()
    when = (
        f'{s.put(date_of(p.when, "d MMM Y"), fecha_operacion=date_of(p.when))} - '
        f'{s.put(clock(p.when, "AM", pad=False), hora_operacion=hour_field(p.when))}'
    )
    items = [("Recibe", f"<div>{s.put(name, **{NAME: name})}</div><div>{_mail(r, p.name)}</div>"), ("Fecha", when)]
    if r.chance(0.8):
        items.append(("Mensaje", s.concept(p.concept)))
    layout = rows.above if r.chance(0.6) else rows.beside
    style = rows.css(s, r, ground, ink, purple, ("poppins", "nunito", "montserrat", "inter"))
    return rows.frame(
        s,
        r,
        p,
        head + layout(r, items, r.choice(["", "", ":"])),
        style,
        purple,
        ground,
        ink,
        r.choice(["", "Recibo"]),
        r.choice([[], ["Compartir"]]),
    )


def binance_pay(r, p):
    dark, full = r.chance(0.5), r.chance(0.6)
    s = rows.open_sheet(r, "binance-pay", dark, full)
    ground, ink = rows.theme(r, dark)
    yellow = r.style(["#f0b90b", "#fcd535"], ["#d9a400"])
    cents = p.cents % 200000 + 50
    label = r.choice(["ID de la orden", "Order ID", "Pay ID", "ID de orden"])
    when = (
        f'{s.put(date_of(p.when, "Y-m-d"), fecha_operacion=date_of(p.when))} '
        f"{s.put(clock(p.when, seconds=True), hora_operacion=hour_field(p.when, True))}"
    )
    nick = r.choice([p.name.split()[0].title() + r.digits(3), _mail(r, p.name), "User-" + r.digits(5)])
    items = [
        (r.choice(["Para", "Destinatario", "Nombre"]), s.put(nick, **{NAME: nick})),
        (label, s.reference(r.choice("123") + r.digits(r.choice([17, 18])))),
        (r.choice(["Fecha", "Hora", "Fecha y hora"]), when),
        (r.choice(["Método de pago", "Pagado con"]), r.choice(["Cuenta de fondos", "Cuenta Spot", "USDT"])),
    ]
    if r.chance(0.4):
        items.append((r.choice(["Nota", "Concepto"]), s.concept(p.concept)))
    word = s.put(r.choice(["Binance Pay", "BINANCE PAY", "Binance"]), canal_pago="Binance", tipo_transaccion="Binance")
    unit = r.choice(["USDT", "USDT", "USD"])
    head = (
        f'<div data-row class="c title" style="color:{yellow if dark else ink}">{word}</div>'
        f'<div data-row class="c">{check_disc(40, yellow)}</div>'
        f'<div data-row class="c">{r.choice(["Pago realizado con éxito", "Pago exitoso", "Completado"])}</div>'
        f'<div data-row class="c amount">{r.choice(["", "-"])}{s.put(money(cents, "us"), monto=amount(cents))} {unit}</div>'
    )
    style = rows.css(s, r, ground, ink, yellow, ("ibm-plex-sans", "inter", "roboto"))
    return rows.frame(
        s,
        r,
        p,
        head + rows.beside(r, items, ""),
        style,
        yellow,
        ground,
        ink,
        r.choice(["", "Detalles"]),
        r.choice([[], ["Hecho"]]),
    )


def binance_p2p(r, p):
    full = r.chance(0.6)
    s = rows.open_sheet(r, "binance-p2p", r.chance(0.8), full)
    ground, ink = rows.theme(r, "dark" in s.layout)
    yellow, cents = "#f0b90b", p.cents
    rate = r.randrange(3600, 60000)
    when = (
        f'{s.put(date_of(p.when, "Y-m-d"), fecha_operacion=date_of(p.when))} '
        f"{s.put(clock(p.when, seconds=True), hora_operacion=hour_field(p.when, True))}"
    )
    done = s.put("Orden Completada", tipo_transaccion="Binance", canal_pago="Binance")
    items = [
        ("Monto Fiat", f'{r.choice(["Bs.", "Bs", "VES"])} {s.put(money(cents, "us"), monto=amount(cents))}'),
        ("Precio Unitario", f'Bs. {money(rate, "us")}'),
        ("Cantidad Total", f'{money(max(1, cents * 100 // rate), "us")} USDT'),
        ("Comisión de la orden", f'{money(r.randrange(1, 50), "us")} USDT'),
        ("Número de Orden", s.reference("2" + r.digits(18)) + " " + icon("copy", 14)),
        ("Contraparte", p.name.split()[0].title() + r.choice(["_", "-", ""]) + r.digits(2)),
        ("Método de Pago", r.choice(["Pago Móvil", "Banesco", "Mercantil", "Banco de Venezuela", "Provincial"])),
        ("Fecha de Creación", when),
    ]
    head = f'<div data-row class="title">{done} {check_disc(20, "#2ebd85")}</div>'
    style = rows.css(s, r, ground, ink, yellow, ("ibm-plex-sans", "inter", "roboto"))
    return rows.frame(
        s, r, p, head + rows.beside(r, items, ""), style, yellow, ground, ink, r.choice(["P2P", "Detalles de la orden"]), []
    )


def zelle(r, p):
    s = rows.open_sheet(r, "zelle", r.chance(0.2), r.chance(0.5))
    ground, ink = rows.theme(r, "dark" in s.layout)
    purple, cents = r.style(["#6d1ed4", "#7b2ff7", "#012169"], ["#50158f"]), p.cents % 90000 + 500
    code = "".join(r.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(r.choice([9, 10, 11, 12])))
    code = r.choice("BCJWZ") + code[1:-1] + r.choice("0123456789")
    english = r.choice(["%b %d, %Y", "%m/%d/%Y", "%B %d, %Y"])
    name = p.name.title()
    items = [
        (r.choice(["Recipient", "To", "Sent to"]), s.put(name, **{NAME: name})),
        (r.choice(["Date", "Sent on"]), s.put(p.when.strftime(english), fecha_operacion=date_of(p.when))),
        (r.choice(["Confirmation Number", "Confirmation", "Reference", "Confirmation Number"]), s.reference(code)),
        ("From", f"Checking ...{r.digits(4)}"),
    ]
    if r.chance(0.5):
        items.append(("Memo", s.concept(p.concept)))
    word = s.put("Zelle", canal_pago="Zelle", tipo_transaccion="Zelle")
    head = (
        f'<div data-row class="c title" style="color:{rows.tint(purple, ink)}">{word}</div>'
        f'<div data-row class="c">{check_disc(36, purple)}</div>'
        f'<div data-row class="c">{r.choice(["Your money has been sent", "Payment sent", "You sent"])}</div>'
        f'<div data-row class="c amount">{s.put("$" + money(cents, "us"), monto=amount(cents))}</div>'
    )
    layout = rows.above if r.chance(0.4) else rows.beside
    style = rows.css(s, r, ground, ink, purple, ("inter", "roboto", "open-sans"))
    return rows.frame(s, r, p, head + layout(r, items, r.choice(["", ":"])), style, purple, ground, ink, "", ["Done"])
