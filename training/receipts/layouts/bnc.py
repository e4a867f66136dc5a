"""BNC: a green banner, ruled rows with labels above values, the beneficiary in one line of text, without a date."""
from ..payment import amount, money
from ..sheet import NAME, Sheet, font, screen
from ..ui import app_bar, buttons, check_disc, icon, status_bar

BANK = "BNC"
LIKELY = ("roboto", "poppins", "montserrat", "open-sans", "inter")


def _rows(s, r, p, t):
    mask = r.choice(["***", "***", "****"]) + r.digits(4)
    bnc = f'<b style="color:{t["orange"]}">{s.put("BNC", banco_origen=BANK, canal_pago="BNC")}</b>'
    kind, colon = r.choice(["Cta. Corriente", "Cta. Ahorro Naranja", "Cta. Ahorro", "Cta. Ahorro Naranja"]), r.choice([":", ""])
    fee = max(13, round(p.cents * 0.003))
    name = s.put(p.name, **{NAME: p.name})
    phone = s.phone(f"{p.phone[:4]}-{p.phone[4:]}", p.phone)
    person = f"{phone} {name} {s.document(p.cedula, p)} - {s.put(p.bank.short, banco_destino=p.bank.output)}"
    copy = f' {icon("copy", r.span(13, 18), t["green"])}' if r.chance(0.85) else ""
    rows = [
        ("Cuenta debitada", f"{kind} {bnc}{colon} {s.put(mask, cuenta_origen=mask)}"),
        ("Beneficiario", person),
        ("Monto", "Bs. " + s.put(money(p.cents), monto=amount(p.cents))),
        ("Comisión", f'<span style="color:{t["red"]}">Bs. {money(fee)}</span>'),
        ("Total", f"<b>Bs. {money(p.cents + fee)}</b>"),
        ("Referencia", f'<span style="color:{t["green"]}">{s.reference(r.digits(9))}{copy}</span>'),
        (s.put("Código autorizador", banco_origen=BANK, canal_pago="BNC"), r.digits(6)),
        ("Concepto", s.concept(p.concept)),
    ]
    return rows


def _nav(s, r, t):
    names = [
        ("CUENTAS", "card"),
        ("TARJETAS", "card"),
        (s.put("BNC", banco_origen=BANK, canal_pago="BNC"), "home"),
        ("PAGOS", "share"),
        ("DIVISAS", "star"),
    ]
    cells = "".join(f'<div class="c" style="flex:1">{icon(i, 18)}<div>{n}</div></div>' for n, i in names)
    return (
        f'<div style="flex:none;display:flex;padding:8px 4px;font-size:{r.span(8, 10.5):.1f}px;background:{t["bar"]};'
        f'color:{t["barink"]};'
        f'border-top:1px solid rgba(128,128,128,.3)">{cells}</div>'
    )


def receipt(r, p):
    dark, full = r.chance(0.45), r.chance(0.6)
    width, height = screen(r)
    s = Sheet(r, f"bnc-{'dark' if dark else 'light'}-{'screen' if full else 'card'}", width, height if full else 0)
    t = {
        "green": r.style(["#2e9e4f", "#43a047", "#00a859", "#4caf50"], ["#6fae3d"]),
        "orange": r.style(["#f58220", "#ff7f00", "#f7941d"], ["#d9701a"]),
        "red": r.choice(["#e53935", "#ff5252", "#d32f2f"]),
        "ground": r.style(["#ffffff", "#f7f7f7", "#f3f4f6"], ["#eef2ee"]),
        "ink": r.choice(["#222", "#333", "#3c4043"]),
        "bar": "#ffffff",
        "barink": "#555",
    }
    if dark:
        t.update(
            ground=r.style(["#121212", "#1c1c1e", "#17212b", "#000000"], ["#26262e"]),
            ink=r.choice(["#fff", "#e8e8e8"]),
            bar="#1b1b1b",
            barink="#bbb",
        )
    done = s.put(
        "Su pago móvil ha sido Ejecutado exitosamente", banco_origen=BANK, canal_pago="BNC", tipo_transaccion="Pago Móvil"
    )
    solid = r.chance(0.75)
    look = f"background:{t['green']};color:#fff" if solid else f"border:1px solid {t['green']};color:{t['green']}"
    banner = (
        f'<div data-row style="display:flex;align-items:center;gap:10px;margin:{r.span(0, 14):.0f}px {r.choice([0, 4])}%;'
        f"padding:{r.span(10, 20):.0f}px 14px;"
        f'border-radius:{r.choice([0, 6, 12])}px;{look}">{check_disc(24, "rgba(255,255,255,.25)", "currentColor") if r.chance(.6) else ""}'
        f"<span>{done}</span></div>"
    )
    body = "".join(
        f'<div data-row class="row"><div class="l">{a}:</div><div class="v">{b}</div></div>' for a, b in _rows(s, r, p, t)
    )
    foot = buttons(r, ["Emitir Pago", "Realizar otro pago"][: r.randint(1, 2)], t["orange"])
    css = (
        f"#sheet{{font-family:{font(r, LIKELY)};font-size:{width / 360 * r.span(12.5, 16):.1f}px;background:{t['ground']};"
        f"color:{t['ink']}}}"
        f".row{{margin:0 {r.span(4, 7):.1f}%;padding:{r.span(5, 12):.0f}px 0;"
        f"border-bottom:1px solid rgba(128,128,128,{r.span(.2, .5):.2f})}}"
        f".l{{opacity:{r.span(.6, 1):.2f};font-size:{r.span(.85, 1):.2f}em;font-weight:{r.choice([400, 500, 700])}}}"
        f".v{{margin-top:{r.span(1, 5):.0f}px;line-height:{r.span(1.2, 1.45):.2f};font-weight:{r.choice([400, 400, 500])}}}"
    )
    if not full:
        return s.finish(f'<div>{banner}{body}{foot if r.chance(.3) else ""}</div>', css)
    # The screen is longer than the phone: users often scroll before taking the screenshot.
    scroll = r.span(30, 160) if r.chance(0.35) else 0
    top = status_bar(r, t["ink"], t["ground"], p.when) + (
        app_bar(r, r.choice(["Pago Móvil", "Pago móvil BNC", "Pagos"]), t["ink"], t["ground"], "menu", "bell")
        if r.chance(0.6)
        else ""
    )
    return s.finish(
        f'{top}<div data-clip style="flex:1;overflow:hidden">'
        f'<div style="margin-top:-{scroll:.0f}px">{banner}{body}{foot}</div></div>{_nav(s, r, t)}',
        css,
    )
