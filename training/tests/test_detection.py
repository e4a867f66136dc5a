"""Targets, post-processing and measures of the detector."""

import unittest

import numpy as np

from ocr import boxes, pages
from reference import detection, metrics

EXACT = detection.SHRINK / (1 - 2 * detection.SHRINK)


def found_from(targets, size):
    logits = np.where(targets > 0, 8.0, -8.0).astype(np.float32)
    return detection.boxes_of(logits, size, size, 0.5, 0.5, EXACT, 3)


class PostProcessing(unittest.TestCase):
    def test_undoes_the_shrinking_of_targets(self):
        truth = [[20, 30, 120, 50], [130, 30, 200, 50], [20, 100, 60, 140], [100, 200, 106, 216]]
        inside, _ = boxes.targets(boxes.quads_of(truth), 256, 256)
        found = found_from(inside, (256, 256))
        self.assertEqual(len(truth), len(found))
        self.assertEqual(len(truth), len(metrics.match(truth, found, 0.6)))

    def test_separates_words_with_a_blank_between(self):
        inside, _ = boxes.targets(boxes.quads_of([[10, 10, 60, 22], [63, 10, 110, 22]]), 128, 64)
        self.assertEqual(2, len(found_from(inside, (128, 64))))

    def test_returns_pixels_of_the_original_page(self):
        inside, _ = boxes.targets(boxes.quads_of([[20, 30, 120, 50]]), 256, 256)
        logits = np.where(inside > 0, 8.0, -8.0).astype(np.float32)
        (box,) = detection.boxes_of(logits, (512, 512), (256, 256), 0.5, 0.5, EXACT, 3)
        self.assertGreater(metrics.overlaps([[40, 60, 240, 100]], [box])[0, 0], 0.8)

    def test_ignores_text_in_the_padding(self):
        logits = np.full((32, 32), -8.0, np.float32)
        logits[20:24, 20:30] = 8
        self.assertEqual([], detection.boxes_of(logits, (30, 30), (30, 30), 0.5, 0.5, EXACT, 3))

    def test_drops_faint_and_tiny_components(self):
        logits = np.full((32, 32), -8.0, np.float32)
        logits[4, 4:6] = 8
        self.assertEqual([], detection.boxes_of(logits, (64, 64), (64, 64), 0.5, 0.5, EXACT, 5))
        logits[10:16, 4:20] = 0.2
        self.assertEqual([], detection.boxes_of(logits, (64, 64), (64, 64), 0.5, 0.7, EXACT, 5))


class Input(unittest.TestCase):
    def test_is_padded_to_the_stride_with_zero(self):
        values = detection.to_input(np.full((33, 40), 255, np.uint8))
        self.assertEqual((1, 1, 64, 64), values.shape)
        self.assertEqual((1.0, 0.0, 0.0), (values[0, 0, 32, 39], values[0, 0, 33, 0], values[0, 0, 0, 40]))

    def test_is_scaled_to_the_width_but_no_side_longer_than_the_limit(self):
        self.assertEqual((480, 960), detection.scaled_size(1080, 2160, 480, 1600))
        self.assertEqual((160, 1600), detection.scaled_size(100, 1000, 480, 1600))


class LineBoxes(unittest.TestCase):
    def test_are_one_em_high_whatever_the_letters(self):
        for text, ink in (("OSO", (0, 29, 90, 100)), ("oso", (0, 47, 90, 100)), ("agua", (0, 47, 90, 121)), ("Ñ", (0, 7, 60, 100))):
            _, top, _, bottom = boxes.line_box(text, ink)
            self.assertAlmostEqual(22, top, delta=3)
            self.assertAlmostEqual(122, bottom, delta=3)


class Pages(unittest.TestCase):
    def test_have_words_inside(self):
        try:
            image, words = pages.page()
        except FileNotFoundError as error:
            self.skipTest(str(error))
        self.assertEqual(np.uint8, image.dtype)
        self.assertTrue(words)


class Measures(unittest.TestCase):
    def test_match_uses_each_box_once(self):
        self.assertEqual([(0, 0)], metrics.match([[0, 0, 10, 10]], [[0, 0, 10, 10], [0, 0, 10, 9]]))

    def test_a_box_covers_another_that_is_mostly_inside(self):
        self.assertTrue(metrics.covers([0, 0, 200, 20], [100, 2, 190, 22]))
        self.assertFalse(metrics.covers([0, 0, 120, 20], [100, 0, 190, 20]))
        self.assertFalse(metrics.covers([0, 0, 10, 10], [20, 20, 30, 30]))

    def test_distance_is_the_levenshtein_distance(self):
        self.assertEqual([0, 1, 4], [metrics.distance("1234", other) for other in ("1234", "124", "5")])

    def test_values_are_found_in_the_forms_receipts_print(self):
        for field, value, line in (
            ("monto", "1234.50", "Bs. 1.234,50"), ("fecha_operacion", "01/07/2025", "01-07-25 07:00 pm"), ("hora_operacion", "19:00", "7:00 pm"),
            ("fecha_operacion", "08/06/2026", "8 JUN 2026 - 4:05 PM"),
            ("cedula", "V-12345678", "V - 12.345.678"), ("telefono", "04120000001", "+58 412-0000001"), ("concepto", "dos  panes", "Concepto: dos panes"),
        ):  # fmt: skip
            self.assertTrue(metrics.present(field, value, [line]), (field, value, line))
        self.assertFalse(metrics.present("referencia", "000123", ["00123"]))


if __name__ == "__main__":
    unittest.main()
