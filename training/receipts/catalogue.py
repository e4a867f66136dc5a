"""Which layouts are rendered, and how often (per cent of the pages)."""
from .layouts import bancamiga, bdv, bnc, mercantil, provincial

LAYOUTS = [
    (bdv.pagomovil_light, 18), (bdv.pagomovil_dark, 11), (bdv.transfer, 3.5), (bdv.above, 2.5),
    (mercantil.web, 8), (mercantil.mobile, 8), (provincial.rapid, 10), (bancamiga.receipt, 8), (bnc.receipt, 10),
]


def draw_layout(r):
    return r.choices([f for f, _ in LAYOUTS], [w for _, w in LAYOUTS])[0]
