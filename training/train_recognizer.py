"""Trains the word recogniser: python3 train_recognizer.py --minutes 25 [--crops 0.5]. Resumes from its checkpoint."""

import argparse
import time

import torch
from torch import nn

from ocr import batches, schedule
from ocr.config import ALPHABET, BLANK, CACHE, decode
from ocr.networks import Recognizer


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--steps", type=int, default=10**9, help="stop after so many, for a smoke test")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--final-rate", type=float, default=2e-5)
    parser.add_argument("--crops", type=float, default=0, help="share of samples cut from rendered pages")
    parser.add_argument("--pages", default=str(CACHE / "pages-train"))
    parser.add_argument("--name", default="recognizer")
    parser.add_argument("--batch", type=int, default=64, help="words of 128 pixels; more of shorter ones")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--generators", type=int, default=1)
    return parser.parse_args()


def loss_of(logits, labels, criterion):
    steps = torch.full((logits.shape[0],), logits.shape[1], dtype=torch.long)
    lengths = torch.tensor([len(label) for label in labels])
    flat = torch.tensor([index for label in labels for index in label])
    return criterion(logits.float().log_softmax(2).transpose(0, 1), flat, steps, lengths)


def exact(logits, labels):
    return sum(decode(row) == decode_label(label) for row, label in zip(logits.argmax(2).tolist(), labels)) / len(labels)


def decode_label(label):
    return "".join(ALPHABET[index] for index in label)


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    source = batches.Source(options.crops, options.pages)
    supply = batches.Batches([source] * options.generators, options.batch)
    model = Recognizer().to(memory_format=torch.channels_last).train()
    optimizer = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=0.01)
    seen = schedule.resume(options.name, model, optimizer)
    plan = schedule.Schedule(optimizer, options.minutes, options.rate, options.final_rate)
    criterion = nn.CTCLoss(blank=BLANK, zero_infinity=True)
    step, mean, right, last, begun = 0, None, 0.0, time.time(), time.time()
    while plan.progress < 1 and step < options.steps:
        rate = plan.apply(step)
        images, labels, fresh = supply.next()
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(images.contiguous(memory_format=torch.channels_last))
        loss = loss_of(logits, labels, criterion)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        seen, step = seen + len(labels), step + 1
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if fresh:
            right = 0.97 * right + 0.03 * exact(logits, labels)
        if step % 100 == 0 or step == options.steps:
            print(f"{time.time() - begun:6.0f} s  step {step}  seen {seen}  loss {mean:.4f}  exact {right:.3f}  rate {rate:.1e}  "
                  f"fresh {supply.fresh}  replayed {supply.replayed}", flush=True)  # fmt: skip
        if time.time() - last > 60:
            schedule.save(options.name, model, optimizer, seen)
            last = time.time()
    schedule.save(options.name, model, optimizer, seen)


if __name__ == "__main__":
    main()
