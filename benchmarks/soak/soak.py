#!/usr/bin/python3
"""Sends thousands of receipts of mixed shapes through one process of the system and samples its memory from outside.

    benchmarks/soak/soak.py [--receipts 3000] [--out benchmarks/results]

The process is Standalone, started on a free port with a folder of its own, as ./run.sh starts it: the worker with all its
services. Receipts go in over HTTP, 50 at a time, and every one is read (no two have the same bytes, so the cache never helps).
Samples /proc/PID/status after every batch. Writes memory.md and memory.json; ends with 1 when a target is missed.
Needs python3-pil, and services/Standalone built (Release).
"""

import argparse
import json
import os
import platform
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from shapes import Shapes

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "artifacts" / "bin" / "Ocr.Standalone" / "release" / "Ocr.Standalone.dll"
BATCH = 50
WARM_UP = 1000
MOST_GROWTH = 0.02
MOST_BYTES = 400e6
FORM = {"numerosorteo": "A", "fechasorteo": "20250711", "idWhatsapp": "12345678901@lid", "nombre": "Ana", "horamin": "14-30"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(url, data=None, headers=None, tries=20):
    for attempt in range(tries):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers or {}), timeout=600) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or attempt == tries - 1:
                raise SystemExit(f"{url}: {error.code} {error.read()[:400]}") from error
            time.sleep(float(error.headers.get("Retry-After") or 1))


def start(folder, port):
    limits = dict.fromkeys((f"RATE_LIMIT_{name}" for name in ("PER_MINUTE", "PER_HOUR", "BURST", "UPLOAD_PER_MINUTE", "PROCESS_PER_MINUTE")), "0")
    environment = {"MALLOC_ARENA_MAX": "2", **os.environ, **limits, "PORT": str(port), "DATA_DIR": str(folder), "LOG_LEVEL": "WARNING"}
    log = open(folder / "server.log", "wb")
    server = subprocess.Popen(["dotnet", str(SERVER)], env=environment, stdout=log, stderr=log)
    for _ in range(600):
        try:
            call(f"http://127.0.0.1:{port}/api/health", tries=1)
            return server
        except (urllib.error.URLError, SystemExit):
            if server.poll() is not None:
                raise SystemExit((folder / "server.log").read_text()) from None
            time.sleep(0.5)
    raise SystemExit("the server did not start")


def upload(base, images):
    """One multipart form: the metadata of the documented client, then the files."""
    mark = "soak-boundary-7f3a"
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in FORM.items()]
    for name, kind, data in images:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'
        parts += [head.encode(), data, b"\r\n"]
    body = b"".join(parts) + f"--{mark}--\r\n".encode()
    return call(f"{base}/api/upload", body, {"Content-Type": f"multipart/form-data; boundary={mark}"})


def read_batch(base):
    """The summary of a batch that read everything that was pending."""
    body = json.dumps({"max_images": BATCH, "timeout_seconds": 300}).encode()
    return call(f"{base}/api/ocr/process_batch", body, {"Content-Type": "application/json"})


def sample(pid):
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {
        "rss": int(fields["VmRSS"].split()[0]) * 1024, "anonymous": int(fields["RssAnon"].split()[0]) * 1024,
        "peak": int(fields["VmHWM"].split()[0]) * 1024, "threads": int(fields["Threads"]),
    }  # fmt: skip


def soak(options):
    shapes = Shapes(ROOT / "tests" / "assets" / "receipts", random.Random(options.seed))
    port, samples, sizes = free_port(), [], set()
    base = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as temporary:
        server = start(Path(temporary), port)
        try:
            samples.append({"receipts": 0, **sample(server.pid)})
            for done in range(0, options.receipts, BATCH):
                images = [shapes.next() for _ in range(BATCH)]
                sizes.update(size for *_, size in images)
                upload(base, [image[:3] for image in images])
                answer = read_batch(base)
                samples.append({"receipts": done + BATCH, **sample(server.pid)})
                if options.verbose:
                    print(samples[-1], {key: value for key, value in answer.items() if not isinstance(value, (dict, list))}, flush=True)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(60)
    return {"machine": platform.platform(), "cores": os.cpu_count(), "receipts": options.receipts, "sizes": len(sizes), "samples": samples}


def judge(result):
    warm_up = min(WARM_UP, result["receipts"] // 3)
    warm = [entry for entry in result["samples"] if entry["receipts"] > warm_up]
    fifth = max(1, len(warm) // 5)
    before, after = (statistics.median(entry["rss"] for entry in part) for part in (warm[:fifth], warm[-fifth:]))
    threads = sorted({entry["threads"] for entry in warm})
    return {
        "warmUp": warm_up, "growth": after / before - 1, "most": max(entry["rss"] for entry in result["samples"]),
        "peak": result["samples"][-1]["peak"], "threads": threads,
        "met": {
            "growth": after / before - 1 < MOST_GROWTH, "most": result["samples"][-1]["peak"] <= MOST_BYTES,
            # The pool of .NET keeps a thread more or less for a while; what must not happen is a trend.
            "threads": threads[-1] - threads[0] <= 4,
        },
    }  # fmt: skip


def markdown(result, verdict):
    say = {True: "met", False: "**missed**"}
    lines = [
        "# Memory over a long run", "",
        f"{result['receipts']} receipts of {result['sizes']} sizes (JPEG, PNG, WebP), each read once, through one process of Standalone with "
        f"{result['cores']} inferences at once; sampled from outside.", "",
        "| | measured | target | |", "|---|---:|---:|---|",
        f"| growth of the resident memory after {verdict['warmUp']} receipts: median of the last fifth of the samples against that of the first "
        f"| {100 * verdict['growth']:+.1f} % | < 2 % | {say[verdict['met']['growth']]} |",
        f"| peak of the resident memory | {verdict['peak'] / 1e6:.0f} MB | 400 MB | {say[verdict['met']['most']]} |",
        f"| threads after {verdict['warmUp']} receipts | {verdict['threads'][0]} to {verdict['threads'][-1]} | constant but for the pool's last four "
        f"| {say[verdict['met']['threads']]} |", "",
        "| receipts | resident, MB | of it anonymous, MB | peak, MB | threads |", "|---:|---:|---:|---:|---:|",
    ]  # fmt: skip
    for entry in result["samples"][:: max(1, len(result["samples"]) // 30)]:
        lines.append(
            f"| {entry['receipts']} | {entry['rss'] / 1e6:.0f} | {entry['anonymous'] / 1e6:.0f} | {entry['peak'] / 1e6:.0f} | {entry['threads']} |"
        )
    return "\n".join([*lines, "", "Made by `benchmarks/run.sh memory`."]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--receipts", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results")
    options = parser.parse_args()
    if not SERVER.exists():
        raise SystemExit("build it first: dotnet build -c Release services/Standalone")
    result = soak(options)
    verdict = judge(result)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "memory.json").write_text(json.dumps({**result, "verdict": verdict}, indent=1) + "\n")
    (options.out / "memory.md").write_text(markdown(result, verdict))
    print(markdown(result, verdict))
    sys.exit(0 if all(verdict["met"].values()) else 1)


if __name__ == "__main__":
    main()
