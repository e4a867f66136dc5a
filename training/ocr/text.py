"""Random strings as receipts print them: number grammars, labels, banks, names, prose, and noise."""

import random
import string

from .config import ALPHABET
from . import vocabulary as words

PREFIXES = ("0412", "0414", "0416", "0422", "0424", "0426")
MONTHS = "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC".split()
MASKS = ("*", "*", "*", "*", "•", "x", "X", ".", "·")


def digits(count):
    if random.random() < 0.15:  # runs such as 1111 or 0100, which CTC tends to shorten
        return "".join(random.choices(random.choices(string.digits + "111", k=2), k=count))
    return "".join(random.choices(string.digits, k=count))


def reference():
    length = random.choices(range(4, 21), weights=[1, 2, 3, 2, 4, 5, 4, 5, 9, 3, 2, 2, 1, 1, 2, 2, 2])[0]
    zeros = random.choice((0, 0, 0, 1, 2, 2, 3, 5, 7))
    return ("0" * zeros + digits(length))[:length]


def mask(low=2, high=6):
    return random.choice(MASKS) * random.randint(low, high)


def phone():
    prefix, rest = random.choice(PREFIXES), digits(7)
    style = random.randrange(12)
    if style < 4:
        return prefix + rest
    if style < 6:
        return f"{prefix}-{rest}"
    if style == 6:
        return random.choice((f"{prefix} {rest}", f"{prefix}-{rest[:3]}-{rest[3:]}", f"{prefix}-{rest[:3]}.{rest[3:5]}.{rest[5:]}", f"({prefix}) {rest}"))
    if style == 7:
        return random.choice(("+58", "58", "+58 ", "0058")) + prefix[1:] + random.choice(("", "-", " ")) + rest
    if style == 8:
        return f"04{mask(2, 2)}-{mask(3, 3)}{rest[:4]}"
    if style == 9:
        return f"{prefix} - {'.' * 4}{rest[:3]}"
    return random.choice((prefix + mask(3, 5) + rest[: random.randint(2, 4)], f"{prefix} {mask(3, 3)} {rest[:3]}", f"04{mask(3, 5)}{rest[:4]}"))


def account():
    code = f"0{random.randint(100, 192)}"
    style = random.randrange(9)
    if style < 4:
        return code + mask(3, 5) + digits(random.choice((4, 4, 4, 5, 6)))
    if style == 4:
        return mask(2, 5) + digits(random.choice((3, 4, 4)))
    if style == 5:
        return code + digits(16)
    if style < 8:
        return random.choice((code, code, "")) + mask(6, 16) + digits(4)
    return random.choice((f"{code}-{digits(4)}-{digits(2)}-{digits(10)}", code + mask(4, 12), f"{code} {mask(4, 4)} {mask(4, 4)} {digits(4)}"))


def grouped(number, separator="."):
    return f"{number:,}".replace(",", separator)


def identity():
    letter = random.choice("VVVVVEJGPCR")
    number = random.randint(10**5, 10 ** random.choice((7, 8, 8, 9)))
    plain, dotted = str(number), grouped(number)
    if random.random() < 0.1:
        return plain
    if letter in "JGPC" and random.random() < 0.7:
        return f"{letter}{random.choice(('-', '', '- '))}{number:08d}{random.choice(('-', ''))}{random.randint(0, 9)}"
    body = random.choice((plain, plain, dotted))
    return letter + random.choice(("-", "-", "", " - ", ":", "- ", " -")) + body


def amount():
    whole, cents = int(10 ** random.uniform(0, 7)), random.choice((random.randint(0, 99), 0, 50))
    style = random.randrange(10)
    if style < 6:
        value = f"{grouped(whole)},{cents:02d}"
    elif style < 7:
        value = f"{whole},{cents:02d}"
    elif style < 9:
        value = f"{grouped(whole, ',')}.{cents:02d}"
    else:
        value = random.choice((f"{whole}", f"{whole}.{cents // 10}", grouped(whole)))
    unit = random.choice(("Bs", "Bs.", "Bs", "Bs.", "BS", "Bs.S", "Bs.D", "BsD", "VES", "VED", "$", "USD", "USDT", "€"))
    style = random.randrange(8)
    if style < 3:
        return value
    if style < 5:
        return f"{value} {unit}"
    if unit == "$":
        return random.choice(("", "-", "- ", "+")) + unit + value
    return unit + random.choice(("", " ")) + value


def date():
    day, month, year = random.randint(1, 31), random.randint(1, 12), random.randint(2019, 2029)
    style = random.randrange(12)
    if style < 6:
        return f"{day:02d}/{month:02d}/{year}"
    if style < 8:
        return f"{day:02d}{random.choice('/-')}{month:02d}{random.choice('/-')}{year % 100:02d}"
    if style == 8:
        return f"{day:02d}-{month:02d}-{year}"
    if style == 9:
        return f"{year}{random.choice('-/')}{month:02d}{random.choice('-/')}{day:02d}"
    name = random.choice(MONTHS)
    name = random.choice((name, name.lower(), name.capitalize(), name.lower() + "."))
    return random.choice((f"{day} {name} {year}", f"{day:02d} de {name} de {year}", f"{day}/{month}/{year}", f"{day:02d}-{name}-{year}"))


