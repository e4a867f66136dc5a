"""The built system as a separate process, on a free port."""

import os
import queue
import subprocess
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / "artifacts/bin/Ocr.Standalone/release/Ocr.Standalone.dll"
RECEIPTS = ROOT / "tests/assets/receipts"
PATIENCE = 60


class Standalone:
    def __init__(self, **settings: str) -> None:
        self._data = tempfile.TemporaryDirectory(prefix="ocr python ", ignore_cleanup_errors=True)
        environment = {**os.environ, "PORT": "0", "DATA_DIR": self._data.name, **settings}
        self._process = subprocess.Popen(
            ["dotnet", str(PROGRAM)], env=environment, cwd=self._data.name, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self._lines: "queue.Queue[str]" = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.address = self._wait_for_address()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
        self._data.cleanup()

    def _listen(self) -> None:
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def _wait_for_address(self) -> str:
        log = ""
        while True:
            line = self._lines.get(timeout=PATIENCE)
            log += line
            if "Ready: " in line:
                return line.split("Ready: ")[1].strip()
            if not line:
                raise RuntimeError(f"It ended before it was ready.\n{log}")
