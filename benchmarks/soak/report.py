"""Compares the samples of a run with the targets, in numbers and in Markdown."""

import platform
import statistics
from pathlib import Path

WARM_UP = 1000
MAX_GROWTH = 0.02
# The .NET thread pool keeps an extra thread for a while; the target is the absence of a trend.
MAX_THREADS = 4
SAY = {True: "met", False: "**missed**"}


def machine():
    models = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{models[0] if models else platform.processor()}, {platform.platform()}"


def judge(run):
    warm_up = min(WARM_UP, run["receipts"] // 3)
    warm = [entry for entry in run["samples"] if entry["receipts"] > warm_up]
    fifth = max(1, len(warm) // 5)
    before, after = (statistics.median(entry["rss"] for entry in part) for part in (warm[:fifth], warm[-fifth:]))
    threads = sorted({entry["threads"] for entry in warm})
    peak = run["samples"][-1]["peak"]
    return {
        "warmUp": warm_up, "growth": after / before - 1, "peak": peak, "threads": [threads[0], threads[-1]],
        "met": {"growth": after / before - 1 < MAX_GROWTH, "peak": peak <= run["limit"], "threads": threads[-1] - threads[0] <= MAX_THREADS},
    }  # fmt: skip


def markdown(result):
    lines = [
        "# Memory over a long run", "",
        f"{result['machine']}; {result['cores']} concurrent inferences; sampled from outside after every fifty receipts. Made by "
        "`benchmarks/run.sh memory`; what was tried: [../soak/README.md](../soak/README.md).", "",
    ]  # fmt: skip
    for run in result["runs"].values():
        lines += [*_section(run), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(run):
    verdict = run["verdict"]
    met, warm_up = {key: SAY[value] for key, value in verdict["met"].items()}, verdict["warmUp"]
    lines = [
        f"## {run['title']}", "", f"{run['receipts']} receipts of {run['sizes']} sizes (JPEG, PNG, WebP), each read once, default profile.", "",
        "| | measured | target | |", "|---|---:|---:|---|",
        f"| growth of the resident memory after {warm_up} receipts: median of the last fifth of the samples against that of the first "
        f"| {100 * verdict['growth']:+.1f} % | < {100 * MAX_GROWTH:.0f} % | {met['growth']} |",
        f"| peak of the resident memory | {verdict['peak'] / 1e6:.0f} MB | {run['limit'] / 1e6:.0f} MB | {met['peak']} |",
        f"| threads after {warm_up} receipts | {verdict['threads'][0]} to {verdict['threads'][1]} | constant but for the pool's last {MAX_THREADS} "
        f"| {met['threads']} |", "",
        "| receipts | resident, MB | of it anonymous, MB | peak, MB | threads |", "|---:|---:|---:|---:|---:|",
    ]  # fmt: skip
    return lines + [
        f"| {entry['receipts']} | {entry['rss'] / 1e6:.0f} | {entry['anonymous'] / 1e6:.0f} | {entry['peak'] / 1e6:.0f} | {entry['threads']} |"
        for entry in run["samples"][:: max(1, len(run["samples"]) // 30)]
    ]
