"""Layouts and their frequencies (percent of the pages)."""
from random import Random

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


def layout_of(seed, index):
    """The layout of a page. Successive pages step by the golden ratio, so that any run of them has the right proportions."""
    place = (Random(seed).random() + index * 0.6180339887498949) % 1 * sum(weight for _, weight in LAYOUTS)
    for layout, weight in LAYOUTS:
        place -= weight
        if place < 0:
            return layout
    return LAYOUTS[-1][0]


def name_of(layout):
    """The name of an entry of LAYOUTS, such as bdv.above."""
    return f"{layout[0].__module__.rsplit('.', 1)[-1]}.{layout[0].__name__}"


def by_name(name):
    return next(layout[0] for layout in LAYOUTS if name_of(layout) == name)
