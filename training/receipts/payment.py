"""One generated payment, and the printed forms of its parts."""
import datetime as dt
from dataclasses import dataclass

from . import vocabulary as v
from .banks import Bank, draw_bank

MONTHS = "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC".split()


@dataclass
class Payment:
    cents: int
    phone: str  # beneficiary's
    id_letter: str
    id_digits: str  # nine for a RIF, the last one is its check digit
    name: str  # beneficiary's, in capitals
    concept: str
    when: dt.datetime
    bank: Bank  # beneficiary's
    phone_origin: str

    @property
    def cedula(self):
        return f"{self.id_letter}-{self.id_digits}"

    @property
    def rif(self):
        """Tax number, only for a document that is one."""
        return f"{self.id_letter}-{self.id_digits[:-1]}-{self.id_digits[-1]}" if self.id_letter in "JGCP" else ""


def draw_payment(r):
    letter = r.choices("VEJG", [92, 3, 4, 1])[0]
    return Payment(
        _cents(r),
        draw_phone(r),
        letter,
        _document(r, letter),
        draw_name(r, letter),
        draw_concept(r),
        _moment(r),
        draw_bank(r),
        draw_phone(r),
    )


def _cents(r):
    whole = int(10 ** r.uniform(1.2, 5.2))
    if r.chance(0.35):
        whole = max(10, round(whole, -1))
    return whole * 100 + (0 if r.chance(0.4) else r.randrange(100))


def draw_phone(r):
    return r.choice(v.PHONE_PREFIXES) + r.digits(7)


def _document(r, letter):
    if letter == "E":
        return str(r.randrange(80_000_000, 85_000_000))
    if letter == "V":
        return str(r.randrange(3_000_000, 34_000_000))
    return str(r.randrange(200_000_000, 509_999_999))


def draw_name(r, letter="V"):
    if letter in "JG":
        return f"{r.word(v.COMPANIES)} {r.word(v.COMPANY_NAMES)}{r.choice([' C.A.', ', C.A.', ' F.P', ''])}"
    firsts = [r.word(v.FIRST_NAMES) for _ in range(r.choice([1, 1, 2]))]
    lasts = [r.word(v.LAST_NAMES) for _ in range(r.choice([1, 1, 2]))]
    return " ".join(firsts + lasts)


def draw_concept(r):
    """Free text of a payer; bare numbers, such as those of tickets and bingo cards, are common."""
    kind = r.random()
    numbers = " ".join(str(r.randrange(100)).zfill(r.choice([1, 1, 2])) for _ in range(r.randint(1, 6)))
    if kind < 0.2:
        return r.choice([" ", " ", ",", "-"]).join(numbers.split()) if r.chance(0.3) else numbers
    if kind < 0.32:
        return f"{r.randrange(100):02d} {r.word(v.NICKNAMES)}"
    if kind < 0.42:
        return f"{r.choice(v.GAMES)} {numbers}"
    if kind < 0.5:
        return draw_name(r).title() if r.chance(0.5) else draw_name(r).lower()
    words = [r.word(v.CONCEPTS) for _ in range(r.choice([1, 1, 1, 2, 3]))]
    text = " ".join(words)
    return text.upper() if r.chance(0.1) else text


def _moment(r):
    start = dt.datetime(2024, 1, 1)
    return start + dt.timedelta(days=r.randrange(1030), seconds=int(r.triangular(0, 86399, 15 * 3600)))


def money(cents, style="es"):
    """es: 1.234,56   plain: 1234,56   us: 1,234.56   bare: 1234.56"""
    text = f"{cents / 100:,.2f}"
    if style == "es":
        return text.translate(str.maketrans(",.", ".,"))
    return {"us": text, "bare": text.replace(",", ""), "plain": text.replace(",", "").replace(".", ",")}[style]


def amount(cents):
    """The amount in the form of `monto`."""
    return f"{cents / 100:.2f}"


def date_of(when, style="d/m/Y"):
    if style == "d MMM Y":
        return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
    return when.strftime(
        {"d/m/Y": "%d/%m/%Y", "d/m/y": "%d/%m/%y", "d-m-Y": "%d-%m-%Y", "Y-m-d": "%Y-%m-%d", "d.m.Y": "%d.%m.%Y"}[style]
    )


def clock(when, suffix=None, seconds=False, pad=True, join=" "):
    """24 h when suffix is None; otherwise 12 h with one of "am" "AM" "a.m." "a. m." "a.m" in that style."""
    tail = when.strftime(":%M:%S" if seconds else ":%M")
    if suffix is None:
        return when.strftime("%H") + tail
    hour = (when.hour % 12) or 12
    mark = suffix if when.hour < 12 else suffix.replace("a", "p").replace("A", "P")
    return f"{hour:02d}{tail}{join}{mark}" if pad else f"{hour}{tail}{join}{mark}"


def hour_field(when, seconds=False):
    return when.strftime("%H:%M:%S" if seconds else "%H:%M")


def dotted(digits):
    """12345678 -> 12.345.678"""
    return f"{int(digits):,}".replace(",", ".")


def phone_print(r, phone, masked=False):
    """A phone in one of the printed forms, with or without a mask."""
    head, tail = phone[:4], phone[4:]
    if masked:
        return r.choice(
            [
                f"{head}****{tail[-3:]}",
                f"{head} - ....{tail[-3:]}",
                f"04**-***{tail[-4:]}",
                f"04****{tail[-4:]}",
                f"{head}***{tail[-2:]}",
                f"{head} *** {tail[-3:]}",
                f"{head}-***{tail[-4:]}",
            ]
        )
    return r.choices(
        [
            phone,
            f"{head}-{tail}",
            f"{head} - {tail}",
            f"{head} {tail}",
            f"{head} {tail[:3]} {tail[3:]}",
            f"{head}-{tail[:3]}-{tail[3:]}",
            f"({head}) {tail}",
        ],
        [10, 6, 2, 2, 1, 1, 1],
    )[0]


def account_print(r, code, stars=None):
    """A masked 20-digit account that shows its bank's code and its last digits."""
    mask = stars or r.choice(["****", "****", "***", "******", "************"])
    return f"{code}{mask}{r.digits(r.choice([4, 4, 4, 5, 6]) if len(mask) < 8 else 4)}"
