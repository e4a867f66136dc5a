"""Trains both word recognizers on the same batches: python3 train_recognizer.py --minutes 25 [--crops 0.5].

The fast one learns from the texts and from the other's outputs at each step (distillation). Resumes from its checkpoints.
"""

import argparse
import time

import torch
from torch import nn

from ocr import batches, precision, schedule
from ocr.config import ALPHABET, BLANK, CACHE, decode
from ocr.networks import FastRecognizer, Recognizer, freeze_norms


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--steps", type=int, default=10**9, help="stop after this many, for a smoke test")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--fast-rate", type=float, default=2e-3, help="of the fast recognizer")
    parser.add_argument("--final-rate", type=float, default=2e-5)
    parser.add_argument("--crops", type=float, default=0, help="share of samples cut from rendered pages")
    parser.add_argument("--hard", type=float, default=1.0, help="share of the strongest degradations; a lower share at the end improves clean pages")
    parser.add_argument("--frozen-norms", action="store_true", help="for checkpoints of restore.py")
    parser.add_argument("--pages", default=str(CACHE / "pages-train"))
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


def distilled(logits, teacher):
    """Kullback-Leibler divergence of the fast network's steps from the other's, nats per step."""
    target = teacher.float().log_softmax(2).detach()
    return nn.functional.kl_div(logits.float().log_softmax(2).flatten(0, 1), target.flatten(0, 1), reduction="batchmean", log_target=True)


class Learner:
    """A network with its optimizer, its share of right words, and its checkpoint."""

    def __init__(self, name, model, options, rate):
        self.name, self.right, self.mean = name, 0.0, None
        self.model = model.to(memory_format=torch.channels_last).train()
        if options.frozen_norms:
            freeze_norms(self.model)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), rate, weight_decay=0.01)
        self.seen = schedule.resume(name, self.model, self.optimizer)
        self.plan = schedule.Schedule(self.optimizer, options.minutes, rate, options.final_rate)

    def learn(self, loss, logits, labels, fresh):
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 5)
        self.optimizer.step()
        self.seen += len(labels)
        self.mean = loss.item() if self.mean is None else 0.98 * self.mean + 0.02 * loss.item()
        if fresh:
            self.right = 0.97 * self.right + 0.03 * exact(logits, labels)

    def save(self):
        schedule.save(self.name, self.model, self.optimizer, self.seen)

    def __str__(self):
        return f"{self.name} seen {self.seen} loss {self.mean:.4f} exact {self.right:.3f}"


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    source = batches.Source(options.crops, options.pages, options.hard)
    supply = batches.Batches([source] * options.generators, options.batch)
    teacher = Learner("recognizer", Recognizer(), options, options.rate)
    fast = Learner("recognizer-fast", FastRecognizer(), options, options.fast_rate)
    criterion = nn.CTCLoss(blank=BLANK, zero_infinity=True)
    step, last, begun = 0, time.time(), time.time()
    while teacher.plan.progress < 1 and step < options.steps:
        rate = teacher.plan.apply(step)
        fast.plan.apply(step)
        images, labels, fresh = supply.next()
        images = images.contiguous(memory_format=torch.channels_last)
        with precision.autocast():
            expected, actual = teacher.model(images), fast.model(images)
        teacher.learn(loss_of(expected, labels, criterion), expected, labels, fresh)
        fast.learn(loss_of(actual, labels, criterion) + distilled(actual, expected), actual, labels, fresh)
        step += 1
        if step % 100 == 0 or step == options.steps:
            print(f"{time.time() - begun:6.0f} s  step {step}  {teacher}  {fast}  rate {rate:.1e}  "
                  f"fresh {supply.fresh}  replayed {supply.replayed}", flush=True)  # fmt: skip
        if time.time() - last > 60:
            teacher.save()
            fast.save()
            last = time.time()
    teacher.save()
    fast.save()


if __name__ == "__main__":
    main()
