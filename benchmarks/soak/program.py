"""A program of this repository, started as in production and sampled from outside."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Program:
    def __init__(self, name, folder, health, **environment):
        """`name`: of the project; `health`: the address of its readiness check."""
        path = ROOT / "artifacts" / "bin" / f"Ocr.{name}" / "release" / f"Ocr.{name}.dll"
        if not path.exists():
            raise SystemExit(f"build it first: dotnet build -c Release services/{name}")
        self._log = folder / f"{name}.log"
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                ["dotnet", str(path)], env={**os.environ, "DATA_DIR": str(folder), "LOG_LEVEL": "WARNING", **environment}, stdout=log, stderr=log)  # fmt: skip
        self._wait(health)

    def _wait(self, health):
        for _ in range(600):
            try:
                urllib.request.urlopen(health, timeout=5).close()
                return
            except (urllib.error.URLError, ConnectionError):
                if self._process.poll() is not None:
                    break
                time.sleep(0.2)
        raise SystemExit("the program did not start:\n" + self._log.read_text())

    def sample(self):
        """Memory and threads from the kernel."""
        fields = dict(line.split(":", 1) for line in Path(f"/proc/{self._process.pid}/status").read_text().splitlines())
        return {
            "rss": _bytes(fields["VmRSS"]), "anonymous": _bytes(fields["RssAnon"]), "peak": _bytes(fields["VmHWM"]), "threads": int(fields["Threads"]),
        }  # fmt: skip

    def stop(self):
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(60)


def _bytes(kilobytes):
    return int(kilobytes.split()[0]) * 1024
