"""The set `other`: all kinds in turn, so that every run contains each of them."""
import cv2
import numpy as np

from ...make import photograph
from ...sheet import font, scale, screen
from ...truth import transform
from ..html import Look
from ..shot import Shot
from . import apps, money, painted, talk

SCREENS = (
    talk.chat, money.home, apps.notes, talk.payment_talk, apps.shop, money.tickets, apps.news, money.spreadsheet, apps.weather, talk.contacts,
    apps.code, money.history, apps.settings,
)  # fmt: skip
PICTURES = (painted.selfie, painted.landscape, painted.blank)


def draw(browser, r, index):
    kind = (*SCREENS, *PICTURES)[index % (len(SCREENS) + len(PICTURES))]
    if kind in PICTURES:
        width = r.choice((480, 720, 900))
        noise = np.random.default_rng(r.getrandbits(63))
        image = kind(r, noise, width, int(width * r.uniform(0.75, 1.9)))
        page = {"layout": f"other-{kind.__name__}", "claims": [], "rows": [], "lost": [], "words": [], "size": [image.shape[1], image.shape[0]]}
        return Shot(image, page, quality=r.randint(60, 90))
    r.system_font = font(r)
    width, height = screen(r)
    image, page = photograph(browser, kind(r, Look(r), width, height), min(1.8, scale(r, width)))
    return Shot(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), transform(page, [0, 0, *page["size"]], 1), quality=r.randint(55, 90))
