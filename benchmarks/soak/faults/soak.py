#!/usr/bin/env python3
"""Sends valid and hostile traffic to the distributed system while services and servers fail, then checks every invariant.

    benchmarks/soak/faults/soak.py [--minutes 120] [--rate 2] [--hold 15] [--quiet 30] [--out benchmarks/results/faults.md]

Starts `./run.sh --distributed` on a new folder (Debian, as root). Every accepted receipt must have exactly one result with the fields that
its picture had before the faults; no answer may have an undocumented status; health must report what fails and recover; memory must stay
bounded. Writes the page and ends with 1 when an invariant was violated.
"""

import argparse
import os
import random
import sys
import threading
import time
from pathlib import Path

from faults import Faults
from images import Copies
from judge import fields, judge, page, results
from system import ROOT, System, call
from traffic import Ledger, Traffic
from watch import Watch

RECOVERY_SECONDS = 120
END_SECONDS = 600


def every(seconds, action, stopped, ledger):
    """Runs an action by the clock in a thread. An exception of the driver is a violation, so that it cannot pass unseen."""

    def loop():
        due = time.monotonic()
        while not stopped.is_set():
            try:
                action()
            except Exception as fault:  # noqa: BLE001
                ledger.violation(f"the driver failed: {fault!r}")
            due = max(due + seconds, time.monotonic() - 10)
            stopped.wait(max(0.0, due - time.monotonic()))

    thread = threading.Thread(target=loop)
    thread.start()
    return thread


def baseline(system, copies):
    """The fields of every picture, read before any fault."""
    ledger = Ledger()
    traffic = Traffic(system.url, copies, ledger, random)
    for name in copies.sources:
        traffic.upload("receipt", *copies.next(name))
    traffic.open()
    entries, missing = results(system.url, ledger.batches, END_SECONDS)
    if missing or len(entries) != len(copies.sources):
        raise SystemExit(f"the receipts were not read before the faults: {ledger.violations or missing}")
    return {source: fields(entries[name][0]) for name, (_, source) in ledger.accepted.items()}


def disturb(faults, watch, options, until):
    """Causes faults in a cycle until the time is over."""
    happened, turn = [], 0
    while time.monotonic() < until:
        name, fault = faults.cycle[turn % len(faults.cycle)]
        started = time.monotonic()
        must_report = fault()
        reported = watch.reported_since(started)
        happened.append({"name": name, "must_report": must_report, "reported": reported, "healed": watch.until_healthy(RECOVERY_SECONDS)})
        print(f"{(until - time.monotonic()) / 60:6.1f} min left: {happened[-1]}", flush=True)
        turn += 1
        time.sleep(options.quiet)
    return happened


def finish(system, traffic, ledger):
    """Opens batches until nothing is pending."""
    for _ in range(60):
        status, body = call(f"{system.url}/api/files/pending?limit=1")
        if status == 200 and body["files_pending"] == 0:
            break
        traffic.open()
        time.sleep(1)
    return results(system.url, ledger.batches, END_SECONDS)


def soak(options):
    system, ledger, stopped = System(options.workers), Ledger(), threading.Event()
    copies = Copies(ROOT / "tests" / "assets" / "receipts", random.Random(options.seed), options.pictures)
    run = {"minutes": options.minutes, "rate": options.rate, "faults": []}
    watch = threads = None
    try:
        known = baseline(system, copies)
        watch, traffic = Watch(system, ledger), Traffic(system.url, copies, ledger, random.Random(options.seed))
        jobs = ((1 / options.rate, traffic.valid), (2, traffic.open), (1, traffic.hostile))
        threads = [every(seconds, action, stopped, ledger) for seconds, action in jobs]
        run["faults"] = disturb(Faults(system, options.hold), watch, options, time.monotonic() + 60 * options.minutes)
        stopped.set()
        for thread in threads:
            thread.join()
        entries, open_batches = finish(system, traffic, ledger)
    finally:
        stopped.set()
        if watch:
            watch.stop()
        run["stop"], run["load"] = system.stop(), os.getloadavg()[0]
    verdict = judge(run, ledger, watch, entries, open_batches, known)
    return page(run, ledger, watch, verdict), verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=120, help="duration of the traffic")
    parser.add_argument("--rate", type=float, default=2, help="valid receipts per second")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--hold", type=float, default=15, help="seconds that a stopped server stays stopped")
    parser.add_argument("--quiet", type=float, default=30, help="seconds between recovery and the next fault")
    parser.add_argument("--pictures", type=int, default=40, help="different receipts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "faults.md")
    options = parser.parse_args()
    text, verdict = soak(options)
    options.out.write_text(text)
    print(text)
    sys.exit(1 if any(verdict.values()) else 0)


if __name__ == "__main__":
    main()
