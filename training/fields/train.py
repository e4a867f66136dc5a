"""Trains the field model on shards. Writes a checkpoint every few minutes; a restart resumes from it."""

import argparse
import json
import math
import os
import time
from pathlib import Path

import numpy
import torch
from torch.nn import functional

import data
from network import FieldNetwork

OTHER = 0


def loss_of(network, batch, drop):
    tags, grams, numbers, places, mask, labels = batch
    logits, state, kind, two = network(grams, numbers, places, mask, drop)
    weights = torch.ones(data.TAGS)
    weights[OTHER] = 0.7
    flat = tags.reshape(-1)
    # a page that is not a receipt has no state
    states = torch.where(labels[:, 1] == 0, labels[:, 0], torch.full_like(labels[:, 0], -100))
    return (
        functional.cross_entropy(logits.reshape(-1, data.TAGS), flat, weights, label_smoothing=0.02, ignore_index=-100)
        + 0.15 * functional.cross_entropy(state, states, label_smoothing=0.02, ignore_index=-100)
        + 0.1 * functional.cross_entropy(kind, labels[:, 1], label_smoothing=0.02)
        + 0.1 * functional.binary_cross_entropy_with_logits(two[:, 0], labels[:, 2].to(torch.float32))
    )


@torch.no_grad()
def measure(network, documents):
    """Shares of right tokens (without Other and labels), states, kinds and counts."""
    network.eval()
    right = total = states = receipts = kinds = twos = 0
    for start in range(0, len(documents), 64):
        tags, grams, numbers, places, mask, labels = data.collate(documents[start : start + 64])
        logits, state, kind, two = network(grams, numbers, places, mask)
        counted = tags > 1
        right += int(((logits.argmax(-1) == tags) & counted).sum())
        total += int(counted.sum())
        receipt = labels[:, 1] == 0
        states += int(((state.argmax(-1) == labels[:, 0]) & receipt).sum())
        receipts += int(receipt.sum())
        kinds += int(((kind.argmax(-1) == 0) == receipt).sum())
        twos += int(((two[:, 0] > 0) == (labels[:, 2] > 0)).sum())
    network.train()
    return {"tokens": right / max(1, total), "states": states / max(1, receipts), "receipts": kinds / len(documents), "two": twos / len(documents)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shards", type=Path, nargs="+", required=True)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], help="shards used for measurement only")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint; a log of the measures is written next to it")
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--stop", type=float, default=0, help="stop after this many minutes of the schedule; a later run resumes")
    parser.add_argument("--steps", type=int, default=0, help="stop after this many steps, for the smoke run")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.6e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = numpy.random.default_rng(options.seed)
    widths, _ = data.read(options.shards[0])
    held_out = {path.stem: data.read(path)[1] for path in options.held_out}
    network = FieldNetwork(widths.numbers)
    averaged = torch.optim.swa_utils.AveragedModel(network, avg_fn=lambda a, m, n: a + (1 - min(0.999, (1 + n) / (10 + n))) * (m - a))
    optimizer = torch.optim.AdamW(network.parameters(), options.rate, weight_decay=0.01)
    spent, step = 0.0, 0
    if options.out.exists():
        saved = torch.load(options.out)
        network.load_state_dict(saved["network"])
        averaged.load_state_dict(saved["averaged"])
        optimizer.load_state_dict(saved["optimizer"])
        spent, step = saved["spent"], saved["step"]
    started = saved_at = time.monotonic()
    limit = options.minutes * 60
    end = min(limit, options.stop * 60 or limit)
    begin = spent

    def save():
        state = {"network": network.state_dict(), "averaged": averaged.state_dict(), "optimizer": optimizer.state_dict(), "spent": spent, "step": step, "widths": vars(widths)}
        torch.save(state, str(options.out) + ".new")
        os.replace(str(options.out) + ".new", options.out)
        measures = {name: measure(averaged.module, documents[:1500]) for name, documents in held_out.items()}
        line = json.dumps({"step": step, "minutes": round(spent / 60, 1), "loss": round(running, 4), **measures})
        print(line, flush=True)
        with open(options.out.with_suffix(".log"), "a", encoding="utf-8") as log:
            log.write(line + "\n")

    running = 0.0
    while spent < end and not (options.steps and step >= options.steps):
        for path in generator.permutation(len(options.shards)):
            if spent >= end or (options.steps and step >= options.steps):
                break
            for batch in data.batches(data.read(options.shards[path])[1], options.batch, generator):
                spent = begin + time.monotonic() - started
                if spent >= end or (options.steps and step >= options.steps):
                    break
                done = min(1.0, max(spent / limit, step / options.steps if options.steps else 0))
                rate = options.rate * min(1.0, (step + 1) / 150) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
                for group in optimizer.param_groups:
                    group["lr"] = rate
                loss = loss_of(network, batch, 0.08)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                averaged.update_parameters(network)
                step += 1
                running = float(loss) if running == 0 else 0.99 * running + 0.01 * float(loss)
                if time.monotonic() - saved_at > 240:
                    save()
                    saved_at = time.monotonic()
    save()


if __name__ == "__main__":
    main()
