"""The client against the real system."""

import json
import unittest
import uuid
from datetime import date, time

from ocr_recibos import (
    ApiError, FilesInBatches, FileTooLarge, KeyReused, NotFound, OcrClient, Receipt, TimedOut, Unreachable, ValidationError,
)

from .standalone import RECEIPTS, Standalone

TRUTH = json.loads((RECEIPTS / "truth.json").read_text(encoding="utf-8"))
NAMES = list(TRUTH)
REQUIRED = {"numerosorteo", "fechasorteo", "idWhatsapp", "nombre", "horamin"}


def receipt(name: str, sender: int = 1) -> Receipt:
    return Receipt.from_file(
        RECEIPTS / name, numerosorteo="A", fechasorteo=date(2025, 7, 11), id_whatsapp=f"{sender:012}@lid",
        nombre="María José", horamin=time(14, 30), caption="Sorteo ñandú",
    )


class ClientTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.system = Standalone(OCR_PARALLELISM="1", RATE_LIMIT_UPLOAD_PER_MINUTE="0", RATE_LIMIT_PROCESS_PER_MINUTE="0",
                                RATE_LIMIT_PER_MINUTE="0", RATE_LIMIT_PER_HOUR="0", RATE_LIMIT_BURST="0", RATE_LIMIT_COST_PER_MINUTE="0")
        cls.client = OcrClient(cls.system.address)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.client.close()
        cls.system.stop()

    def test_reads_receipts_in_their_order_and_reports_progress(self) -> None:
        steps = []
        results = self.client.read([receipt(name) for name in NAMES[:4]], on_progress=lambda status: steps.append(status["files_done"]))

        self.assertEqual([TRUTH[name]["fields"]["referencia"] for name in NAMES[:4]], [result["referencia"] for result in results])
        self.assertEqual(["Sorteo ñandú"] * 4, [result["caption"] for result in results])
        self.assertEqual(4, steps[-1])
        self.assertEqual(steps, sorted(set(steps)))

    def test_finds_a_receipt_that_the_batch_of_another_client_took(self) -> None:
        self.client.upload([receipt(NAMES[4], 12)])
        mine = receipt(NAMES[5], 11)
        with OcrClient(self.system.address) as impatient:
            impatient.start_batch, start = (lambda **options: (self.client.process_batch(), start(**options))[1]), impatient.start_batch
            [result] = impatient.read([mine])

        self.assertEqual(TRUTH[NAMES[5]]["fields"]["referencia"], result["referencia"])

    def test_corrects_decides_and_reads_again(self) -> None:
        self.client.read([receipt(NAMES[7], 31)])
        [found] = [one for one in self.client.reviews.all(limit=1) if one["campos"]["referencia"] == TRUTH[NAMES[7]]["fields"]["referencia"]]

        changed = self.client.reviews.correct(found["receipt_id"], found["version"], {"monto": "1.234,50"})["receipt"]
        with self.assertRaises(ApiError) as stale:
            self.client.reviews.decide(found["receipt_id"], found["version"], "aceptado")
        self.assertEqual(412, stale.exception.status)
        self.client.reviews.decide(found["receipt_id"], changed["version"], "aceptado")
        self.client.wait(self.client.reviews.reread(found["receipt_id"], "balanced"))

        now = self.client.reviews.receipt(found["receipt_id"])["receipt"]
        self.assertEqual(("1234.50", "aceptado"), (now["campos"]["monto"], now["revision"]["estado"]))
        draw = now["metadata_whatsapp"]["fechasorteo"], now["metadata_whatsapp"]["numerosorteo"]
        self.assertEqual(1, self.client.reviews.draw(*draw)["sorteo"]["por_revision"]["aceptado"])
        self.assertEqual(b"PK", self.client.reviews.export_draw(*draw)[:2])
        self.assertIn("1234.50", str(self.client.reviews.truth()))

    def test_reads_one_receipt_in_one_call_and_once_with_its_key(self) -> None:
        key = str(uuid.uuid4())
        document = self.client.read_one(receipt(NAMES[1], 51), idempotency_key=key)
        self.assertEqual(TRUTH[NAMES[1]]["fields"]["monto"], document["extracted_fields"]["monto"])
        self.assertIn(document["decision"]["valor"], ("aceptar", "revisar", "rechazar"))
        self.assertTrue(document["validacion_campos"]["monto"]["valid"])

        with OcrClient(self.system.address) as other:
            self.assertEqual(document["receipt_id"], other.read_one(receipt(NAMES[1], 51), idempotency_key=key, timeout=30.5)["receipt_id"])
            with self.assertRaises(KeyReused):
                other.read_one(receipt(NAMES[2], 51), idempotency_key=key)

    def test_a_partial_upload_stores_the_valid_and_is_read_by_its_id(self) -> None:
        uploaded = self.client.upload([Receipt(b"GIF89a", "falso.gif", "A", "20250711", "1@lid", "Juan", "14-30"), receipt(NAMES[3], 61)], partial=True)
        self.assertEqual([(0, "falso.gif")], [(file["index"], file["original_name"]) for file in uploaded["files_rejected"]])

        answer = self.client.process_batch(upload_id=uploaded["upload_id"], timeout=60)
        self.assertEqual(["success"], [result["processing_status"] for result in answer["results"]])
        other = self.client.upload([receipt(NAMES[3], 62)])["files_processed"][0]["stored_name"]
        mine = uploaded["files_processed"][0]["stored_name"]
        with self.assertRaises(FilesInBatches) as caught:
            self.client.start_batch(files=[mine, other])
        self.assertEqual({mine: answer["request_id"]}, caught.exception.batches)
        self.client.process_batch(files=[other])
        self.assertNotEqual(self.client.history(limit=1)["batches"], self.client.history(limit=1, offset=1)["batches"])
        self.assertNotEqual(self.client.processed(limit=1)["files"], self.client.processed(limit=1, offset=1)["files"])

    def test_uploads_reads_and_fetches_results_in_separate_calls(self) -> None:
        uploaded = self.client.upload([receipt(NAMES[6], 21)])
        name = uploaded["files_processed"][0]["stored_name"]
        self.assertIn(name, [file["filename"] for file in self.client.pending()["files"]])

        request_id = self.client.start_batch(profile="balanced")
        status = self.client.wait(request_id)
        self.assertEqual(("completed", 1, 1), (status["status"], status["files_total"], status["files_done"]))

        result = self.client.result(f"{request_id}_{name}")
        self.assertEqual("balanced", result["processing_metadata"]["profile_used"])
        self.assertEqual(16, len(result["extracted_fields"]))
        self.assertEqual(name, self.client.results(request_id)["resultados"][0]["nombre_archivo"])
        self.assertIn(name, self.client.results_csv(request_id).decode("utf-8-sig"))
        self.assertEqual("", self.client.start_batch())

        self.assertEqual((RECEIPTS / NAMES[6]).read_bytes(), self.client.image(f"{request_id}_{name}"))
        self.assertEqual("header", self.client.result_data(f"{request_id}_{name}")["palabras_detectadas"][0]["geometric_properties"]["relative_position"]["region"])
        self.assertEqual(request_id, self.client.history(limit=1)["batches"][0]["request_id"])
        self.assertEqual([f"{request_id}_{name}.json"], [receipt["result_file"] for receipt in self.client.batch(request_id)["results"]])

    def test_waits_for_a_batch_in_one_call(self) -> None:
        self.client.upload([receipt(NAMES[7], 31)])

        answer = self.client.process_batch(profile="ultra_rapido", timeout=60)

        self.assertEqual(("success", 1), (answer["status"], answer["files_processed"]))

    def test_stops_waiting_at_the_timeout(self) -> None:
        self.client.upload([receipt(name, 41) for name in NAMES[8:12]])
        request_id = self.client.start_batch(profile="high_confidence")

        with self.assertRaises(TimedOut):
            self.client.wait(request_id, timeout=0)
        self.client.wait(request_id)

    def test_names_every_invalid_field_and_file(self) -> None:
        with self.assertRaises(ValidationError) as caught:
            self.client.upload([Receipt(b"GIF89a", "falso.png", "AB", "11/07/2025", "123", "Juan", "14-30")])

        error = caught.exception
        self.assertEqual({"numerosorteo_0", "fechasorteo_0", "idWhatsapp_0"}, set(error.field_errors))
        self.assertEqual(["falso.png"], list(error.file_errors))
        self.assertEqual(("VALIDATION_FAILED_400", 400), (error.code, error.status))
        self.assertTrue(error.request_id)

    def test_raises_the_error_class_of_each_status(self) -> None:
        with self.assertRaises(NotFound):
            self.client.result("BATCH_20250711_143052_a8f_../../etc/passwd")
        with self.assertRaises(FileTooLarge):
            self.client.upload([Receipt(bytes(17 * 1024 * 1024), "grande.png", "A", "20250711", f"{uuid.uuid4()}@lid", "Juan", "14-30")])
        with self.assertRaises(ValidationError):
            self.client.process_batch(profile="rapidisimo")

    def test_returns_status_and_health(self) -> None:
        self.assertEqual(16, self.client.status()["ocr_components"]["extraction_rules_loaded"])
        self.assertIn(self.client.health()["status"], ("healthy", "degraded"))


class NoServerTests(unittest.TestCase):
    def test_a_refused_connection_raises_unreachable(self) -> None:
        from ocr_recibos import RetryPolicy

        with OcrClient("http://127.0.0.1:9", retry=RetryPolicy(attempts=2, first_wait=0.01)) as client:
            with self.assertRaises(Unreachable):
                client.status()


if __name__ == "__main__":
    unittest.main()
