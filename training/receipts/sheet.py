"""A sheet: the HTML of one receipt, with the values of the sixteen fields that its parts claim."""
from dataclasses import dataclass, field
from html import escape

from .fonts import families

FIELDS = """monto referencia numero_operacion comprobante_pago telefono cedula identificador_fiscal banco_origen banco_destino
cuenta_origen cuenta_destino concepto fecha_operacion hora_operacion tipo_transaccion canal_pago""".split()
NAME = "nombre_beneficiario"

# Usual fonts of Venezuelan bank apps and phones; the other training families add variety.
_COMMON = "roboto inter nunito montserrat open-sans lato poppins arimo liberation-sans source-sans-3 noto-sans".split()

BASE_CSS = """*{box-sizing:border-box}body{margin:0}i{font-style:normal}#sheet{position:relative;overflow:hidden;
display:flex;flex-direction:column}svg{flex:none;vertical-align:middle}.c{text-align:center}"""


@dataclass
class Sheet:
    """`claims` are (field, value, tag): the field has that value if all words of that tag are in the picture.
    The first valid claim applies; a later one is what remains readable when the first was cropped."""

    r: object
    layout: str
    width: int
    height: int = 0  # 0: the height of its content
    css: str = ""
    html: str = ""
    claims: list = field(default_factory=list)
    tags: int = 0
    accent: str = ""

    def put(self, printed, **values):
        """HTML of a printed text that carries the given field values."""
        self.tags += 1
        tag = f"t{self.tags}"
        self.claims += [(key, value, tag) for key, value in values.items() if value]
        return f'<i data-f="{tag}">{escape(printed)}</i>'

    def reference(self, printed, value=None):
        value = value or printed
        return self.put(printed, referencia=value, numero_operacion=value, comprobante_pago=value)

    def phone(self, printed, digits):
        """A masked phone keeps its mask, without blanks and hyphens."""
        return self.put(printed, telefono=printed.replace(" ", "").replace("-", "") if set(printed) & set("*.•xX") else digits)

    def document(self, printed, payment):
        return self.put(printed, cedula=payment.cedula, identificador_fiscal=payment.rif)

    def concept(self, text):
        return self.put(text, concepto=" ".join(text.split()))

    def finish(self, html, css):
        """The kind of payment also follows from the beneficiary's data, even when the title is cropped."""
        kinds = {"telefono": "Pago Móvil", "cuenta_destino": "TRANSFERENCIA"}
        self.claims += [("tipo_transaccion", kinds[key], tag) for key, _, tag in list(self.claims) if key in kinds]
        most = f' data-most="{self.width * 2.3:.0f}"' if self.height and self.r.chance(0.85) else ""
        self.html = f'<div id="sheet"{most}>{html}</div>'
        self.css = f"{BASE_CSS}#sheet{{width:{self.width}px;{f'height:{self.height}px;' if self.height else ''}}}{css}"
        return self


def font(r, likely=()):
    """A CSS font-family. Families of the calibration and held-out splits are used only there."""
    if r.unseen_fonts:
        return f"'{r.choice(families(r.split))}',sans-serif"
    kind = r.random()
    pool = likely if likely and kind < 0.45 else _COMMON if kind < 0.8 else families("train")
    return f"'{r.choice(pool)}',sans-serif"


def screen(r):
    """Width, height and pixels per CSS pixel of a phone's screen."""
    width = int(r.choice([360, 360, 360, 384, 393, 411, 412, 390, 375, 414, 320, 430]))
    return width, int(width * r.span(1.75, 2.2))


def scale(r, width):
    """Device pixel ratio: most screenshots are 540 to 1080 px wide."""
    pixels = r.choice([360, 480, 540, 576, 640, 720, 720, 720, 828, 900, 1080, 1080, 1080, 1170, 1440])
    return round(max(1.0, min(3.5, pixels / width)), 3)
