#!/usr/bin/python3
"""Reads the same receipts with this repository's reader and with Tesseract 5, in alternating rounds on the same cores.

    benchmarks/tesseract/compare.py [--images tests/assets/receipts tests/assets/conditions/widths] [--rounds 5] [--cores 0,1] [--profile balanced]

One single-threaded reading per core on both sides. The reader is one process; each Tesseract process reads a list of
images, so that its start and its language data are loaded once for many images, and its files are in memory (/dev/shm).
In every round the reader also reads on the first of the cores only, in a separate process, to measure scaling.
Writes benchmarks/results/tesseract.md and .json; results of other processors stay. Needs tesseract-ocr, tesseract-ocr-spa and the .NET SDK.
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
ASSETS = ROOT / "tests" / "assets"
RESULTS = ROOT / "benchmarks" / "results"
BENCHMARKS = ROOT / "artifacts" / "bin" / "Ocr.Benchmarks" / "release" / "Ocr.Benchmarks.dll"
MODES = (3, 6)
CHUNK = 8  # images per Tesseract process
FIELDS = ("monto", "referencia", "telefono", "cedula", "cuenta_origen", "cuenta_destino", "concepto", "fecha_operacion", "hora_operacion")


def reader_process(images, cores, options):
    command = ["dotnet", str(BENCHMARKS), "rounds", str(images), str(len(cores)), options.profile]
    # What mask.py does to ONNX Runtime, for .NET.
    masked = {"DOTNET_EnableAVX512": "0", "DOTNET_EnableAVXVNNI": "0"} if options.masked else {}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **masked}, preexec_fn=lambda: os.sched_setaffinity(0, cores)
    )


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
    """Name of the processor, and the instructions that int8 networks use."""
    flags, name, family = set(), platform.processor(), "unknown"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            name = line.split(":")[1].strip()
        if line.startswith("cpu family"):
            family = line.split(":")[1].strip()
        if line.startswith("flags"):
            flags = set(line.split(":")[1].split())
    matrix = "AMX and " if "amx_int8" in flags else ""
    wide = "AVX-512 with VNNI" if "avx512_vnni" in flags else "AVX-VNNI" if "avx_vnni" in flags else "AVX2 without VNNI"
    return f"{name} (family {family})", matrix + wide


def measure(options, source):
    cores = {int(core) for core in options.cores.split(",")}
    truth = json.loads((source / "truth.json").read_text())
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
        folder = Path(temporary)
        images = [Path(shutil.copy(source / name, folder)) for name in sorted(truth)]
        runs = {"reader": [], "oneCore": [], **{mode: [] for mode in MODES}}
        used = {name: [] for name in runs}
        texts, load = {}, []
        first = {min(cores)}
        with reader_process(folder, cores, options) as process, reader_process(folder, first, options) as alone:
            readers = {"reader": process, "oneCore": alone}
            for reader in readers.values():
                reader_round(reader)  # warms up: compilation, memory
            for _ in range(options.rounds):
                load.append(os.getloadavg()[0])
                for name, reader in readers.items():
                    answer = reader_round(reader)
                    runs[name].append(answer["seconds"])
                    used[name].append(answer["cpu"])
                    texts[name], model, engines = answer["texts"], answer["model"], answer["engines"]
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
    return {
        "loadBefore": load, "images": len(images), "model": model, "engines": engines, "reader": rows["reader"], "oneCore": rows["oneCore"],
        **{f"psm{mode}": rows[mode] for mode in MODES}, "ratioToFasterMode": rows["reader"]["perSecond"] / best,
        "scaling": statistics.median(one / all_ for one, all_ in zip(runs["oneCore"], runs["reader"])),
    }  # fmt: skip


def markdown(result):
    ratios = [[f"{part['ratioToFasterMode']:.2f} ×" for part in run["sets"].values()] for run in result.values()]
    sets = list(next(iter(result.values()))["sets"])
    lines = [
        "# The reader against Tesseract", "",
        "Throughput of the reader divided by that of the faster of the two modes of Tesseract: alternating rounds of one run, same images, same cores.", "",
        f"| processor | {' | '.join(f'`{name}`' for name in sets)} |", f"|---|{'---:|' * len(sets)}",
        *(f"| {machine} | {' | '.join(found)} |" for machine, found in zip(result, ratios)), "",
        "- `receipts`: the committed 64 receipts, degraded as in a chat.",
        "- `widths`: the committed 60 receipts, 300 to 1440 px wide.",
    ]  # fmt: skip
    if any("commit" not in run for run in result.values()):
        lines += ["", "Rows whose sections name no commit were measured before docs/adr/0061."]
    for machine, run in result.items():
        for name, part in run["sets"].items():
            lines += ["", f"## `{name}`, {machine}", "", *table(run, part)]
    lines += ["", "Made by `benchmarks/run.sh tesseract`. The row *masked* was made on the same machine with `benchmarks/tesseract/mask.py`."]
    return "\n".join(lines) + "\n"


def table(run, part):
    names = {"reader": f"this reader, {part['model']}, profile {run['profile']}", "oneCore": f"the same on core {run['cores'][0]} alone"}
    names.update({f"psm{mode}": f"{run['tesseract']}, `spa`, psm {mode}" for mode in MODES})
    yield (
        f"{part['images']} receipts, {run['rounds']} rounds, cores {run['cores']}; load before the rounds "
        f"{min(part['loadBefore']):.1f} to {max(part['loadBefore']):.1f}. Medians. {part['scaling']:.2f} × the throughput of one core on all."
    )
    if "engines" in part:
        yield f"Chosen at the start: {part['engines']}." + (f" Commit {run['commit']}." if "commit" in run else "")
    yield from ("", "| | receipts/s | CPU ms each | field values found in the text |", "|---|---:|---:|---:|")
    for key, name in names.items():
        row = part[key]
        share = f"{row['valuesFound']} of {row['values']} ({100 * row['valuesFound'] / row['values']:.1f} %)"
        yield f"| {name} | {row['perSecond']:.2f} | {row['cpuMilliseconds']:.0f} | {share} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--images", type=Path, nargs="+", default=[ASSETS / "receipts", ASSETS / "conditions" / "widths"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cores", default=",".join(map(str, sorted(os.sched_getaffinity(0)))))
    parser.add_argument("--profile", default="fast", help="a name of ReadingProfile, case-insensitive")
    parser.add_argument("--masked", action="store_true", help="the reader runs without VNNI and AVX-512 (mask.py)")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    if not BENCHMARKS.exists():
        raise SystemExit("build it first: dotnet build -c Release benchmarks/Ocr.Benchmarks")
    name, instructions = cpu()
    version = subprocess.run(["tesseract", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
    run = {
        "commit": commit, "cores": sorted(int(core) for core in options.cores.split(",")), "rounds": options.rounds, "profile": options.profile, "tesseract": version,
        "sets": {folder.name: measure(options, folder.resolve()) for folder in options.images},
    }  # fmt: skip
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "tesseract.json"
    # Runs on other processors stay.
    result = json.loads(path.read_text()) if path.exists() else {}
    result[f"{name}, {'AVX2 (masked)' if options.masked else instructions}"] = run
    path.write_text(json.dumps(result, indent=2) + "\n")
    (options.out / "tesseract.md").write_text(markdown(result))
    print(markdown(result))


if __name__ == "__main__":
    main()
