"""Keys, tokens and limits, against a real system that requires keys."""

import unittest

from ocr_recibos import AuthenticationError, OcrClient, PermissionDenied, RateLimited, RetryPolicy

from .standalone import Standalone

ADMIN = "only-for-this-test-0123456789abcdef"


class AccessTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.system = Standalone(
            AUTH_REQUIRED="true", ADMIN_API_KEY=ADMIN, SESSION_SECRET="only-for-this-test-0123456789abcdef-secret",
            RATE_LIMIT_BURST="3",
        )
        cls.admin = OcrClient(cls.system.address, api_key=ADMIN)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.admin.close()
        cls.system.stop()

    def test_a_key_has_its_permissions_until_it_is_revoked(self) -> None:
        made = self.admin.generate_key("sólo lectura", ["download_results"])
        with OcrClient(self.system.address, api_key=made["api_key"]) as client:
            self.assertEqual("success", client.processed()["status"])
            with self.assertRaises(PermissionDenied):
                client.start_batch()
            self.assertIn("sólo lectura", [key["name"] for key in self.admin.list_keys()["keys"]])

            self.admin.revoke_key(made["key"]["id"])
            with self.assertRaises(AuthenticationError):
                client.processed()

    def test_a_key_is_exchanged_for_a_token(self) -> None:
        made = self.admin.generate_key("con token", ["process_ocr"])
        with OcrClient(self.system.address, api_key=made["api_key"]) as client:
            token = client.login()
            self.assertEqual("", client.start_batch())
        with OcrClient(self.system.address, token=token) as client:
            self.assertEqual(0, client.pending()["files_pending"])

    def test_requests_without_a_valid_key_are_refused(self) -> None:
        for wrong in (None, "ocr_00000000000000000000000000000000"):
            with OcrClient(self.system.address, api_key=wrong) as client, self.assertRaises(AuthenticationError):
                client.pending()

    def test_waits_for_retry_after_of_a_limit(self) -> None:
        key = self.admin.generate_key("con prisa", ["process_ocr"])["api_key"]
        with OcrClient(self.system.address, api_key=key, retry=RetryPolicy(attempts=1)) as hasty, self.assertRaises(RateLimited):
            for _ in range(20):
                hasty.pending()
        with OcrClient(self.system.address, api_key=key) as patient:
            for _ in range(8):
                patient.pending()


if __name__ == "__main__":
    unittest.main()
