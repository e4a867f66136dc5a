#!/usr/bin/python3
"""Sends thousands of receipts of mixed shapes through one process and samples its memory from outside.

    benchmarks/soak/soak.py [--receipts 3000] [--only worker] [--out benchmarks/results]

The process is one OcrWorker with a private RabbitMQ; then Standalone, all services in one process, for comparison. Every receipt is
read: no two have the same bytes, so that the cache is never hit. Writes memory.md and memory.json; exits with 1 when the worker
misses a target. Needs python3-pil, rabbitmq-server, and services/OcrWorker and services/Standalone built (Release).
"""

import argparse
import json
import os
import random
import sys
import tempfile
from pathlib import Path

import report
from program import ROOT
from shapes import Shapes
from standalone import Standalone
from worker import Worker

BATCH = 50
SUBJECTS = {"worker": Worker, "standalone": Standalone}


def soak(subject, options):
    shapes = Shapes(ROOT / "tests" / "assets" / "receipts", random.Random(options.seed))
    samples, sizes = [], set()
    with tempfile.TemporaryDirectory() as temporary:
        running = subject(Path(temporary))
        try:
            samples.append({"receipts": 0, **running.sample()})
            for done in range(0, options.receipts, BATCH):
                images = [shapes.next() for _ in range(BATCH)]
                sizes.update(size for *_, size in images)
                running.read([image[:3] for image in images])
                samples.append({"receipts": done + BATCH, **running.sample()})
                if options.verbose:
                    print(samples[-1], flush=True)
        finally:
            running.stop()
    return {"title": subject.title, "limit": subject.limit, "receipts": options.receipts, "sizes": len(sizes), "samples": samples}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--receipts", type=int, default=3000)
    parser.add_argument("--only", choices=SUBJECTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    options = parser.parse_args()
    names = [options.only] if options.only else list(SUBJECTS)
    runs = {name: soak(SUBJECTS[name], options) for name in names}
    for run in runs.values():
        run["verdict"] = report.judge(run)
    result = {"machine": report.machine(), "cores": os.cpu_count(), "runs": runs}
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "memory.json").write_text(json.dumps(result, indent=1) + "\n")
    (options.out / "memory.md").write_text(report.markdown(result))
    print(report.markdown(result))
    sys.exit(0 if all(all(run["verdict"]["met"].values()) for name, run in runs.items() if name == "worker") else 1)


if __name__ == "__main__":
    main()
