"""Retries, against a server that fails on purpose."""

import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, Dict, List, Tuple

from ocr_recibos import OcrClient, RateLimited, Receipt, RetryPolicy, ServerError, TimedOut, Unreachable

QUICK = RetryPolicy(attempts=3, first_wait=0.01)
RECEIPT = Receipt(b"x", "x.png", "A", "20250711", "1@lid", "Juan", "14-30")
Response = Tuple[int, Dict[str, Any]]
DROP: Response = (0, {})
OK: Response = (200, {})


class Handler(BaseHTTPRequestHandler):
    answers: ClassVar[List[Response]] = []
    seen: ClassVar[List[Tuple[str, int]]] = []
    keys: ClassVar[List[str]] = []

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, len(body)))
        self.keys.append(self.headers.get("Idempotency-Key", ""))
        status, headers = self.answers.pop(0)
        headers = dict(headers)
        if status == 0:
            self.close_connection = True
            return
        text = json.dumps(headers.pop("body", {"error_code": f"X_{status}", "mensaje": "no", "status": "x"})).encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(text))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = _answer

    def log_message(self, *_: object) -> None:
        pass


class RetryTests(unittest.TestCase):
    def setUp(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.client = OcrClient(f"http://127.0.0.1:{self.server.server_port}", retry=QUICK)
        Handler.seen.clear()

    def tearDown(self) -> None:
        self.client.close()
        self.server.shutdown()
        self.server.server_close()

    def answer(self, *answers: Response) -> None:
        Handler.answers = list(answers)

    def test_repeats_a_request_when_the_server_is_busy(self) -> None:
        self.answer((429, {"Retry-After": "0"}), (503, {}), OK)
        self.client.status()
        self.assertEqual(3, len(Handler.seen))

    def test_repeats_an_upload_that_was_refused_completely(self) -> None:
        self.answer((429, {"Retry-After": "0"}), OK)
        self.client.upload([RECEIPT])
        first, second = (size for _, size in Handler.seen)
        self.assertGreater(first, 100)
        self.assertEqual(first, second)

    def test_raises_the_error_after_the_last_attempt(self) -> None:
        self.answer(*[(503, {})] * 3)
        with self.assertRaises(ServerError):
            self.client.status()
        self.assertEqual(3, len(Handler.seen))

    def test_does_not_wait_longer_than_longest_wait(self) -> None:
        self.answer((429, {"Retry-After": "3600"}))
        with self.assertRaises(RateLimited) as caught:
            self.client.status()
        self.assertEqual(3600, caught.exception.retry_after)

    def test_repeats_a_get_after_a_broken_connection(self) -> None:
        self.answer(DROP, OK)
        self.client.status()
        self.assertEqual(2, len(Handler.seen))

    def test_does_not_repeat_an_upload_that_may_be_stored(self) -> None:
        for answer in (DROP, (502, {})):
            Handler.seen.clear()
            self.answer(answer, OK)
            with self.assertRaises((Unreachable, ServerError)):
                self.client.upload([RECEIPT])
            self.assertEqual(1, len(Handler.seen))

    def test_repeats_an_upload_with_a_key_that_may_be_stored(self) -> None:
        for answer in (DROP, (502, {})):
            Handler.seen.clear()
            self.answer(answer, OK)
            self.client.upload([RECEIPT], idempotency_key="3EB0C767D26A1B7E")
            first, second = Handler.seen
            self.assertEqual(first, second)
            self.assertEqual(["3EB0C767D26A1B7E"] * 2, Handler.keys[-2:])

    def test_polls_a_read_that_the_server_did_not_wait_for(self) -> None:
        self.answer(
            (202, {"body": {"status": "processing", "request_id": "BATCH_1", "receipt_id": "abc"}}),
            (200, {"body": {"status": "processing", "files_done": 0}}), (200, {"body": {"status": "completed", "files_done": 1}}),
            (200, {"body": {"data": {"receipt_id": "abc"}}}),
        )
        self.assertEqual({"receipt_id": "abc"}, self.client.read_one(RECEIPT, timeout=5))
        self.assertEqual(4, len(Handler.seen))

    def test_waits_longer_with_every_attempt(self) -> None:
        policy = RetryPolicy(attempts=9, first_wait=1, longest_wait=10)
        for attempt, most in ((1, 1), (2, 2), (3, 4), (4, 8), (5, 10), (8, 10)):
            wait = policy.wait_before(attempt, None)
            self.assertTrue(most / 2 <= wait <= most, wait)
        self.assertIsNone(policy.wait_before(9, None))
        self.assertEqual(7, policy.wait_before(1, 7))

    def test_a_server_that_does_not_respond_times_out(self) -> None:
        class Silent(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                threading.Event().wait(2)

        server = ThreadingHTTPServer(("127.0.0.1", 0), Silent)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with OcrClient(f"http://127.0.0.1:{server.server_port}", timeout=0.2) as client:
            with self.assertRaises(TimedOut):
                client.start_batch()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    unittest.main()
