"""Which layouts are rendered, and how often (per cent of the pages)."""
from .layouts import bancamiga, banks, bdv, bnc, generic, mercantil, provincial, wallets

LAYOUTS = [
    (bdv.pagomovil_light, 18),
    (bdv.pagomovil_dark, 11),
    (bdv.transfer, 3.5),
    (bdv.above, 2.5),
    (mercantil.web, 8),
    (mercantil.mobile, 8),
    (provincial.rapid, 10),
    (bancamiga.receipt, 8),
    (bnc.receipt, 10),
    (wallets.zinli, 4),
    (banks.banesco, 4),
    (banks.banplus, 2),
    (banks.hundred, 2),
    (wallets.binance_pay, 1),
    (wallets.binance_p2p, 0.8),
    (wallets.zelle, 0.7),
    (generic.receipt, 6.5),
]


def draw_layout(r):
    return r.choices([f for f, _ in LAYOUTS], [w for _, w in LAYOUTS])[0]


def name_of(layout):
    """bdv.above and the like, of an entry of LAYOUTS."""
    return f"{layout[0].__module__.rsplit('.', 1)[-1]}.{layout[0].__name__}"


def by_name(name):
    return next(layout[0] for layout in LAYOUTS if name_of(layout) == name)
