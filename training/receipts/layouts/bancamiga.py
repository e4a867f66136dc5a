"""Bancamiga: centered reference and amount, then labels above their values on the left."""
from ..payment import amount, clock, date_of, hour_field, money
from ..sheet import Sheet, font, screen
from ..ui import app_bar, blob, buttons, check_disc, icon, status_bar, system_buttons

BANK = "BANCAMIGA"
LIKELY = ("montserrat", "roboto", "nunito", "poppins", "open-sans")


def receipt(r, p):
    dark, full = r.chance(0.25), r.chance(0.45)
    width, height = screen(r)
    s = Sheet(r, f"bancamiga-{'dark' if dark else 'light'}-{'screen' if full else 'card'}", width, height if full else 0)
    green = r.style(["#00a551", "#0a9b8c", "#1b9e77", "#0f7ac2", "#0098d8"], ["#5aa02c", "#2f6fb0"])
    ground, ink = (
        (r.style(["#141414", "#1b1f24"], ["#252a33"]), "#f2f2f2")
        if dark
        else (r.style(["#ffffff", "#f7f7f7", "#f2f6f5"], ["#f6f1ea"]), r.choice(["#222", "#333", "#4a4a4a"]))
    )
    signed = dict(banco_origen=BANK, canal_pago="Bancamiga")
    word = (
        f'<span style="font-size:{r.span(1.4, 2):.2f}em;font-weight:700;'
        f'color:{green}">{s.put(r.choice(["Bancamiga", "bancamiga", "Bancamiga"]), **signed)}</span>'
    )
    logo = (
        f'<div data-row class="c" style="padding:{r.span(10, 22):.0f}px 0">{blob(r, 40, 34, (green, "#f5a623"))} {word}'
        f'<div style="font-size:.75em">Banco Universal</div></div>'
    )
    done = (
        f'<div data-row class="c title">{check_disc(30, green) if r.chance(.5) else ""} '
        f'{r.choice(["Transacción exitosa", "Transacción Exitosa", "Pago Móvil exitoso"])}</div>'
        if r.chance(0.4)
        else ""
    )
    copy = f' {icon("copy", 15, green)}' if r.chance(0.8) else ""
    colon = r.choice([":", ":", ":", ""])
    top = [
        (r.choice(["NUMERO DE REFERENCIA", "NUMERO DE REFERENCIA", "NÚMERO DE REFERENCIA"]), s.reference(r.digits(12)) + copy),
        ("MONTO DE LA OPERACIÓN", "Bs. " + s.put(money(p.cents), monto=amount(p.cents))),
    ]
    short = s.put(date_of(p.when, "d/m/y"), fecha_operacion=date_of(p.when))
    time = s.put(clock(p.when, r.choice(["am", "am", "AM"])), hora_operacion=hour_field(p.when))
    # Labels that only this app uses; they identify it like the logo.
    rows = [
        (
            s.put(r.choice(["CI /RIF BENEFICIARIO", "CI /RIF BENEFICIARIO", "CI/RIF BENEFICIARIO"]), **signed),
            s.document(f"{p.id_letter}-{p.id_digits}", p),
        ),
        (s.put("TELF BENEFICIARIO", **signed), s.phone(p.phone, p.phone)),
        ("BANCO", s.put(p.bank.short, banco_destino=p.bank.output)),
        ("FECHA", f"{short} {time}"),
    ]
    if r.chance(0.85):
        rows.append(("CONCEPTO", s.concept(p.concept)))
    row = '<div data-row class="row {}"><div class="l">{}' + colon + '</div><div class="v">{}</div></div>'
    body = "".join(row.format("c big", a, b) for a, b in top) + "".join(row.format("", a, b) for a, b in rows)
    css = (
        f"#sheet{{font-family:{font(r, LIKELY)};font-size:{width / 360 * r.span(12, 15.5):.1f}px;background:{ground};color:{ink}}}"
        f".row{{padding:{r.span(3, 9):.0f}px {r.span(5, 9):.1f}%;"
        f"{r.style(['', '', 'border-bottom:1px solid rgba(128,128,128,.2);'])}}}"
        f".l{{font-weight:{r.choice([400, 600, 700])};font-size:{r.span(.82, 1):.2f}em;opacity:{r.span(.65, 1):.2f};"
        f"{r.choice(['', f'color:{green};'])}}}"
        f".v{{font-weight:{r.choice([400, 500, 700])};margin-top:{r.span(1, 5):.0f}px}}"
        f".big .v{{font-size:{r.span(1.1, 1.5):.2f}em;font-weight:{r.choice([500, 700])}}}"
        f".title{{font-size:1.2em;font-weight:600;padding:6px}}"
    )
    foot = (
        buttons(r, r.sample(["Compartir", "Finalizar", "Volver al inicio", "Guardar contacto"], r.randint(1, 2)), green)
        if full
        else ""
    )
    head = (
        status_bar(r, ink, ground, p.when)
        + (app_bar(r, r.choice(["Pago Móvil", "Comprobante", ""]), ink, ground) if r.chance(0.4) else "")
        if full
        else ""
    )
    end = system_buttons(r, ink, ground) if full else ""
    pad = r.span(0, 40)
    return s.finish(
        f'{head}<div data-clip style="flex:1;overflow:hidden;padding-bottom:{pad:.0f}px">{logo}{done}{body}{foot}</div>{end}', css
    )
