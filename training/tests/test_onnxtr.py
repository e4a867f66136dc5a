"""OnnxTR's pre- and post-processing, and docTR's networks under its contract."""

import hashlib
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import torch

from onnxtr import export, networks, pages
from reference import onnxtr as reference


class Steps(unittest.TestCase):
    def test_the_vocabulary_is_docTRs_french(self):
        self.assertEqual(126, len(reference.FRENCH))
        self.assertEqual("2ba2a5f8", hashlib.sha256(reference.FRENCH.encode()).hexdigest()[:8])

    def test_the_closed_form_of_unclip_is_clippers(self):
        rng = np.random.default_rng(1)
        for _ in range(500):
            box = [int(value) for value in rng.integers([0, 0, 3, 3], [900, 900, 500, 120])]
            self.assertEqual(reference.unclip_by_clipper(*box), reference.unclip(*box))

    def test_readings_of_pieces_join_to_the_whole(self):
        self.assertEqual("abcdefghijk", reference.merge_all(["abcdX", "XdefX", "XefghX", "Xijk"], 0.5))

    def test_removing_the_padding_restores_the_boxes(self):
        for width, height in ((300, 700), (700, 300), (512, 512)):
            w, h = reference.fit(width, height, 1024, 1024)
            page = np.array([[(1024 - w) / 2, (1024 - h) / 2, (1024 + w) / 2, (1024 + h) / 2, 1024]]) / 1024
            self.assertLess(np.abs(reference.without_padding(page, width, height)[0, :4] - [0, 0, 1, 1]).max(), 2 / min(w, h))

    def test_finds_every_word_of_a_map(self):
        logits = np.full((64, 96), -6.0)
        for x, y in ((5, 5), (40, 5), (5, 30)):
            logits[y : y + 8, x : x + 25] = 6
        logits[50:52, 5:30] = 6  # two rows: an opening leaves nothing
        self.assertEqual(3, len(reference.boxes_of(logits)))


class Networks(unittest.TestCase):
    def test_have_docTRs_sizes(self):
        for arch, millions in (("db_mobilenet_v3_large", 4.0), ("crnn_mobilenet_v3_small", 2.1), ("crnn_vgg16_bn", 15.8)):
            weights = sum(parameter.numel() for parameter in getattr(networks, arch)().parameters())
            self.assertAlmostEqual(millions, weights / 1e6, delta=0.05)

    def test_keep_the_contract_at_any_width(self):
        for scale in (0.1, 1.0):
            crops = torch.zeros(2, 3, 32, 128)
            self.assertEqual((2, 32, 127), networks.crnn_mobilenet_v3_small(scale).eval()(crops).shape)
            self.assertEqual((2, 32, 127), networks.crnn_vgg16_bn(scale).eval()(crops).shape)
            self.assertEqual((1, 1, 64, 96), networks.db_mobilenet_v3_large(scale).eval()(torch.zeros(1, 3, 64, 96)).shape)

    def test_are_exported_as_docTR_exports(self):
        with tempfile.TemporaryDirectory() as folder:
            network = networks.crnn_mobilenet_v3_small(0.1, units=8).eval()
            path = export.export(network, torch.zeros(2, 3, 32, 128), Path(folder), "crnn_mobilenet_v3_small")
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            graph = onnx.load(str(path)).graph
        self.assertEqual(f"crnn_mobilenet_v3_small-{digest[:8]}.onnx", path.name)
        self.assertEqual((["input"], ["logits"]), ([value.name for value in graph.input], [value.name for value in graph.output]))
        sizes = [size.dim_param or size.dim_value for size in graph.input[0].type.tensor_type.shape.dim]
        self.assertEqual(["batch_size", 3, 32, 128], sizes)


class Reader(unittest.TestCase):
    def test_reads_words_at_their_places(self):
        image = pages.wide()
        reader = reference.Reader(lambda values: (values[:, 2:] - values[:, :1]) * 8 - 3, lambda values: np.zeros((len(values), 32, 127)))
        words = reader.words(np.asarray(image))
        self.assertGreater(len(words), 4)
        for word in words:
            left, top, right, bottom = word["box"]
            self.assertTrue(0 <= left < right <= image.width and 0 <= top < bottom <= image.height)


if __name__ == "__main__":
    unittest.main()
