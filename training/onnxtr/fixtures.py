"""Writes tests/assets/onnxtr: packs of small graphs, pages, and the results of the reference. python3 -m onnxtr.fixtures"""

import hashlib
import io
import json
import shutil
from pathlib import Path

import numpy as np
import torch

from reference import onnxtr as reference

from . import networks, pages, probes, tables
from .export import OPSET, export, settle

OUT = Path(__file__).resolve().parents[2] / "tests" / "assets" / "onnxtr"
THRESHOLD = float(np.log(0.3 / 0.7))


def runner(network):
    def run(values):
        with torch.no_grad():
            return network(torch.from_numpy(values)).numpy()

    return run


def hashed(path, name):
    return path.rename(path.with_name(f"{name}-{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}.onnx"))


def write(network, shape, folder, name, axes_in, axes_out):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    torch.onnx.export(
        network, torch.zeros(shape), str(path), opset_version=OPSET, input_names=["image"], output_names=["out"],
        dynamic_axes={"image": axes_in, "out": axes_out},
    )  # fmt: skip
    return hashed(path, name)


def packs(detector, recognizer):
    """The same two probes as PyTorch exports them, as TensorFlow does (with one image per run), and with every size free."""
    export(detector, torch.zeros(1, 3, 1024, 1024), OUT / "plain", "db_blue_ink")
    export(recognizer, torch.zeros(2, 3, 32, 128), OUT / "plain", "crnn_strokes")

    last = OUT / "channels-last"
    write(probes.ChannelsLast(detector), (1, 1024, 1024, 3), last, "db_blue_ink", {}, {})
    write(probes.ChannelsLast(recognizer), (1, 32, 128, 3), last, "crnn_strokes", {}, {})

    free = OUT / "free-sizes"
    found = write(detector, (1, 3, 64, 64), free, "db_blue_ink", {0: "n", 2: "h", 3: "w"}, {0: "n", 2: "h", 3: "w"})
    read = write(recognizer, (4, 3, 32, 128), free, "crnn_strokes", {}, {0: "n", 1: "t"})  # four crops per run
    manifest = {"$schema": "../../../models/manifest.schema.json", "kind": "onnxtr", "name": "free",
                "detector": {"file": found.name, "height": 1024, "width": 1024}, "recognizer": {"file": read.name}}  # fmt: skip
    (free / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def thin():
    """docTR's two networks, thinned to a tenth of their width, and some of their logits for two pages."""
    torch.manual_seed(3)
    folder = OUT / "thin"
    folder.mkdir(parents=True)
    everything = pages.all_pages()
    detector = networks.db_mobilenet_v3_large(scale=0.1, head=16)
    page = reference.to_input(np.asarray(everything["portrait"]), 1024, 1024, reference.PAGE_MEAN, reference.PAGE_STD, True)
    settle(detector, torch.from_numpy(page[None]))
    recognizer = networks.crnn_mobilenet_v3_small(scale=0.1, units=16)
    crop = reference.to_input(np.asarray(everything["tiny"]), 128, 32, reference.CROP_MEAN, reference.CROP_STD, False)
    settle(recognizer, torch.from_numpy(np.stack([crop, crop[:, ::-1]])))
    export(detector, torch.zeros(1, 3, 1024, 1024), folder, "db_mobilenet_v3_large")
    export(recognizer, torch.zeros(2, 3, 32, 128), folder, "crnn_mobilenet_v3_small")
    (logits,) = runner(detector)(page[None])
    (steps,) = runner(recognizer)(crop[None])
    samples = np.random.default_rng(4).integers(0, logits.size, 200)
    return {
        "detector": {"page": "portrait", "at": samples.tolist(), "logits": rounded(logits.ravel()[samples])},
        "recognizer": {"page": "tiny", "logits": rounded(steps.ravel())},
    }


def rounded(values, digits=5):
    return [round(float(value), digits) for value in values]


def decided(network):
    """Checks that the recognizer's classes are unambiguous, because another runtime rounds differently."""

    def run(values):
        logits = network(values)
        highest = np.partition(logits, -2, axis=-1)[..., -2:]
        assert (highest[..., 1] - highest[..., 0]).min() > 1e-3, "two classes are as good as equal: choose another seed"
        return logits

    return run


def expected(reader, image):
    pixels = reference.decode(png(image))
    boxes = reader.boxes(pixels)
    words = reader.words(pixels)
    logits = reader.detector(reference.to_input(pixels, 1024, 1024, reference.PAGE_MEAN, reference.PAGE_STD, True)[None])
    assert np.abs(logits - THRESHOLD).min() > 1e-4, "a pixel is at the threshold: another runtime may classify it differently"
    return {
        "boxes": sorted(rounded(box, 7) for box in boxes),
        "words": sorted((word | {"confidence": round(word["confidence"], 5)} for word in words), key=lambda word: word["box"]),
    }


def png(image):
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    (OUT / "plain").mkdir(parents=True)
    detector, recognizer = probes.BlueInk().eval(), probes.Strokes(seed=41).eval()
    reader = reference.Reader(runner(detector), decided(runner(recognizer)))
    truth = {}
    for name, image in pages.all_pages().items():
        (OUT / f"{name}.png").write_bytes(png(image))
        truth[name] = expected(reader, image)
        print(name, len(truth[name]["boxes"]), "boxes:", " ".join(word["text"] for word in truth[name]["words"])[:70])
    packs(detector, recognizer)
    for name, content in {"expected": truth, "thin": thin(), "tables": tables.all_tables()}.items():
        (OUT / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
