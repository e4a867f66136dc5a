"""Trains the word detector: python3 train_detector.py --minutes 15 [--rendered 0.5]. Resumes from its checkpoint."""

import argparse
import os
import random
import time

import numpy as np
import torch
import torch.multiprocessing as multiprocessing
from torch import nn

from ocr import precision, schedule, tiles
from ocr.config import CACHE
from ocr.networks import Detector, freeze_norms


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--steps", type=int, default=10**9, help="stop after this many, for a smoke test")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--final-rate", type=float, default=2e-5)
    parser.add_argument("--rendered", type=float, default=0, help="share of tiles cut from rendered pages")
    parser.add_argument("--frozen-norms", action="store_true", help="for checkpoints of restore.py")
    parser.add_argument("--pages", default=str(CACHE / "pages-train"))
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--name", default="detector")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def fill(out, seed, source, size):
    os.nice(5)
    random.seed(seed)
    np.random.seed(seed % 2**32)
    while True:
        parts = [np.stack(part) for part in zip(*(source() for _ in range(size)))]
        out.put((parts[0].astype(np.uint8), parts[1], parts[2]))


def loss_of(logits, inside, ignored):
    """BCE over the positives and the hardest negatives (three per positive), plus dice."""
    counted = 1 - ignored
    losses = nn.functional.binary_cross_entropy_with_logits(logits, inside, reduction="none") * counted
    positive = inside * counted
    count = int(positive.sum())
    hardest = (losses * (1 - inside)).flatten().topk(min(losses.numel(), max(3 * count, 500))).values
    bce = (losses * positive).sum() / max(1, count) + hardest.mean()
    probability = logits.sigmoid() * counted
    dice = 1 - (2 * (probability * positive).sum() + 1) / (probability.sum() + positive.sum() + 1)
    return bce + dice, 1 - dice.item()


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    out = multiprocessing.Queue(12)
    source = tiles.Source(options.rendered, options.pages)
    multiprocessing.Process(target=fill, args=(out, int.from_bytes(os.urandom(4), "little"), source, options.batch), daemon=True).start()
    model = Detector().to(memory_format=torch.channels_last).train()
    if options.frozen_norms:
        freeze_norms(model)
    optimizer = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=0.01)
    seen = schedule.resume(options.name, model, optimizer)
    plan = schedule.Schedule(optimizer, options.minutes, options.rate, options.final_rate)
    step, mean, overlap, last, begun = 0, None, 0.0, time.time(), time.time()
    while plan.progress < 1 and step < options.steps:
        rate = plan.apply(step)
        images, inside, ignored = (torch.from_numpy(part.astype(np.float32))[:, None] for part in out.get())
        images = (images / 127.5 - 1).contiguous(memory_format=torch.channels_last)
        with precision.autocast():
            logits = model(images)
        loss, dice = loss_of(logits.float(), inside, ignored)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        seen, step = seen + len(images), step + 1
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        overlap = 0.98 * overlap + 0.02 * dice
        if step % 50 == 0 or step == options.steps:
            print(f"{time.time() - begun:6.0f} s  step {step}  seen {seen}  loss {mean:.4f}  dice {overlap:.3f}  rate {rate:.1e}", flush=True)
        if time.time() - last > 60:
            schedule.save(options.name, model, optimizer, seen)
            last = time.time()
    schedule.save(options.name, model, optimizer, seen)


if __name__ == "__main__":
    main()
