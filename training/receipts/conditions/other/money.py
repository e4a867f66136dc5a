"""Pictures with many numbers that are not payments: balances, movements, spreadsheets, tickets of a lottery."""
from ...banks import draw_bank
from ...payment import draw_name, money
from ..html import TEXTS, box, row, screen, sheet, text


def movements(r, count, year=2026):
    """Rows of an account's history, without label, reference or beneficiary."""
    rows = []
    for _ in range(count):
        when = f"{r.randrange(1, 29):02d}/{r.randrange(1, 13):02d}/{year}"
        sign = r.choice(("-", "-", "+", ""))
        rows.append(
            row(f"{text(r.choice(TEXTS['movements']))}<br><span style='font-size:.8em'>{when}</span>", f"{sign}{money(r.randrange(50, 900000))}",
                "border-bottom:1px solid rgba(128,128,128,.3)")
        )  # fmt: skip
    return "".join(rows)


def home(r, look, width, height):
    """A bank's home screen: balances and actions."""
    bank = draw_bank(r)
    accounts = "".join(
        box(
            box(text(f"Cuenta {r.choice(('Corriente', 'de Ahorro'))}")) + box(f"{bank.code}****{r.digits(4)}") + box(f"Bs. {money(r.randrange(1000, 9000000))}", "font-size:1.7em;font-weight:700")
            + box("Saldo disponible", f"color:{look.faint}"),
            f"background:{look.card};border-radius:12px;margin:10px 5%;padding:12px",
        )
        for _ in range(r.choice((1, 1, 2)))
    )  # fmt: skip
    tiles = "".join(box(name, f"background:{look.card};border-radius:10px;padding:14px 4px;text-align:center;font-size:.85em")
                    for name in r.sample(("Pago móvil", "Transferencias", "Recargas", "Servicios", "Tarjetas", "Divisas", "Créditos"), r.choice((3, 6))))  # fmt: skip
    body = (
        box(text(f"Hola, {draw_name(r).split()[0].title()}"), "padding:14px 5% 0;font-size:1.3em")
        + accounts
        + box(tiles, "display:grid;grid-template-columns:1fr 1fr 1fr;gap:8px;padding:8px 5%")
        + (box("Últimos movimientos", "padding:10px 5%;font-weight:700") + movements(r, r.randint(2, 5)) if r.chance(0.6) else "")
    )
    return screen(r, look, text(bank.short.title()), body, width, height, "other-bank-home")


def history(r, look, width, height):
    body = row("Saldo disponible", f"Bs. {money(r.randrange(1000, 9000000))}") + movements(r, r.randint(6, 12))
    return screen(r, look, "Movimientos", body, width, height, "other-history")


def spreadsheet(r, look, width, height):
    heads = r.choice((("Nombre", "Fecha", "Monto"), ("Cliente", "Deuda", "Abono"), ("Producto", "Cant.", "Precio")))
    cells = "".join(box(f"<b>{name}</b>", "border:1px solid #999;padding:4px") for name in heads)
    for _ in range(r.randint(10, 18)):
        day = f"{r.randrange(1, 29):02d}/{r.randrange(1, 13):02d}/26" if heads[1] == "Fecha" else money(r.randrange(500, 90000))
        for value in (draw_name(r).title() if heads[0] != "Producto" else r.choice(TEXTS["products"]), day, money(r.randrange(500, 900000))):
            cells += box(text(value), "border:1px solid #999;padding:4px;font-size:.85em")
    table = box(cells, "display:grid;grid-template-columns:2fr 1fr 1.2fr;margin:6px")
    return sheet(r, look, box("Hoja de cálculo", "padding:8px 4%;font-weight:700") + table, width, 0, "other-spreadsheet")


def tickets(r, look, width, height):
    """Offers of a lottery: draws, animals and numbers, with prices and a total."""
    total, rows = 0, ""
    for _ in range(r.randint(5, 11)):
        price = r.choice((500, 1000, 1500, 2000, 5000))
        total += price
        rows += row(f"{r.randrange(37):02d} {r.choice(TEXTS['animals'])}", f"{r.choice(('9:00 AM', '10:00 AM', '12:00 M', '4:00 PM', '7:00 PM'))} &nbsp; {money(price)}")
    body = (
        row(f"Ticket: {r.digits(8)}", f"{r.randrange(1, 29):02d}/{r.randrange(1, 13):02d}/2026") + rows
        + row("<b>Total</b>", f"<b>Bs. {money(total)}</b>") + box("Caduca a los 3 días. ¡Suerte!", "text-align:center;padding:10px")
    )  # fmt: skip
    return screen(r, look, r.choice(("Agencia La Fortuna", "Animalitos", "Mis jugadas")), body, width, height, "other-tickets")
