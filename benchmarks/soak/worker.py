"""One OcrWorker between a broker and a folder of images: commands are published to the bus, words are received from it."""

import hashlib
import time
import uuid

from broker import Broker
from ports import free_ports
from program import Program

CONTRACTS = "Ocr.Contracts"
ANSWERS = "soak-answers"
LONGEST = 600  # seconds per batch


class Worker:
    title = "One OcrWorker, on RabbitMQ"
    limit = 300e6  # bytes resident

    def __init__(self, folder):
        self._images = folder / "images"
        (folder / "broker").mkdir()
        self._broker = Broker(folder / "broker")
        try:
            self._broker.listen(ANSWERS, [f"{CONTRACTS}:TextRecognized", f"{CONTRACTS}:RecognitionFailed"])
            (port,) = free_ports(1)
            self._program = Program(
                "OcrWorker", folder, f"http://127.0.0.1:{port}/health/ready", ASPNETCORE_URLS=f"http://127.0.0.1:{port}", BUS_TRANSPORT="rabbitmq", RABBITMQ_URL=self._broker.url)  # fmt: skip
        except BaseException:
            self._broker.stop()
            raise
        self.sample = self._program.sample

    def read(self, images):
        """Sends commands for every (name, media type, bytes); returns after all results."""
        paths = [self._command(*image, position, len(images)) for position, image in enumerate(images, 1)]
        answered, until = 0, time.monotonic() + LONGEST
        while answered < len(images):
            answers = self._broker.take(ANSWERS, len(images))
            answered += len(answers)
            failed = [answer["message"] for answer in answers if "text" not in answer["message"]]
            if failed or time.monotonic() > until:
                raise SystemExit(f"a receipt was not read: {failed[:1] or 'no answer'}")
            time.sleep(0.05)
        for path in paths:
            path.unlink()

    def _command(self, name, kind, data, position, size):
        """Stores the image and publishes the command to read it, as Ingest does."""
        sha256, now = hashlib.sha256(data).hexdigest(), time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        key = f"{sha256[:2]}/{sha256}.{kind.split('/')[1]}"
        path = self._images / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._broker.publish(f"{CONTRACTS}:RecognizeReceipt", f"{CONTRACTS}:RecognizeReceipt", {
            "batch": {"requestId": "BATCH_20250711_120000_abc", "size": size, "position": position, "profile": "ultra_rapido",
                      "includeCoordinates": False, "openedAt": now},
            "receipt": {"receiptId": str(uuid.uuid4()), "storedName": name, "originalName": name, "objectKey": key, "sha256": sha256,
                        "contentType": kind, "sizeBytes": len(data), "uploadedAt": now,
                        "metadata": {"drawNumber": "A", "drawDate": "20250711", "whatsappId": "12345678901@lid", "senderName": "Ana", "sentAt": "14-30"}},
            "attempt": 1,
        })  # fmt: skip
        return path

    def stop(self):
        self._program.stop()
        self._broker.stop()
