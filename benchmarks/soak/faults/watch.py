"""Samples health and memory during the traffic."""

import threading
import time
from pathlib import Path

from system import call


class Watch:
    def __init__(self, system, ledger):
        self._system, self._ledger, self._stopped = system, ledger, threading.Event()
        self.states, self.peaks, self.last = [], {}, {}
        self._threads = [threading.Thread(target=self._loop, args=(1, self._health)), threading.Thread(target=self._loop, args=(5, self._memory))]
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def reported_since(self, moment):
        """Whether health reported anything but healthy since a moment."""
        return any(state != "healthy" for at, state in self.states if at >= moment)

    def until_healthy(self, seconds):
        """Waits for a healthy answer. Returns the seconds that it took; None when there was none."""
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            if any(state == "healthy" for at, state in self.states if at > started):
                return time.monotonic() - started
            time.sleep(0.5)
        return None

    def _loop(self, seconds, look):
        while not self._stopped.wait(seconds):
            look()

    def _health(self):
        status, body = call(f"{self._system.url}/api/health", timeout=15)
        if self._ledger.answer("/api/health", status, body, (200, 503)):
            self.states.append((time.monotonic(), body["status"] if isinstance(body, dict) and "status" in body else str(status)))

    def _memory(self):
        for name, pids in self._system.processes().items():
            resident = sum(_resident(pid) for pid in pids)
            self.last[name], self.peaks[name] = resident, max(resident, self.peaks.get(name, 0))


def _resident(pid):
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:")), 0)
