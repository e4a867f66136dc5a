"""The distributed system as `./run.sh --distributed` starts it, and its HTTP API."""

import json
import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LIMITS = ("PER_MINUTE", "PER_HOUR", "BURST", "UPLOAD_PER_MINUTE", "PROCESS_PER_MINUTE", "COST_PER_MINUTE")
START_SECONDS, STOP_SECONDS = 1200, 120


class System:
    def __init__(self, workers):
        self._folder = tempfile.TemporaryDirectory()
        self.data = Path(self._folder.name) / "data"
        self._log = Path(self._folder.name) / "run.log"
        settings = {"PORT": "0", "DATA_DIR": str(self.data), "LEASE_SECONDS": "30", **{f"RATE_LIMIT_{name}": "0" for name in LIMITS}}
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                [str(ROOT / "run.sh"), "--distributed", "--workers", str(workers)], env={**os.environ, **settings}, stdout=log, stderr=log, cwd=ROOT)  # fmt: skip
        self.url = self._ready()

    def _ready(self):
        for _ in range(START_SECONDS * 2):
            for line in self._log.read_text().splitlines():
                if line.startswith("Ready: "):
                    return line.split()[1]
            if self._process.poll() is not None:
                break
            time.sleep(0.5)
        raise SystemExit("the system did not start:\n" + self._log.read_text())

    def processes(self):
        """Names and process ids of the services and servers, by the logs that they write."""
        found = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    target = os.readlink(entry / "fd" / "1")
                except OSError:
                    continue
                if target.startswith(str(self.data / "logs")) and target.endswith(".log"):
                    found.setdefault(Path(target).stem, []).append(int(entry.name))
        return {name: sorted(pids) for name, pids in found.items()}

    def log(self):
        return self._log.read_text()

    def stop(self):
        """Stops the system. Returns its exit status and the seconds that it took."""
        started = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        try:
            status = self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = None
        self._folder.cleanup()
        return status, time.monotonic() - started


def call(url, data=None, headers=None, timeout=60):
    """Status and JSON body (or text). Status 0 means that the connection failed."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers or {}), timeout=timeout) as answer:
            return answer.status, _body(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, _body(error.read())
    except OSError as error:
        return 0, str(error)


def _body(content):
    try:
        return json.loads(content)
    except ValueError:
        return content[:300].decode("latin-1")
