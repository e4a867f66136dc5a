#!/usr/bin/python3
"""Reads the same receipts with this repository's reader and with Tesseract 5, in alternating rounds on the same cores.

    benchmarks/tesseract/compare.py [--images tests/assets/receipts] [--rounds 5] [--cores 0,1] [--profile balanced]

One single-threaded reading per core on both sides. The reader is one process; each Tesseract process reads a list of
images, so that its start and its language data are loaded once for many images, and its files are in memory (/dev/shm).
In every round the reader also reads on the first of the cores only, in a separate process, to measure scaling.
Writes benchmarks/results/tesseract.md and .json. Needs tesseract-ocr, tesseract-ocr-spa and the .NET SDK.
"""

import argparse
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results"
BENCHMARKS = ROOT / "artifacts" / "bin" / "Ocr.Benchmarks" / "release" / "Ocr.Benchmarks.dll"
MODES = (3, 6)
CHUNK = 8  # images per Tesseract process
FIELDS = ("monto", "referencia", "telefono", "cedula", "cuenta_origen", "cuenta_destino", "concepto", "fecha_operacion", "hora_operacion")


def reader_process(images, cores, profile):
    command = ["dotnet", str(BENCHMARKS), "rounds", str(images), str(len(cores)), profile]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=lambda: os.sched_setaffinity(0, cores))


def reader_round(process):
    before = cpu_seconds(process.pid)
    process.stdin.write("\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise SystemExit("the reader ended; its error is above")
    return {**json.loads(line), "cpu": cpu_seconds(process.pid) - before}


def cpu_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children_cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tesseract_round(images, cores, mode, folder):
    """Elapsed and CPU seconds for all images, and the text of each."""
    chunks = [images[start : start + CHUNK] for start in range(0, len(images), CHUNK)]
    environment = dict(os.environ, OMP_THREAD_LIMIT="1")

    def read(item):
        number, chunk = item
        listing = folder / f"{number}.txt"
        listing.write_text("".join(f"{image}\n" for image in chunk))
        command = ["tesseract", str(listing), "stdout", "-l", "spa", "--psm", str(mode)]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, preexec_fn=lambda: os.sched_setaffinity(0, cores))
        return chunk, done.stdout.decode().split("\f")

    started, before = time.perf_counter(), children_cpu()
    with ThreadPoolExecutor(len(cores)) as pool:
        answers = list(pool.map(read, enumerate(chunks)))
    seconds, cpu_used = time.perf_counter() - started, children_cpu() - before
    return seconds, cpu_used, {image.name: text for chunk, texts in answers for image, text in zip(chunk, texts)}


def fold(text):
    """Letters, digits and mask characters without case and accents, independent of grouping."""
    plain = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[^0-9a-z*]", "", plain)


def values(truth):
    """Per image, the folded field values that its words show."""
    found = {}
    for name, entry in truth.items():
        printed = fold(" ".join(word["text"] for word in entry["words"]))
        wanted = {fold(entry["fields"][key]) for key in FIELDS}
        found[name] = [value for value in wanted if len(value) > 1 and value in printed]
    return found


def share_found(texts, wanted):
    pairs = [(value, fold(texts[name])) for name, list_ in wanted.items() for value in list_]
    return sum(value in text for value, text in pairs), len(pairs)


def cpu():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


def measure(options):
    cores = {int(core) for core in options.cores.split(",")}
    source = options.images.resolve()
    truth = json.loads((source / "truth.json").read_text())
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
        folder = Path(temporary)
        images = [Path(shutil.copy(source / name, folder)) for name in sorted(truth)]
        runs = {"reader": [], "oneCore": [], **{mode: [] for mode in MODES}}
        used = {name: [] for name in runs}
        texts, load = {}, []
        first = {min(cores)}
        with reader_process(folder, cores, options.profile) as process, reader_process(folder, first, options.profile) as alone:
            readers = {"reader": process, "oneCore": alone}
            for reader in readers.values():
                reader_round(reader)  # warms up: compilation, memory
            for _ in range(options.rounds):
                load.append(os.getloadavg()[0])
                for name, reader in readers.items():
                    answer = reader_round(reader)
                    runs[name].append(answer["seconds"])
                    used[name].append(answer["cpu"])
                    texts[name], model = answer["texts"], answer["model"]
                for mode in MODES:
                    seconds, cpu_used, texts[mode] = tesseract_round(images, cores, mode, folder)
                    runs[mode].append(seconds)
                    used[mode].append(cpu_used)
            process.stdin.close()
            alone.stdin.close()
    wanted = values(truth)
    rows = {}
    for name, seconds in runs.items():
        right, total = share_found(texts[name], wanted)
        rows[name] = {
            "perSecond": len(images) / statistics.median(seconds), "cpuMilliseconds": 1000 * statistics.median(used[name]) / len(images),
            "seconds": seconds, "valuesFound": right, "values": total,
        }  # fmt: skip
    best = max(rows[mode]["perSecond"] for mode in MODES)
    version = subprocess.run(["tesseract", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    return {
        "machine": cpu(), "cores": sorted(cores), "loadBefore": load, "images": len(images), "rounds": options.rounds, "model": model,
        "profile": options.profile, "tesseract": version, "reader": rows["reader"], "oneCore": rows["oneCore"], **{f"psm{mode}": rows[mode] for mode in MODES},
        "ratioToFasterMode": rows["reader"]["perSecond"] / best,
        "scaling": statistics.median(one / all_ for one, all_ in zip(runs["oneCore"], runs["reader"])),
    }  # fmt: skip


def markdown(result):
    names = {"reader": f"this reader, {result['model']}, profile {result['profile']}", "oneCore": f"the same on core {result['cores'][0]} alone"}
    names.update({f"psm{mode}": f"{result['tesseract']}, `spa`, psm {mode}" for mode in MODES})
    lines = [
        "# The reader against Tesseract", "",
        f"{result['images']} receipts, {result['rounds']} alternating rounds, cores {result['cores']} of {result['machine']}; load before the "
        f"rounds {min(result['loadBefore']):.1f} to {max(result['loadBefore']):.1f}. Medians.", "",
        "| | receipts/s | CPU ms each | field values found in the text |", "|---|---:|---:|---:|",
    ]  # fmt: skip
    for key, name in names.items():
        row = result[key]
        share = f"{row['valuesFound']} of {row['values']} ({100 * row['valuesFound'] / row['values']:.1f} %)"
        lines.append(f"| {name} | {row['perSecond']:.2f} | {row['cpuMilliseconds']:.0f} | {share} |")
    lines += ["", f"**{result['ratioToFasterMode']:.2f} ×** the throughput of the faster of the two modes.", ""]
    if len(result["cores"]) > 1:
        lines += [f"**{result['scaling']:.2f} ×** the throughput of one core on {len(result['cores'])}: median of the rounds.", ""]
    lines += ["Made by `benchmarks/tesseract/compare.py`."]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--images", type=Path, default=ROOT / "tests" / "assets" / "receipts")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cores", default=",".join(map(str, sorted(os.sched_getaffinity(0)))))
    parser.add_argument("--profile", default="fast", help="a name of ReadingProfile, case-insensitive")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    if not BENCHMARKS.exists():
        raise SystemExit("build it first: dotnet build -c Release benchmarks/Ocr.Benchmarks")
    result = measure(options)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tesseract.json").write_text(json.dumps(result, indent=2) + "\n")
    (options.out / "tesseract.md").write_text(markdown(result))
    print(markdown(result))


if __name__ == "__main__":
    main()
