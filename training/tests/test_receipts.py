"""python3 -m unittest, from training/. Renders a few pages; needs Chromium and the fonts (python3 -m receipts.fonts)."""
import datetime as dt
import json
import random
import re
import unittest
import unicodedata
from pathlib import Path

import cv2
import numpy as np

from receipts import catalogue, vocabulary
from receipts.browser import Browser
from receipts.degrade import cut_away, whatsapp
from receipts.draw import Draw
from receipts.fonts import families
from receipts.make import make_page
from receipts.payment import clock, money
from receipts.sheet import FIELDS, NAME, font
from receipts.truth import cut, entry, fields, transform

ASSETS = Path(__file__).resolve().parents[2] / "tests/assets/receipts"
PRINTED = ("referencia", "cuenta_origen", "cuenta_destino", "concepto", NAME)


def plain(text):
    """Letters and digits only: a value independent of punctuation, wrapping and spacing."""
    flat = unicodedata.normalize("NFD", text.upper())
    return "".join(c for c in flat if c.isalnum())


class Pages(unittest.TestCase):
    """One page of every layout and split, rendered once."""

    @classmethod
    def setUpClass(cls):
        cls.pages = []
        with Browser() as browser:
            for number, (layout, _) in enumerate(catalogue.LAYOUTS):
                for split in ("train", "heldout"):
                    cls.pages.append(make_page(browser, split, 7, number, layout))
            cls.twice = [make_page(browser, "train", 3, 1), make_page(browser, "train", 3, 1)]

    def test_the_words_contain_every_value_that_is_printed_unchanged(self):
        for _, page in self.pages:
            said, found = plain("".join(w["text"] for w in page["words"])), fields(page)
            for key in PRINTED:
                self.assertIn(plain(found[key]), said, (page["layout"], key))

    def test_the_words_contain_the_digits_of_ids_phones_and_amounts(self):
        for _, page in self.pages:
            said, found = re.sub(r"\D", "", "".join(w["text"] for w in page["words"])), fields(page)
            for key in ("cedula", "telefono", "monto"):
                self.assertIn(re.sub(r"\D", "", found[key])[-3:], said, (page["layout"], key))

    def test_every_box_is_inside_its_image_and_has_an_area(self):
        for image, page in self.pages:
            self.assertEqual(page["size"], [image.shape[1], image.shape[0]])
            for word in page["words"]:
                x0, y0, x1, y1 = word["box"]
                self.assertTrue(-0.51 <= x0 < x1 <= image.shape[1] + 0.51 and -0.51 <= y0 < y1 <= image.shape[0] + 0.51, word)

    def test_every_word_has_ink_in_its_box(self):
        for image, page in self.pages:
            for word in page["words"]:
                x0, y0, x1, y1 = (round(v) for v in word["box"])
                patch = image[y0:y1, x0:x1].astype(int)
                self.assertGreater(np.ptp(patch), 12, (page["layout"], word["text"]))

    def test_no_two_words_overlap(self):
        for _, page in self.pages:
            boxes = [w["box"] for w in page["words"]]
            for i, a in enumerate(boxes):
                for b in boxes[i + 1 :]:
                    shared = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
                    small = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
                    self.assertLess(shared, 0.3 * small, page["layout"])

    def test_the_same_seed_gives_the_same_page(self):
        (first, about), (second, again) = self.twice
        self.assertTrue(np.array_equal(first, second))
        self.assertEqual(entry(about), entry(again))

    def test_degrading_twice_with_one_seed_gives_the_same_bytes(self):
        image, page = self.pages[0]
        self.assertEqual(whatsapp(image, page, random.Random(5))[0], whatsapp(image, page, random.Random(5))[0])

    def test_boxes_still_contain_the_ink_after_degrading(self):
        for n, (image, page) in enumerate(self.pages):
            data, degraded = whatsapp(image, page, random.Random(n))
            picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
            self.assertEqual(degraded["size"], [picture.shape[1], picture.shape[0]])
            inked = [
                np.ptp(picture[int(y0) : int(y1) + 1, int(x0) : int(x1) + 1].astype(int)) > 10
                for x0, y0, x1, y1 in (w["box"] for w in degraded["words"])
            ]
            self.assertGreater(np.mean(inked), 0.97, page["layout"])

    def test_a_crop_removes_the_fields_of_the_removed_words(self):
        for n, (image, page) in enumerate(self.pages):
            _, cropped = cut_away(image, page, random.Random(n))
            before, after = fields(page), fields(cropped)
            said = plain("".join(w["text"] for w in cropped["words"]))
            for key in PRINTED:
                self.assertIn(after[key], ("", before[key]))
                self.assertIn(plain(after[key]), said)

    def test_without_its_band_a_provincial_receipt_names_no_payer(self):
        image, page = next(p for p in self.pages if p[1]["layout"].startswith("provincial"))
        band = max(w["box"][3] for w in page["words"] if w["text"] in ("Provincial", "Rápido"))
        found = fields(transform(page, [0, band + 1, image.shape[1], image.shape[0]], 1))
        self.assertEqual(("", "Pago Móvil", ""), (found["banco_origen"], found["tipo_transaccion"], found["canal_pago"]))

    def test_without_its_header_a_bdv_receipt_still_names_its_bank(self):
        image, page = next(p for p in self.pages if p[1]["layout"].startswith("bdv-pagomovil"))
        title = max(w["box"][3] for w in page["words"] if w["text"] == "PagomóvilBDV")
        found = fields(transform(page, [0, title + 1, image.shape[1], image.shape[0]], 1))
        self.assertEqual("BANCO DE VENEZUELA", found["banco_origen"])


