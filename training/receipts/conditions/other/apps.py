"""Notes, settings, shop, news, weather, QR code: other screens of a phone."""
from ...payment import money
from ..html import TEXTS, box, row, screen, text


def notes(r, look, width, height):
    lines = "".join(box(text(f"{r.choice(('- ', '', '• '))}{line}"), "padding:5px 6%") for line in r.sample(TEXTS["notes"], r.randint(5, 12)))
    return screen(r, look, r.choice(("Notas", "Mis notas", "")), lines, width, height, "other-notes")


def settings(r, look, width, height):
    rows = "".join(
        row(text(name), text(value), "border-bottom:1px solid rgba(128,128,128,.25)") for name, value in r.sample(TEXTS["settings"], r.randint(7, 12))
    )
    return screen(r, look, "Ajustes", rows, width, height, "other-settings")


def shop(r, look, width, height):
    def card():
        price = f"Bs. {money(r.randrange(500, 900000))}" if r.chance(0.6) else f"${r.randrange(2, 120)},{r.choice(('00', '50', '99'))}"
        picture = box("", f"height:{r.randint(50, 110)}px;background:{r.choice(('#cfd8dc', '#ffccbc', '#c8e6c9', '#d1c4e9'))};border-radius:8px")
        return box(
            picture + box(text(r.choice(TEXTS["products"]))) + box(text(price), "font-weight:700;font-size:1.2em") + box("Agregar al carrito", f"color:{look.accent}"),
            f"background:{look.card};border-radius:10px;padding:8px",
        )

    grid = box("".join(card() for _ in range(r.choice((4, 6)))), "display:grid;grid-template-columns:1fr 1fr;gap:10px;padding:10px 4%")
    return screen(r, look, r.choice(("Tienda", "Ofertas de la semana", "Mercado en línea")), grid, width, height, "other-shop")


def news(r, look, width, height):
    story = "".join(box(text(line), "padding:5px 6%") for line in r.sample(TEXTS["prose"], 4))
    body = (
        box(text(r.choice(TEXTS["news"])), "font-size:1.5em;font-weight:700;padding:12px 6%")
        + box(text(f"Publicado el {r.randrange(1, 29):02d}/{r.randrange(1, 13):02d}/2026 - {r.randrange(1, 13)}:{r.randrange(60):02d} pm"), f"color:{look.faint};padding:0 6%")
        + box("", f"height:{r.randint(80, 180)}px;background:{look.accent};opacity:.5;margin:10px 6%")
        + story
    )
    return screen(r, look, r.choice(("Noticias", "El Diario", "")), body, width, height, "other-news")


def weather(r, look, width, height):
    days = "".join(row(day, f"{r.randrange(24, 36)}° / {r.randrange(15, 24)}°") for day in ("Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado"))
    body = (
        box(r.choice(TEXTS["weather"]), "text-align:center;font-size:1.6em;padding-top:20px")
        + box(f"{r.randrange(18, 36)}°", "text-align:center;font-size:4em")
        + box(f"Humedad {r.randrange(40, 95)} % - Viento {r.randrange(3, 30)} km/h", "text-align:center;padding:10px")
        + days
    )
    return screen(r, look, "", body, width, height, "other-weather")


def code(r, look, width, height):
    """A QR code to be scanned."""
    side = 29
    cells = "".join(f'<rect x="{x}" y="{y}" width="1" height="1"/>' for y in range(side) for x in range(side) if r.chance(0.5) and not _eye(x, y, side))
    eyes = "".join(
        f'<path d="M{x} {y}h7v7h-7zm1 1v5h5v-5zm1 1h3v3h-3z" fill-rule="evenodd"/>' for x, y in ((0, 0), (side - 7, 0), (0, side - 7))
    )
    picture = f'<svg width="{width * 0.7:.0f}" height="{width * 0.7:.0f}" viewBox="-2 -2 {side + 4} {side + 4}" style="background:#fff">{cells}{eyes}</svg>'
    body = (
        box(r.choice(("Escanea el código QR", "Mi código QR", "Muestra este código para cobrar")), "text-align:center;font-size:1.2em;padding:24px 5%")
        + box(picture, "text-align:center")
        + box(r.choice(("Este código vence en 5 minutos", "No compartas este código con nadie", "Acércate a la caja")), "text-align:center;padding:16px 5%")
    )
    return screen(r, look, r.choice(("Código QR", "")), body, width, height, "other-qr")


def _eye(x, y, side):
    return (x < 8 or x >= side - 8) and y < 8 or x < 8 and y >= side - 8
