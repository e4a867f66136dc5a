"""Standalone, all services in one process: receipts are uploaded over HTTP, as clients do."""

import json
import time
import urllib.error
import urllib.request

from ports import free_ports
from program import Program

FORM = {"numerosorteo": "A", "fechasorteo": "20250711", "idWhatsapp": "12345678901@lid", "nombre": "Ana", "horamin": "14-30"}

LIMITS = ("PER_MINUTE", "PER_HOUR", "BURST", "UPLOAD_PER_MINUTE", "PROCESS_PER_MINUTE", "COST_PER_MINUTE")


class Standalone:
    title = "Standalone, all services in one process"
    limit = 450e6  # bytes resident

    def __init__(self, folder):
        (port,) = free_ports(1)
        self._base = f"http://127.0.0.1:{port}"
        unlimited = {f"RATE_LIMIT_{name}": "0" for name in LIMITS}
        self._program = Program("Standalone", folder, f"{self._base}/health/ready", PORT=str(port), MALLOC_ARENA_MAX="2", **unlimited)
        self.sample, self.stop = self._program.sample, self._program.stop

    def read(self, images):
        """Uploads every (name, media type, bytes), then processes all pending receipts."""
        self._upload(images)
        body = json.dumps({"max_images": len(images), "timeout_seconds": 300}).encode()
        answer = call(f"{self._base}/api/ocr/process_batch", body, {"Content-Type": "application/json"})
        return {key: value for key, value in answer.items() if not isinstance(value, (dict, list))}

    def _upload(self, images):
        """One multipart form: the documented client's metadata, then the files."""
        mark = "soak-boundary-7f3a"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in FORM.items()]
        for name, kind, data in images:
            head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'
            parts += [head.encode(), data, b"\r\n"]
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        call(f"{self._base}/api/upload", body, {"Content-Type": f"multipart/form-data; boundary={mark}"})


def call(url, data=None, headers=None, tries=20):
    for attempt in range(tries):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers or {}), timeout=600) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or attempt == tries - 1:
                raise SystemExit(f"{url}: {error.code} {error.read()[:400]}") from error
            time.sleep(float(error.headers.get("Retry-After") or 1))
