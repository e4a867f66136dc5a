"""Strings, alphabet, crops and CTC: the contract between the recognizer's input and output."""

import random
import unicodedata
import unittest

import numpy as np

from ocr import config, degrade, draw, text
from reference import recognition


class Alphabet(unittest.TestCase):
    def test_is_composed_and_without_repeats(self):
        self.assertEqual(config.ALPHABET, unicodedata.normalize("NFC", config.ALPHABET))
        self.assertEqual(len(config.ALPHABET), len(set(config.ALPHABET)))

    def test_spells_every_generated_string(self):
        random.seed(3)
        for _ in range(3000):
            sample = text.sample()
            self.assertTrue(1 <= len(sample) <= 44)
            config.encode(sample)

    def test_decoding_undoes_encoding(self):
        for word in ("", "0011", "Bs. 1.234,56", "0102****0000", "Ñáñez"):
            classes = [step for index in config.encode(word) for step in (index, config.BLANK)]
            self.assertEqual(word, config.decode(classes))


class Crops(unittest.TestCase):
    def test_have_the_height_of_the_input_and_keep_their_aspect(self):
        for height, width in ((8, 40), (64, 320), (32, 33)):
            self.assertEqual((32, round(width * 32 / height)), degrade.to_height(np.zeros((height, width), np.uint8)).shape)

    def test_that_are_too_wide_are_squeezed(self):
        self.assertEqual((32, config.MAX_WIDTH), degrade.to_height(np.zeros((10, 900), np.uint8)).shape)

    def test_are_cut_with_the_margin_and_inside_the_image(self):
        image = np.zeros((100, 200), np.uint8)
        self.assertEqual((30, 60), degrade.crop(image, (20, 20, 70, 40), 0.25).shape)
        self.assertEqual((25, 35), degrade.crop(image, (0, 0, 30, 20), 0.25).shape)

    def test_are_standardised_over_their_own_pixels_before_padding(self):
        pixels = np.random.default_rng(1).integers(0, 255, (32, 50)).astype(np.uint8)
        values = recognition.to_input([pixels])
        self.assertEqual((1, 1, 32, 64), values.shape)
        self.assertAlmostEqual(0, values[0, 0, :, :50].mean(), places=4)
        self.assertAlmostEqual(1, values[0, 0, :, :50].std(), places=3)
        self.assertFalse(values[0, 0, :, 50:].any())

    def test_without_contrast_stay_flat(self):
        self.assertLess(np.abs(degrade.standardise(np.array([[100, 101]], np.uint8))).max(), 0.1)


class Drawing(unittest.TestCase):
    def test_gives_text_of_the_alphabet_and_signs_that_read_as_nothing(self):
        random.seed(5)
        try:
            words = [draw.word() for _ in range(300)]
        except FileNotFoundError as error:
            self.skipTest(str(error))
        self.assertTrue(any(content == "" for _, _, content in words))
        for image, box, content in words:
            config.encode(content)
            self.assertTrue(0 <= box[0] < box[2] <= image.shape[1] and 0 <= box[1] < box[3] <= image.shape[0])


class Reading(unittest.TestCase):
    def test_collapses_repeats_and_drops_blanks(self):
        steps = [config.encode("a")[0], config.encode("a")[0], config.BLANK, config.encode("a")[0], config.encode("b")[0]]
        logits = np.full((len(steps), config.BLANK + 1), -10.0, np.float32)
        logits[np.arange(len(steps)), steps] = 10
        read, confidence = recognition.read(logits)
        self.assertEqual("aab", read)
        self.assertGreater(confidence, 0.99)

    def test_blanks_only_decode_to_empty_text(self):
        logits = np.zeros((4, config.BLANK + 1), np.float32)
        logits[:, config.BLANK] = 9
        self.assertEqual(("", 0.0), recognition.read(logits))


if __name__ == "__main__":
    unittest.main()