class Frozen(unittest.TestCase):
    """tests/assets/receipts, on which all later measurements rely."""

    def test_its_truth_lists_exactly_its_pictures(self):
        truth = json.loads((ASSETS / "truth.json").read_text())
        self.assertEqual(sorted(truth), sorted(p.name for p in ASSETS.glob("*.jpg")))
        for file, said in truth.items():
            height, width = cv2.imread(str(ASSETS / file)).shape[:2]
            self.assertEqual(set(said["fields"]), set(FIELDS))
            for word in said["words"]:
                x0, y0, x1, y1 = word["box"]
                self.assertTrue(-1 <= x0 < x1 <= width + 1 and -1 <= y0 < y1 <= height + 1, (file, word))

    def test_its_fields_are_printed_on_its_pictures(self):
        for file, said in json.loads((ASSETS / "truth.json").read_text()).items():
            words = plain("".join(w["text"] for w in said["words"]))
            for key in set(PRINTED) - {NAME}:
                self.assertIn(plain(said["fields"][key]), words, (file, key))


class Splits(unittest.TestCase):
    def test_held_out_fonts_are_never_drawn_for_training(self):
        splits = [set(families(split)) for split in ("train", "calibration", "heldout")]
        self.assertEqual(sum(map(len, splits)), len(set.union(*splits)))
        for split in ("train", "val"):
            drawn = " ".join(font(Draw(split, n)) for n in range(500))
            self.assertFalse([f for f in families("heldout") if f"'{f}'" in drawn])

    def test_held_out_words_are_never_drawn_for_training(self):
        for options in (vocabulary.FIRST_NAMES, vocabulary.LAST_NAMES, vocabulary.CONCEPTS):
            train = {Draw("train", n).word(options) for n in range(2000)}
            self.assertFalse(train & {Draw("heldout", n).word(options) for n in range(2000)})


class Parts(unittest.TestCase):
    def test_a_word_that_lost_more_than_two_fifths_is_gone(self):
        self.assertIsNone(cut([0, 0, 100, 10], [0, 5, 100, 100]))
        self.assertEqual(cut([0, 0, 100, 10], [0, 3, 100, 100]), [0, 3, 100, 10])

    def test_a_word_that_lost_a_character_is_gone(self):
        self.assertIsNone(cut([0, 0, 100, 10], [4, 0, 100, 100]))
        self.assertIsNone(cut([0, 0, 100, 10], [0, 0, 95, 100]))
        self.assertEqual(cut([0, 0, 100, 10], [2, 0, 100, 100]), [2, 0, 100, 10])

    def test_amounts_and_times_print_as_receipts_do(self):
        self.assertEqual(
            [money(123456, s) for s in ("es", "plain", "us", "bare")], ["1.234,56", "1234,56", "1,234.56", "1234.56"]
        )

        when = dt.datetime(2025, 7, 1, 18, 5, 9)
        self.assertEqual(
            [clock(when), clock(when, "AM"), clock(when, "a. m.", True, False)], ["18:05", "06:05 PM", "6:05:09 p. m."]
        )


if __name__ == "__main__":
    unittest.main()
