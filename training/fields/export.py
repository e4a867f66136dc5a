"""Writes a checkpoint as a pack: the ONNX model and its manifest. Fits the temperatures on held-out arrangements."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy
import torch
from torch import nn

import data
from network import FieldNetwork

STATES = ["realizado", "pendiente", "programado", "rechazado", "reversado", "anulado", "recibido", "solicitud", "desconocido"]
KINDS = ["receipt", "statement", "back-office", "checkout", "payment-data", "shop", "chat", "other"]


class Single(nn.Module):
    """The network for one page, without batch axis and without dropout of letters."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, grams, numbers, places):
        tags, state, kind, two = self.network(grams.to(torch.int64).unsqueeze(0), numbers.unsqueeze(0), places.unsqueeze(0), None)
        return tags[0], state[0], kind[0], two[0]


def temperature(logits, labels):
    """The temperature that maximizes the likelihood of the labels."""
    best, best_loss = 1.0, float("inf")
    for candidate in numpy.exp(numpy.linspace(-0.7, 1.2, 60)):
        loss = float(nn.functional.cross_entropy(logits / candidate, labels))
        if loss < best_loss:
            best, best_loss = float(candidate), loss
    return round(best, 4)


@torch.no_grad()
def temperatures(network, documents):
    tags, states, kinds, twos = [], [], [], []
    for start in range(0, len(documents), 64):
        labels, grams, numbers, places, mask, page = data.collate(documents[start : start + 64])
        logits, state, kind, two = network(grams, numbers, places, mask)
        tags.append((logits[labels >= 0], labels[labels >= 0]))
        receipt = page[:, 1] == 0
        states.append((state[receipt], page[receipt, 0]))
        kinds.append((kind, page[:, 1]))
        twos.append((torch.cat([torch.zeros_like(two), two], 1), page[:, 2]))
    return [temperature(torch.cat([a for a, _ in pairs]), torch.cat([b for _, b in pairs])) for pairs in (tags, states, kinds, twos)]


@torch.no_grad()
def write_reference(options, network, documents):
    """Writes two short pages with the network's outputs; tests compare the features and outputs of the C# code with them."""
    pages = []
    for number in sorted(range(200), key=lambda i: abs(len(documents[i].tags) - 25))[:2]:
        page = documents[number]
        arrays = (page.grams.astype(numpy.int32), page.numbers.astype(numpy.float32), page.places)
        tags, state, _, _ = Single(network)(*(torch.from_numpy(a.copy()) for a in arrays))
        rounded = [numpy.round(a.astype(float), 4).tolist() for a in (*arrays[1:], tags.numpy(), state.numpy())]
        pages.append({"seed": options.seed, "number": number, "grams": arrays[0].tolist(), **dict(zip(("numbers", "places", "tags", "state"), rounded))})
    options.reference.parent.mkdir(parents=True, exist_ok=True)
    options.reference.write_text(json.dumps(pages) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True, help="shard of held-back arrangements, for the temperatures")
    parser.add_argument("--out", type=Path, required=True, help="folder of the pack")
    parser.add_argument("--version", required=True)
    parser.add_argument("--reference", type=Path, help="fixture of the tests: arrays and outputs of pages of the held-out shard")
    parser.add_argument("--seed", type=int, help="seed of the held-out shard, for the fixture")
    parser.add_argument("--tags", type=Path, default=Path(__file__).parents[2] / "services/Extractor/Scoring/FieldTag.cs")
    options = parser.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(options.checkpoint)
    network = FieldNetwork(saved["widths"]["numbers"])
    averaged = torch.optim.swa_utils.AveragedModel(network)
    averaged.load_state_dict(saved["averaged"])
    network = averaged.module.eval()
    widths, documents = data.read(options.held_out)
    fitted = temperatures(network, documents)
    options.out.mkdir(parents=True, exist_ok=True)
    model = options.out / "fields.onnx"
    first = documents[0]
    example = tuple(torch.from_numpy(a) for a in (first.grams.astype(numpy.int32), first.numbers.astype(numpy.float32), first.places.copy()))
    names = ["grams", "numbers", "places"]
    torch.onnx.export(
        Single(network), example, str(model), opset_version=17, input_names=names, output_names=["tags", "state", "kind", "two"],
        dynamic_axes={name: {0: "tokens"} for name in [*names, "tags"]},
    )
    tags = [line.strip().rstrip(",") for line in options.tags.read_text(encoding="utf-8").splitlines() if line.startswith("    ") and line.strip().rstrip(",").isalpha()]
    manifest_path = options.out / "manifest.json"
    earlier = json.loads(manifest_path.read_text(encoding="utf-8")) if manifest_path.exists() else {}
    manifest = {
        "name": "fields",
        "version": options.version,
        "featureVersion": widths.version,
        "file": model.name,
        "sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
        "tags": tags,
        "states": STATES,
        "kinds": KINDS,
        "temperatures": dict(zip(("tags", "state", "kind", "two"), fitted)),
        "calibration": earlier.get("calibration", {}),
    }
    manifest_path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.reference:
        write_reference(options, network, documents)
    print(f"{model}: {model.stat().st_size} bytes, temperatures {fitted}")


if __name__ == "__main__":
    main()
