"""Valid and hostile clients. Every response is checked, and accepted receipts are recorded."""

import json
import threading
import time
from collections import Counter

from images import costly, hollow, refused
from system import call

FORM = {"numerosorteo": "A", "fechasorteo": "20250711", "idWhatsapp": "12345678901@lid", "nombre": "Ana", "horamin": "14-30"}
MARK = "soak-boundary-7f3a"
# 503 and 507 are documented: the client should repeat the request.
ANNOUNCED = (503, 507)


class Ledger:
    """Accepted receipts, counts of responses, and violations."""

    def __init__(self):
        self._lock = threading.Lock()
        self.accepted, self.batches, self.answers, self.violations, self.images = {}, [], Counter(), [], Counter()

    def answer(self, what, status, body, expected):
        with self._lock:
            self.answers[status] += 1
            if status not in expected and status not in ANNOUNCED:
                self.violations.append(f"{what}: status {status} instead of {'/'.join(map(str, expected))}: {str(body)[:160]}")
        return status in expected

    def accept(self, kind, source, entries):
        with self._lock:
            self.images[kind] += len(entries)
            for entry in entries:
                if entry["stored_name"] in self.accepted:
                    self.violations.append(f"the stored name {entry['stored_name']} was given twice")
                self.accepted[entry["stored_name"]] = (kind, source)

    def opened(self, batch):
        with self._lock:
            self.batches.append(batch)

    def violation(self, text):
        with self._lock:
            self.violations.append(text)


def form(files, **fields):
    parts = [f'--{MARK}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in {**FORM, **fields}.items()]
    for name, data in files:
        head = f'--{MARK}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
        parts += [head.encode(), data, b"\r\n"]
    return b"".join(parts) + f"--{MARK}--\r\n".encode()


class Traffic:
    def __init__(self, url, copies, ledger, random):
        self._url, self._copies, self._ledger, self._random, self._number = url, copies, ledger, random, 0

    def upload(self, kind, source, data):
        """Repeats an upload until it is accepted: an announced 503 means that nothing was stored."""
        headers = {"Content-Type": f"multipart/form-data; boundary={MARK}"}
        for _ in range(60):
            status, body = call(f"{self._url}/api/upload", form([(source, data)]), headers)
            if self._ledger.answer(f"upload of {kind}", status, body, (200,)):
                self._ledger.accept(kind, source, body["files_processed"])
                return
            time.sleep(1)

    def valid(self):
        self.upload("receipt", *self._copies.next())

    def open(self):
        headers = {"Content-Type": "application/json", "Prefer": "respond-async"}
        status, body = call(f"{self._url}/api/ocr/process_batch", json.dumps({"max_images": 50}).encode(), headers)
        if self._ledger.answer("process_batch", status, body, (200, 202)) and isinstance(body, dict) and body.get("request_id"):
            self._ledger.opened(body["request_id"])

    def hostile(self):
        """One attack of a fixed cycle."""
        self._number += 1
        headers = {"Content-Type": f"multipart/form-data; boundary={MARK}"}
        name, data = self._copies.next()
        post = lambda what, body, expected, head=headers, path="/api/upload": self._ledger.answer(what, *call(self._url + path, body, head), expected)  # noqa: E731
        get = lambda path, expected: self._ledger.answer(path, *call(self._url + path), expected)  # noqa: E731
        attacks = (
            lambda: post("refused file", form([("../../etc/passwd", refused(data, self._number))]), (400,)),
            lambda: post("hostile metadata", form([(name, data)], fechasorteo="20251399", nombre="'; DROP TABLE receipts;--" * 20), (400,)),
            lambda: post("cut multipart", form([(name, data)])[:-400], (400,)),
            lambda: post("no multipart", b"{}", (400, 415), {"Content-Type": "application/json"}),
            lambda: post("wrong JSON", b'{"max_images": "many"', (400,), {"Content-Type": "application/json"}, "/api/ocr/process_batch"),
            lambda: get("/api/ocr/result/..%2F..%2Fetc%2Fpasswd", (400, 404)),
            lambda: get("/api/ocr/image/%00%27%20OR%201=1", (400, 404)),
            lambda: get("/api/files/pending?limit=-1&offset=x", (400,)),
            lambda: self.upload("unreadable", "hollow.png", hollow(f"noise {self._number}")),
            lambda: self.upload("costly", "costly.png", costly(f"costly {self._number}")) if self._number % 40 == 9 else None,
        )
        attacks[self._number % len(attacks)]()
