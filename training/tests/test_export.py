import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

import export
import quantize
from ocr import networks
from reference import graph


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.manual_seed(3)
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)

    def exported(self, name):
        """(network, path of its float graph, an input)"""
        model = networks.BY_NAME[name]().eval()
        for tensor in (*model.parameters(), *model.buffers()):  # as after training: no two are equal
            if tensor.dim() == 1 and tensor.is_floating_point():
                tensor.data.add_(torch.rand_like(tensor) * 0.1)
        shape, axes_in, axes_out = export.SHAPES[name]
        path = Path(self.scratch.name) / f"{name}.onnx"
        export.export(model, torch.zeros(shape), path, axes_in, axes_out)
        return model, path, np.random.default_rng(5).normal(size=shape).astype(np.float32)

    def test_have_the_outputs_of_the_networks_at_another_size_too(self):
        for name in networks.BY_NAME:
            model, path, values = self.exported(name)
            wider = np.concatenate([values, values], 3)
            with torch.no_grad():
                expected = model(torch.from_numpy(wider)).numpy()
            np.testing.assert_allclose(graph.run(graph.load(path), wider), expected, atol=1e-3)

    def test_in_int8_differ_by_little_more_than_rounding(self):
        for name in networks.BY_NAME:
            _, path, values = self.exported(name)
            target = path.with_suffix(".int8.onnx")
            quantize.quantize(path, target, [values])
            exact, rounded = graph.run(graph.load(path), values), graph.run(graph.load(target), values)
            self.assertLess(np.abs(exact - rounded).mean(), 0.05 * exact.std(), name)
            self.assertLess(target.stat().st_size, 0.5 * path.stat().st_size, name)


if __name__ == "__main__":
    unittest.main()
