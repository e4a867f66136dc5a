"""A cosine learning rate over wall-clock time, and checkpoints from which a later run resumes."""

import math
import signal
import time

import torch

from .config import CHECKPOINTS


class Schedule:
    """From `high` to `low` in `minutes`, after a short warm-up; a resumed run starts its own cosine (a warm restart)."""

    def __init__(self, optimizer, minutes, high, low):
        self.optimizer, self.seconds, self.high, self.low = optimizer, minutes * 60, high, low
        self.start, self.stopped = time.time(), False
        signal.signal(signal.SIGTERM, self.stop)  # the trainer then saves, and stops with its generators

    def stop(self, *_):
        self.stopped = True

    @property
    def progress(self):
        return 1 if self.stopped else (time.time() - self.start) / self.seconds

    def apply(self, step):
        rate = self.low + (self.high - self.low) * 0.5 * (1 + math.cos(math.pi * min(1, self.progress)))
        for group in self.optimizer.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 100)
        return rate


def save(name, model, optimizer, seen):
    CHECKPOINTS.mkdir(parents=True, exist_ok=True)
    part = CHECKPOINTS / f"{name}.part"
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "seen": seen}, part)
    part.rename(CHECKPOINTS / f"{name}.pt")


def resume(name, model, optimizer=None):
    """Loads the checkpoint if there is one; returns its number of samples."""
    path = CHECKPOINTS / f"{name}.pt"
    if not path.exists():
        return 0
    state = torch.load(path, map_location="cpu")
    model.load_state_dict(state["model"])
    if optimizer is not None:
        optimizer.load_state_dict(state["optimizer"])
    return state["seen"]
