"""The int8 form of the networks."""

import unittest

import numpy as np
import onnx
from onnx import numpy_helper

import quantize
from ocr.config import ROOT


class BoundedWeights(unittest.TestCase):
    def test_the_pairs_of_the_shipped_pack_are_bounded(self):
        for name in ("detector", "recognizer", "recognizer-fast"):
            graph = onnx.load(str(ROOT / "models" / "compact" / f"{name}.onnx")).graph
            weights = [numpy_helper.to_array(tensor) for tensor in graph.initializer if tensor.name.endswith("_weight_int")]
            self.assertGreater(len(weights), 5)
            self.assertLessEqual(max(quantize.pair_sums(weight.astype(int)).max() for weight in weights), quantize.PAIR_LIMIT)

    def test_weights_within_the_bound_are_only_rounded(self):
        weight = np.array([[[[0.5]], [[-0.5]], [[1.0]], [[0.0]]]])
        whole, scale = quantize.narrowed(weight, np.array([1 / 127]))
        np.testing.assert_array_equal(whole.flatten(), [64, -64, 127, 0])
        np.testing.assert_allclose(scale, [1 / 127])

    def test_random_weights_are_bounded_with_less_error_than_seven_bits(self):
        weight = np.random.default_rng(1).normal(size=(16, 32, 3, 3))
        scale = np.abs(weight).reshape(16, -1).max(1) / 127
        whole, wider = quantize.narrowed(weight, scale)
        self.assertLessEqual(quantize.pair_sums(whole.astype(int)).max(), quantize.PAIR_LIMIT)
        shape = (-1, 1, 1, 1)
        seven = np.round(weight / (2 * scale).reshape(shape)) * (2 * scale).reshape(shape)
        self.assertLess(((whole * wider.reshape(shape) - weight) ** 2).sum(), 0.7 * ((seven - weight) ** 2).sum())

    def test_a_large_pair_is_reduced_on_both_signs(self):
        pairs = np.array([[[127], [100]], [[-127], [-100]]])
        np.testing.assert_array_equal(np.abs(quantize.bounded(pairs)).sum(1).flatten(), [128, 128])


if __name__ == "__main__":
    unittest.main()
