"""Faults of services and servers while traffic continues."""

import os
import signal
import subprocess
import time
from pathlib import Path


class Faults:
    """A fixed cycle of faults. Each returns whether health must report it while it lasts."""

    def __init__(self, system, seconds):
        self._system, self._seconds = system, seconds
        self.cycle = (
            ("kill -9 of a worker", lambda: self._kill("worker-1")),
            ("broker restart", self._restart_broker),
            ("kill -9 of extractor", lambda: self._kill("extractor")),
            ("Redis stopped", lambda: self._hold("redis", False)),
            ("kill -9 of ingest", lambda: self._kill("ingest")),
            ("PostgreSQL crash restart", self._crash_postgres),
            ("kill -9 of results", lambda: self._kill("results")),
            ("object store stopped", lambda: self._hold("s3", True)),
            ("both workers stopped", self._hold_workers),
        )

    def _kill(self, name):
        for pid in self._system.processes().get(name, []):
            os.kill(pid, signal.SIGKILL)
        return False

    def _hold(self, name, reported):
        self._freeze(self._tree(name))
        return reported

    def _hold_workers(self):
        processes = self._system.processes()
        self._freeze([pid for name, pids in processes.items() if name.startswith("worker-") for pid in pids])
        return True

    def _freeze(self, pids):
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            time.sleep(self._seconds)
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)

    def _restart_broker(self):
        control = self._control()
        subprocess.run([*control[0], "stop_app"], env=control[1], check=True, capture_output=True, timeout=120)
        time.sleep(self._seconds)
        subprocess.run([*control[0], "start_app"], env=control[1], check=True, capture_output=True, timeout=120)
        return True

    def _control(self):
        """rabbitmqctl with the environment of the broker's node."""
        for pid in self._system.processes()["rabbitmq"]:
            pairs = (item.split("=", 1) for item in Path(f"/proc/{pid}/environ").read_text().split("\0") if "=" in item)
            environment = dict(pairs)
            if "RABBITMQ_NODENAME" in environment:
                return ["/usr/lib/rabbitmq/bin/rabbitmqctl", "-n", environment["RABBITMQ_NODENAME"]], {**os.environ, **environment}
        raise RuntimeError("the broker does not run")

    def _crash_postgres(self):
        """Kills a backend: the server ends all others, and recovers from its log as after a crash of the machine."""
        pids = self._tree("postgres")
        backends = [pid for pid in pids if " ocr " in Path(f"/proc/{pid}/cmdline").read_bytes().decode("latin-1").replace("\0", " ")]
        if not backends:
            raise RuntimeError("no connection of PostgreSQL was found")
        os.kill(backends[0], signal.SIGKILL)
        return False

    def _tree(self, name):
        """The processes of a server and their children."""
        pids = list(self._system.processes().get(name, []))
        for pid in pids:
            try:
                children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            except OSError:
                continue
            pids += [int(child) for child in children if int(child) not in pids]
        return pids
