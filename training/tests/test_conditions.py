"""python3 -m unittest, from training/. Draws two pictures of every condition; needs Chromium and the fonts."""
import io
import unittest

import numpy as np
from PIL import Image, ImageOps

from receipts.browser import Browser
from receipts.conditions.bands import draw_pair, luma
from receipts.conditions.catalogue import NAMES, draw
from receipts.draw import Draw


class Conditions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with Browser() as browser:
            cls.shots = {name: [shot for shot in (draw(browser, name, 5, index) for index in (0, 1)) if shot] for name in NAMES}
            cls.again = draw(browser, "photo", 5, 0)

    def test_the_same_seed_gives_the_same_picture(self):
        """Compares to one gray level: the rounding of OpenCV's warps and blurs depends on the memory alignment of rows."""
        first, again = (shot.image.astype(np.int16) for shot in (self.shots["photo"][0], self.again))
        self.assertEqual(first.shape, again.shape)
        self.assertLessEqual(np.abs(first - again).max(), 1)
        self.assertEqual(self.shots["photo"][0].truth(), self.again.truth())

    def test_boxes_are_pixels_of_the_upright_image(self):
        for name, shots in self.shots.items():
            for shot in (shot for shot in shots if shot.boxes):
                upright = ImageOps.exif_transpose(Image.open(io.BytesIO(shot.encode())))
                for word in shot.truth()["words"]:
                    x0, y0, x1, y1 = word["box"]
                    self.assertTrue(-1 < x0 < x1 <= upright.width + 1 and -1 < y0 < y1 <= upright.height + 1, (name, word))

    def test_only_pictures_that_are_not_receipts_have_no_field(self):
        for name, shots in self.shots.items():
            for shot in shots:
                self.assertEqual(any(shot.truth()["fields"].values()), name != "other" and shot.state == "realizado", name)

    def test_long_pages_are_at_least_four_times_as_high_as_wide(self):
        for shot in self.shots["long"]:
            self.assertGreaterEqual(shot.image.shape[0], 3.9 * shot.image.shape[1])

    def test_thresholded_pictures_have_two_values(self):
        for shot in self.shots["threshold"]:
            self.assertLessEqual(len(np.unique(shot.image)), 2)

    def test_pairs_of_equal_luminance_differ_in_color(self):
        for index in range(20):
            ground, ink = draw_pair(Draw("heldout", "pair", index), 3, 25, 120)
            self.assertLess(abs(luma(ground) - luma(ink)), 25.1)
            self.assertGreaterEqual(max(abs(a - b) for a, b in zip(ground, ink)), 120)


if __name__ == "__main__":
    unittest.main()
