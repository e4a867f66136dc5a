"""Collects the results of a run, judges every invariant, and writes the page."""

import os
import platform
import sys
import time
from collections import Counter
from pathlib import Path

from system import call

MOST_BYTES = 700e6
SERVICES = ("gateway", "ingest", "results", "extractor", "worker-1", "worker-2")
FIELDS = ("monto", "moneda", "referencia", "bancoorigen", "datosbeneficiario", "pago_fecha", "concepto", "tipo_transaccion", "hora_operacion")


def results(url, batches, seconds):
    """The entries of every batch by stored name, once all batches have ended; and the batches that did not end in time."""
    entries, open_batches, until = {}, set(batches), time.monotonic() + seconds
    while open_batches and time.monotonic() < until:
        for batch in sorted(open_batches):
            status, body = call(f"{url}/api/batches/{batch}")
            if status == 200 and body["batch"]["status"] != "processing":
                status, body = call(f"{url}/api/extract_results?request_id={batch}")
                if status == 200:
                    open_batches.discard(batch)
                    for entry in body["resultados"]:
                        entries.setdefault(entry["nombre_archivo"], []).append(entry)
        time.sleep(1)
    return entries, open_batches


def fields(entry):
    return {name: entry.get(name) for name in FIELDS}


def judge(run, ledger, watch, entries, open_batches, baseline):
    names = Counter({name: len(found) for name, found in entries.items()})
    wrong = [
        name for name, (kind, source) in ledger.accepted.items()
        if kind == "receipt" and source in baseline and entries.get(name) and fields(entries[name][0]) != baseline[source]
    ]  # fmt: skip
    unread = [name for name, (kind, _) in ledger.accepted.items() if kind == "unreadable" and entries.get(name) and "error" not in entries[name][0]]
    peaks = {name: watch.peaks.get(name, 0) for name in SERVICES}
    unreported = [fault["name"] for fault in run["faults"] if fault["must_report"] and not fault["reported"]]
    unhealed = [fault["name"] for fault in run["faults"] if fault["healed"] is None]
    return {
        "accepted receipts without a result": [name for name in ledger.accepted if names[name] == 0],
        "accepted receipts with several results": [name for name in ledger.accepted if names[name] > 1],
        "results of receipts that were not accepted": [name for name in names if name not in ledger.accepted],
        "receipts with other fields than before the faults": wrong,
        "unreadable images without an error": unread,
        "batches that did not end": sorted(open_batches),
        "answers that no document announces": ledger.violations,
        "faults that health did not report": unreported,
        "faults after which health did not recover": unhealed,
        f"services over {MOST_BYTES / 1e6:.0f} MB": [f"{name}: {peak / 1e6:.0f} MB" for name, peak in peaks.items() if peak > MOST_BYTES],
        "failures of the stop": [] if run["stop"][0] == 0 else [f"exit status {run['stop'][0]}"],
    }


def machine():
    models = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{models[0] if models else platform.processor()}, {os.cpu_count()} cores"


def page(run, ledger, watch, verdict):
    lines = [
        "# Soak with faults", "",
        f"{run['minutes']:.0f} minutes of traffic at {run['rate']:g} valid receipts per second, with attacks and with faults of services and servers. "
        f"{machine()}; load average of the machine at the end: {run['load']:.1f}. Made by `{' '.join(['benchmarks/run.sh faults', *sys.argv[1:]])}`; "
        "the default is two hours.", "",
        f"**{'All invariants held.' if not any(verdict.values()) else 'Invariants were violated.'}**", "",
        "| invariant: number of violations | |", "|---|---:|", *[f"| {name} | {len(found)} |" for name, found in verdict.items()], "",
        *[f"- {name}: {'; '.join(found[:5])}" for name, found in verdict.items() if found], "",
        "| accepted | number |", "|---|---:|", *[f"| {kind} | {count} |" for kind, count in sorted(ledger.images.items())], "",
        "| status of answers | number |", "|---|---:|", *[f"| {status} | {count} |" for status, count in sorted(ledger.answers.items())], "",
        "| fault | times | reported by health | longest time to healthy after it, s |", "|---|---:|---:|---:|",
    ]  # fmt: skip
    for name in dict.fromkeys(fault["name"] for fault in run["faults"]):
        same = [fault for fault in run["faults"] if fault["name"] == name]
        healed = [fault["healed"] for fault in same]
        longest = "never" if None in healed else f"{max(healed):.0f}"
        lines.append(f"| {name} | {len(same)} | {sum(fault['reported'] for fault in same)} | {longest} |")
    lines += ["", "| process | peak of the resident memory, MB | at the end, MB |", "|---|---:|---:|"]
    lines += [f"| {name} | {watch.peaks[name] / 1e6:.0f} | {watch.last[name] / 1e6:.0f} |" for name in sorted(watch.peaks)]
    lines += ["", f"The stop took {run['stop'][1]:.0f} s, servers included."]
    return "\n".join(line for index, line in enumerate(lines) if line or lines[index - 1]) + "\n"
