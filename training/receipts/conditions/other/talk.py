"""Chats, including some about payments, and contact lists."""
from ...banks import draw_bank
from ...payment import draw_name, draw_phone, phone_print
from ..html import TEXTS, box, row, screen, text


def bubbles(r, look, lines):
    made = []
    for line in lines:
        mine = r.chance(0.45)
        ground = (look.accent if look.dark else "#d9fdd3") if mine else look.card
        clock = f'<span style="font-size:.7em;color:{look.faint};padding-left:8px">{r.randrange(1, 13)}:{r.randrange(60):02d} {r.choice(("a. m.", "p. m."))}</span>'
        style = f"background:{ground};margin:5px 3%;padding:7px 10px;border-radius:10px;max-width:78%;align-self:{'flex-end' if mine else 'flex-start'}"
        made.append(box(text(line) + clock, style))
    return box("".join(made), "display:flex;flex-direction:column")


def chat(r, look, width, height):
    body = bubbles(r, look, r.sample(TEXTS["chat"], r.randint(6, 14)))
    return screen(r, look, r.choice(TEXTS["names"]), body, width, height, "other-chat")


def payment_talk(r, look, width, height):
    """A person's payment data with a conversation about them: all data of a payment without a payment."""
    bank, phone, document = draw_bank(r), phone_print(r, draw_phone(r)), f"{r.randrange(5, 32)}.{r.digits(3)}.{r.digits(3)}"
    data = [r.choice((bank.title, f"{bank.code} {bank.short.title()}")), phone, f"{r.choice(('V-', 'C.I. ', 'V', ''))}{document}"]
    asked = r.choice((["Datos para pago móvil", *data], [" ".join(data)], data))
    lines = r.sample(TEXTS["chat"], 3) + asked + r.sample(TEXTS["chat"], r.randint(2, 4))
    return screen(r, look, r.choice(TEXTS["names"]), bubbles(r, look, lines), width, height, "other-payment-talk")


def contacts(r, look, width, height):
    rows = "".join(row(text(draw_name(r).title()), text(phone_print(r, draw_phone(r)))) for _ in range(r.randint(7, 12)))
    return screen(r, look, "Contactos", rows, width, height, "other-contacts")
