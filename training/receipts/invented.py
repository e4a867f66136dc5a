"""Receipts of an invented bank, for receipt-cli teach: python3 -m receipts.invented --out DIR

Four screens 720 px wide with their truth. No word of the bank, of its app or of its labels may be in the rule files, because
the tool must derive them. Needs Chromium and Debian's Liberation fonts only."""
import argparse
import json
from pathlib import Path

import cv2

from .banks import BANKS
from .browser import Browser
from .draw import Draw
from .make import photograph
from .payment import amount, clock, date_of, dotted, draw_name, draw_payment, hour_field, money
from .sheet import NAME, Sheet
from .truth import entry

BANK = "BANCO LUMBRERA"
CHANNEL = "LumbrePago"
COUNT, WIDTH, SCALE, QUALITY = 4, 360, 2, 62
DESTINATIONS = ("0105", "0134", "0172", "0191")
CONCEPTS = ("sorteo de la tarde", "02 15 33 48", "bingo cartón 7", "abono")

CSS = """#sheet{font:14px 'Liberation Sans';background:#fbfaf7;color:#2d2a26;padding:18px 20px}.logo{font-size:23px;font-weight:700;color:#8a3b12}
.app{font-size:16px;color:#8a3b12;padding-bottom:14px}.l{color:#6d665c}.v{font-weight:700}.two{display:flex;justify-content:space-between;padding:7px 0}
.big{font-size:27px;font-weight:700;padding-bottom:14px}.up{padding:7px 0}.up .v{font-size:16px}.foot{padding-top:16px;font-size:12px;color:#6d665c}"""


def screen(r, p, index):
    """Values next to, below and after their labels, with a cost and a payer's phone that must not be taken for the payment's."""
    s = Sheet(r, "lumbrera-light-card", WIDTH)
    bank, signed = BANKS[DESTINATIONS[index]], dict(banco_origen=BANK, canal_pago=CHANNEL)
    phone = f"{p.phone[:4]}-{p.phone[4:]}"
    payer = f"{p.phone_origin[:4]}-{p.phone_origin[4:]}"
    document = s.document(f"{p.id_letter} - {dotted(p.id_digits)}", p)
    when = f"{s.put(date_of(p.when), fecha_operacion=date_of(p.when))} {s.put(clock(p.when), hora_operacion=hour_field(p.when))}"
    head = (
        f'<div data-row class="logo">{s.put("Banco Lumbrera", **signed)}</div>'
        f'<div data-row class="app">{s.put("LumbrePago", **signed)}</div>'
    )
    body = (
        _row("up", "Valor enviado", f'<span class="big">Bs. {s.put(money(p.cents), monto=amount(p.cents))}</span>')
        + _row("two", "Costo del envío", f"Bs. {money(r.randrange(100, 900))}")
        + f'<div data-row class="up"><span class="l">Folio electrónico:</span> <span class="v">{s.reference(r.digits(10))}</span></div>'
        + _row("two", "Momento del giro", when)
        + _row("two", "Móvil emisor", payer)
        + _row("two", "Móvil receptor", s.phone(phone, p.phone))
        + _row("up", "Carnet receptor", document)
        + _row("two", "Entidad receptora", s.put(bank.title.split(",")[0], banco_destino=bank.output))
        + _row("two", "Titular receptor", s.put(p.name, **{NAME: p.name}))
        + _row("two", "Glosa", s.concept(CONCEPTS[index]))
    )
    return s.finish(f'{head}{body}<div data-row class="foot">Conserve esta constancia</div>', CSS)


def _row(kind, label, value):
    tag = "div" if kind == "up" else "span"
    return f'<div data-row class="{kind}"><{tag} class="l">{label}</{tag}><{tag} class="v">{value}</{tag}></div>'


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=41)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    truth = {}
    with Browser(families=[]) as browser:
        for index in range(COUNT):
            r = Draw("val", "invented", args.seed, index)
            p = draw_payment(r)
            p.id_letter, p.id_digits, p.name = "V", str(r.randrange(6_000_000, 31_000_000)), draw_name(r)
            image, page = photograph(browser, screen(r, p, index), SCALE)
            said = entry(page)
            file = f"lumbrera-{index + 1}.jpg"
            cv2.imwrite(str(args.out / file), image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
            truth[file] = {key: said[key] for key in ("layout", "fields", NAME)}
    (args.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    main()