def time():
    hour, minute, second = random.randint(0, 23), random.randint(0, 59), random.randint(0, 59)
    style = random.randrange(8)
    if style < 2:
        return f"{hour:02d}:{minute:02d}"
    if style < 4:
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    half = random.choice(("am", "pm", "AM", "PM", "a.m.", "p.m.", "p.m", "a. m.", "p. m.", "a.m"))
    body = f"{hour % 12 or 12}:{minute:02d}" if style < 6 else f"{hour % 12 or 12:02d}:{minute:02d}:{second:02d}"
    body = body.zfill(5) if random.random() < 0.5 else body
    return body + random.choice(("", " ", " ")) + half


def noise():
    length = random.randint(1, 12)
    kind = random.randrange(6)
    if kind == 0:
        return "".join(random.choices(ALPHABET[1:], k=length))
    if kind == 1:
        return "".join(random.choices(string.ascii_letters + "áéíóúñÁÉÍÓÚÑ", k=length))
    if kind == 2:
        return "".join(random.choices(string.ascii_uppercase + string.digits, k=length))
    if kind == 3:
        return "".join(random.choices(string.digits + ".,:-/*%$#", k=length))
    if kind == 4:
        return random.choice(("1", "l", "I", "0", "O", "o", "5", "S", "8", "B", "2", "Z", "-", "–", "*", "•", ":", ".", "|", ",")) * random.randint(1, 4)
    return random.choice(string.ascii_letters + string.digits + string.punctuation + "ñÑáéíóú¡¿°º…–•€")


def name():
    text = " ".join(random.choices(words.NAMES, k=random.randint(1, 3)))
    return random.choice((text, text.upper(), text.lower(), unaccented(text).upper()))


def unaccented(text):
    return text.translate(str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN"))


def bank():
    text = random.choice(words.BANKS)
    code = f"0{random.randint(100, 192)}"
    return random.choice((text, text, text, f"{code} - {text}", f"{code} -", f"{text} - {code}", code, text.upper(), text.title()))


def concept():
    kind = random.randrange(4)
    if kind == 0:
        return " ".join(digits(random.choice((1, 2, 2, 2, 3))) for _ in range(random.randint(1, 5)))
    if kind == 1:
        return f"{digits(random.randint(1, 4))} {random.choice(words.CONCEPTS + words.NAMES)}"
    return cased(random.choice(words.CONCEPTS))


def prose():
    text = " ".join(random.choices(words.SPANISH, k=random.choice((1, 1, 1, 2, 3))))
    text += random.choice(("", "", "", ".", ",", ":", ";", ")"))
    return cased(random.choice(("", "", "", "", "¡", "¿", "(", '"', "+")) + text)


def cased(text):
    return random.choice((text, text, text.upper(), text.capitalize(), text.title()))


def initial():
    """A word whose first letter differs from its capital only in size."""
    text = random.choice([word for word in words.SPANISH + words.CONCEPTS if word[0] in "cosuvwxzCOSUVWXZ"])
    return random.choice((text.lower(), text.lower(), text.capitalize()))


def address():
    first, second = (unaccented(name).lower() for name in random.choices(words.NAMES, k=2))
    user = first + random.choice(("", ".", "_", "_" + second, "." + second, second)) + digits(random.randint(0, 3))
    user = user.capitalize() if random.random() < 0.2 else user
    mail = f"{user}@{random.choice(words.DOMAINS)}"
    return random.choice((mail, mail, f"www.{unaccented(random.choice(words.SPANISH)).lower()}.com", f"@{user}", f"{random.randint(1, 100)}%"))


def label():
    return cased(random.choice(words.LABELS)) if random.random() < 0.3 else random.choice(words.LABELS)


def chrome():
    return cased(random.choice(words.CHROME)) if random.random() < 0.2 else random.choice(words.CHROME)


GRAMMARS = (
    (reference, 16), (phone, 9), (account, 8), (identity, 8), (amount, 12), (date, 7), (time, 6), (label, 12), (chrome, 5),
    (bank, 7), (name, 6), (concept, 4), (prose, 10), (noise, 7), (address, 2), (initial, 6),
)  # fmt: skip
FUNCTIONS, WEIGHTS = zip(*GRAMMARS)


def sample(longest=44):
    """A string of 1 to `longest` characters: mostly one word, sometimes up to four with the blanks between them."""
    text = " ".join(random.choices(FUNCTIONS, WEIGHTS)[0]().split())
    parts = text.split()
    if len(parts) > 1 and random.random() < 0.55:
        count = 1 if random.random() < 0.7 else random.randint(2, 4)
        first = random.randint(0, max(0, len(parts) - count))
        text = " ".join(parts[first : first + count])
    elif len(parts) == 1 and random.random() < 0.12:
        text += " " + random.choices(FUNCTIONS, WEIGHTS)[0]().split()[0]
    return text[:longest].strip() or "0"
