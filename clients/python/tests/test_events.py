"""Webhooks and live events, against the real system."""

import base64
import hashlib
import hmac
import threading
import time
import unittest
from typing import Dict

from ocr_recibos import NotFound, OcrClient, ValidationError, WebhookError, verify_webhook

from .receiver import Receiver
from .standalone import Standalone
from .test_client import NAMES, TRUTH, receipt

UNLIMITED = {f"RATE_LIMIT_{name}": "0" for name in ("PER_MINUTE", "PER_HOUR", "BURST", "UPLOAD_PER_MINUTE", "PROCESS_PER_MINUTE", "COST_PER_MINUTE")}


class VerificationTests(unittest.TestCase):
    KEY = bytes(range(32))
    SECRET = "whsec_" + base64.b64encode(KEY).decode()
    BODY = '{"type":"receipt.read","data":{"nombre":"María"}}'.encode()

    def signed(self, at: int = 1_700_000_000, key: bytes = KEY) -> Dict[str, str]:
        digest = hmac.new(key, b"evt_1." + str(at).encode() + b"." + self.BODY, hashlib.sha256).digest()
        return {"Webhook-Id": "evt_1", "webhook-timestamp": str(at), "webhook-signature": "v1," + base64.b64encode(digest).decode()}

    def test_a_valid_webhook_returns_its_event(self) -> None:
        event = verify_webhook(self.SECRET, self.BODY, self.signed(), now=1_700_000_100)
        self.assertEqual("María", event["data"]["nombre"])
        self.assertEqual(event, verify_webhook(self.SECRET, self.BODY.decode(), self.signed(), now=1_700_000_100))

    def test_one_of_several_secrets_or_signatures_is_enough(self) -> None:
        other = "whsec_" + base64.b64encode(b"x" * 32).decode()
        verify_webhook([other, self.SECRET], self.BODY, self.signed(), now=1_700_000_000)
        headers = self.signed()
        headers["webhook-signature"] = self.signed(key=b"x" * 32)["webhook-signature"] + " " + headers["webhook-signature"]
        verify_webhook(self.SECRET, self.BODY, headers, now=1_700_000_000)

    def test_an_invalid_webhook_is_refused(self) -> None:
        headers = self.signed()
        for wrong in (
            {**headers, "webhook-signature": self.signed(key=b"x" * 32)["webhook-signature"]},
            {**headers, "webhook-signature": ""},
            {**headers, "webhook-signature": "v1,ñ"},
            {**headers, "Webhook-Id": "evt_2"},
            {**headers, "webhook-timestamp": "1700000001"},
            {**headers, "webhook-timestamp": "ayer"},
            {name: value for name, value in headers.items() if name != "webhook-signature"},
        ):
            with self.assertRaises(WebhookError):
                verify_webhook(self.SECRET, self.BODY, wrong, now=1_700_000_000)
        for now in (1_700_000_301, 1_699_999_699):
            with self.assertRaises(WebhookError):
                verify_webhook(self.SECRET, self.BODY, headers, now=now)
        with self.assertRaises(WebhookError):
            verify_webhook(self.SECRET, self.BODY + b" ", headers, now=1_700_000_000)


class EventTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.system = Standalone(WEBHOOK_ALLOW="127.0.0.1", **UNLIMITED)
        cls.client = OcrClient(cls.system.address)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.client.close()
        cls.system.stop()

    def test_a_webhook_arrives_verified_and_is_managed(self) -> None:
        receiver = Receiver()
        self.addCleanup(receiver.stop)
        created = self.client.webhooks.create(receiver.url, ["receipt.read"], "bot")
        webhook_id = created["webhook"]["id"]
        [result] = self.client.read([receipt(NAMES[20], 91)])

        headers, body = receiver.received.get(timeout=30)
        event = verify_webhook(created["secreto"], body, headers)
        self.assertEqual("receipt.read", event["type"])
        self.assertEqual(TRUTH[NAMES[20]]["fields"]["referencia"], event["data"]["extracted_fields"]["referencia"])
        self.assertEqual(result["receipt_id"], event["data"]["receipt_id"])
        with self.assertRaises(WebhookError):
            verify_webhook(created["secreto"], body + b" ", headers)

        deadline = time.monotonic() + 30
        while not self.client.webhooks.deliveries(webhook_id, "entregado"):
            self.assertLess(time.monotonic(), deadline)
        [delivery] = self.client.webhooks.deliveries(webhook_id)
        self.assertEqual((204, None), (delivery["registro"][0]["codigo_http"], delivery["registro"][0]["error"]))

        rotated = self.client.webhooks.rotate_secret(webhook_id)
        self.assertEqual(1, self.client.webhooks.replay(webhook_id, delivery["id"]))
        headers, body = receiver.received.get(timeout=30)
        self.assertEqual(delivery["evento_id"], {name.lower(): value for name, value in headers.items()}["webhook-id"])
        for secret in (created["secreto"], rotated["secreto"]):
            self.assertEqual(event, verify_webhook(secret, body, headers))

        self.assertFalse(self.client.webhooks.change(webhook_id, activo=False)["activo"])
        self.assertEqual(webhook_id, self.client.webhooks.get(webhook_id)["id"])
        self.assertIn(webhook_id, [one["id"] for one in self.client.webhooks.list()])
        self.assertEqual(0, self.client.webhooks.replay(webhook_id))
        self.client.webhooks.delete(webhook_id)
        with self.assertRaises(NotFound):
            self.client.webhooks.get(webhook_id)

    def test_a_wrong_address_is_named(self) -> None:
        with self.assertRaises(ValidationError) as caught:
            self.client.webhooks.create("https://10.0.0.1/")
        self.assertIn("url", caught.exception.field_errors)

    def test_events_arrive_live_and_continue_after_the_last_one(self) -> None:
        with OcrClient(self.system.address) as listener:
            stream = listener.events(["receipt.read"], last_event_id=0)
            # Events before the first stream of a tenant are not stored: the stream starts with a gap, and every later event is in it.
            self.assertEqual("stream.gap", next(stream).type)
            reading = threading.Thread(target=self.client.read, args=([receipt(NAMES[21], 92)],))
            reading.start()
            seen = next(event for event in stream if event.event["data"]["filename"].startswith("20250711-A--000000000092"))
            reading.join()
            stream.close()
        self.client.read([receipt(NAMES[22], 93)])

        with OcrClient(self.system.address) as listener:
            stream = listener.events(["receipt.read", "batch.completed"], seen.id)
            # The events of a batch and of its receipts come from two queues, so their order varies.
            missed = [next(stream)]
            while missed[-1].type != "receipt.read":
                missed.append(next(stream))
            stream.close()
        self.assertIn("000000000093", missed[-1].event["data"]["filename"])
        self.assertTrue(all(int(event.id) > int(seen.id) for event in missed))


if __name__ == "__main__":
    unittest.main()
