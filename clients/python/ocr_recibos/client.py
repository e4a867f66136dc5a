"""The client. One method per endpoint, and :meth:`OcrClient.read`, which uploads, reads and returns results."""

from __future__ import annotations

import time
import uuid
from typing import Any, Callable, Dict, Generator, Iterable, List, Optional, Sequence, Union, cast
from urllib.parse import quote

from . import events
from .errors import BatchFailed, FilesInBatches, TimedOut
from .models import BatchResponse, BatchResults, BatchStatus, ReceiptDocument, ReceiptResult, UploadResponse
from .receipt import Receipt
from .retry import RetryPolicy
from .reviews import Reviews
from .transport import Transport
from .webhooks import Webhooks

Progress = Callable[[BatchStatus], None]

_FILES_PER_UPLOAD = 50
_FILES_PER_BATCH = 50
_FIRST_POLL = 0.1
_LONGEST_POLL = 2.0
# Proxies end requests that are silent for a minute. After this the result is polled.
_LONGEST_WAIT = 30


class OcrClient:
    """A connection to one server.

    ``api_key`` goes out as ``X-API-Key``, ``token`` (see :meth:`login`) as ``Authorization: Bearer``; a server without
    ``AUTH_REQUIRED`` needs neither. ``timeout``: seconds without a byte before a request is given up.
    """

    def __init__(
        self,
        base_url: str,
        api_key: Optional[str] = None,
        token: Optional[str] = None,
        timeout: float = 30.0,
        retry: RetryPolicy = RetryPolicy(),
    ) -> None:
        self._api_key = api_key
        self._timeout = timeout
        self._http = Transport(base_url, {"User-Agent": "ocr-recibos/1.0"}, timeout, retry)
        self.reviews = Reviews(self._http)
        if token:
            self._http.session.headers["Authorization"] = f"Bearer {token}"
        elif api_key:
            self._http.session.headers["X-API-Key"] = api_key
        #: Receivers of events.
        self.webhooks = Webhooks(self._http)

    def __enter__(self) -> "OcrClient":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._http.session.close()

    # Upload, read and results

    def read(
        self, receipts: Iterable[Receipt], profile: str = "ultra_rapido",
        on_progress: Optional[Progress] = None, timeout: float = 600.0,
    ) -> List[ReceiptResult]:
        """Uploads receipts, reads them and returns their results, in the order of the receipts.

        The batches contain exactly these receipts. Receipts that the batch of another client took are waited for.
        ``timeout``: seconds for all of it.
        """
        names: List[str] = []
        waiting = list(receipts)
        for start in range(0, len(waiting), _FILES_PER_UPLOAD):
            answer = self.upload(waiting[start:start + _FILES_PER_UPLOAD], idempotency_key=str(uuid.uuid4()))
            names += [file["stored_name"] for file in answer["files_processed"]]

        found: Dict[str, ReceiptResult] = {}
        deadline = time.monotonic() + timeout
        while missing := [name for name in names if name not in found]:
            for request_id in self._batches_of(missing[:_FILES_PER_BATCH], profile):
                self._until_done(request_id, on_progress, deadline)
                found.update({result["nombre_archivo"]: result for result in self.results(request_id)["resultados"]})
            if time.monotonic() > deadline:
                raise TimedOut(f"{len(missing)} receipts are not read after {timeout} s")
        return [found[name] for name in names]

    def _batches_of(self, names: Sequence[str], profile: str) -> Iterable[str]:
        try:
            return [self.start_batch(profile=profile, files=list(names))]
        except FilesInBatches as error:
            return sorted(set(error.batches.values()))

    # Uploads

    def read_one(
        self, receipt: Receipt, idempotency_key: Optional[str] = None, profile: str = "ultra_rapido",
        include_coordinates: bool = True, timeout: float = 120.0,
    ) -> ReceiptDocument:
        """Reads one receipt and returns its individual JSON, with ``decision``.

        ``idempotency_key``, such as the id of the message: a repeated call, also of another process, gets the same receipt, which is stored
        once (24 hours). ``timeout``: seconds; after it ``TimedOut`` is raised, and the receipt is read nevertheless.
        """
        deadline = time.monotonic() + timeout
        wait = min(_LONGEST_WAIT, max(0, int(timeout)))
        fields = {**receipt.fields(), "profile": profile, "include_coordinates": str(include_coordinates).lower()}
        headers = {"Prefer": f"wait={wait}", "Idempotency-Key": idempotency_key or str(uuid.uuid4())}
        answer = self._http.json(
            "POST", "/api/ocr/read", files=[("image", (receipt.file_name, receipt.content))], data=fields, headers=headers,
            timeout=wait + self._timeout, repeatable=True,
        )
        if answer.get("status") == "processing":
            self._until_done(answer["request_id"], None, deadline)
            answer = self.result(answer["receipt_id"])
        return cast(ReceiptDocument, answer)

    def upload(self, receipts: Sequence[Receipt], partial: bool = False, idempotency_key: Optional[str] = None) -> UploadResponse:
        """Uploads up to 50 receipts: all of them, or none, with a ``ValidationError`` that names the errors.

        ``partial``: stores the valid receipts; ``files_rejected`` has the others. ``idempotency_key``: a repeated upload gets the first
        response and stores nothing (24 hours), so that it is sent again after a lost response too.
        """
        files = [("files", (receipt.file_name, receipt.content)) for receipt in receipts]
        fields = {f"{name}_{index}": value for index, receipt in enumerate(receipts) for name, value in receipt.fields().items()}
        return cast(UploadResponse, self._http.json(
            "POST", "/api/upload", files=files, data=fields, params={"partial": "true"} if partial else None,
            headers={"Idempotency-Key": idempotency_key} if idempotency_key else None, repeatable=idempotency_key is not None,
        ))

    def pending(self, limit: int = 1000, offset: int = 0) -> Dict[str, Any]:
        """The receipts that wait for a batch, oldest first; up to 1000 per call. ``has_more`` is true when there are more."""
        return self._get("/api/files/pending", limit=limit, offset=offset)

    # Batches

    def process_batch(self, timeout: float = 300.0, **options: Any) -> BatchResponse:
        """Reads the pending receipts as one batch and waits for it, at most ``timeout`` seconds.

        ``options`` as documented: ``profile``, ``language``, ``include_coordinates``, ``max_images``. ``upload_id`` or ``files`` (stored
        names) choose the receipts; ``FilesInBatches`` is raised when a batch has some of them already.
        """
        body = {**options, "timeout_seconds": int(timeout)}
        return cast(BatchResponse, self._batch(body, timeout=timeout + 30))

    def start_batch(self, **options: Any) -> str:
        """Starts a batch without waiting; ``options`` as for :meth:`process_batch`. Returns its id, blank when nothing was pending."""
        return str(self._batch(options, headers={"Prefer": "respond-async"})["request_id"])

    def _batch(self, body: Dict[str, Any], **request: Any) -> Any:
        # With the same named receipts the server returns the batch that it opened for them.
        named = "upload_id" in body or "files" in body
        return self._http.json("POST", "/api/ocr/process_batch", json=body, repeatable=named, **request)

    def batch_status(self, request_id: str) -> BatchStatus:
        """The progress of a batch."""
        return cast(BatchStatus, self._get(f"/api/ocr/status/{_part(request_id)}"))

    def wait(self, request_id: str, on_progress: Optional[Progress] = None, timeout: float = 600.0) -> BatchStatus:
        """Polls a batch until it is completed; calls ``on_progress`` after every change.

        Raises ``BatchFailed`` when no receipt of it could be read, ``TimedOut`` after ``timeout`` seconds.
        """
        status = self._until_done(request_id, on_progress, time.monotonic() + timeout)
        if status["status"] == "failed":
            raise BatchFailed(request_id, str(status.get("error", "")))
        return status

    def _until_done(self, request_id: str, on_progress: Optional[Progress], deadline: float) -> BatchStatus:
        pause = _FIRST_POLL
        reported = -1
        while True:
            status = self.batch_status(request_id)
            if on_progress and status["files_done"] != reported:
                reported = status["files_done"]
                on_progress(status)
            if status["status"] != "processing":
                return status
            if time.monotonic() > deadline:
                raise TimedOut(f"{request_id} is not finished: {status['files_done']} of {status['files_total']}")
            time.sleep(pause)
            pause = min(_LONGEST_POLL, pause * 1.5)

    # Results

    def results(self, request_id: Optional[str] = None) -> BatchResults:
        """The consolidated results of a batch, by default of the last finished one."""
        return cast(BatchResults, self._get("/api/extract_results", request_id=request_id))

    def results_csv(self, request_id: Optional[str] = None) -> bytes:
        """The same for a spreadsheet: UTF-8 with a byte order mark, ``;`` between columns."""
        return bytes(self._http.send("GET", "/api/extract_results", params={"request_id": request_id, "format": "csv"}).content)

    def processed(self, limit: int = 1000, offset: int = 0) -> Dict[str, Any]:
        """The stored results, the latest first; up to 1000 per call. ``has_more`` is true when there are more."""
        return self._get("/api/files/processed", limit=limit, offset=offset)

    def result(self, result_id: str) -> ReceiptDocument:
        """The individual JSON of a receipt, by its ``receipt_id`` or the name of its result."""
        return cast(ReceiptDocument, self._get(f"/api/ocr/result/{_part(result_id)}")["data"])

    def result_data(self, result_id: str) -> Dict[str, Any]:
        """The words of a receipt with their geometry, for a viewer."""
        return self._get(f"/api/ocr/result_data/{_part(result_id)}")

    def image(self, result_id: str) -> bytes:
        """The stored image of a receipt, by its ``receipt_id`` or the name of its result."""
        return bytes(self._http.send("GET", f"/api/ocr/image/{_part(result_id)}").content)

    def history(self, limit: int = 50, offset: int = 0) -> Dict[str, Any]:
        """The batches, the last opened first; up to 1000 per call."""
        return self._get("/api/batches/history", limit=limit, offset=offset)

    def batch(self, request_id: str) -> Dict[str, Any]:
        """A batch with its receipts and the names of their results."""
        return self._get(f"/api/batches/{_part(request_id)}")

    # Events

    def events(
        self, tipos: Optional[Sequence[str]] = None, last_event_id: Optional[Union[str, int]] = None,
    ) -> Generator[events.StreamEvent, None, None]:
        """The events of the tenant as they happen, without end; of all types, or of ``tipos``.

        Connects again when the connection is lost and continues where it was. Pass ``last_event_id`` to continue after a restart of your
        program. Use a client of its own: it is busy until ``close()`` of the returned generator.
        """
        return events.stream(self._http, tipos, last_event_id)

    # The system

    def status(self) -> Dict[str, Any]:
        """Models, rules, receipts by state, worker."""
        return self._get("/api/status")

    def health(self) -> Dict[str, Any]:
        """The health checks; an unhealthy system raises ``ServerError``."""
        return self._get("/api/health")

    def metrics(self) -> Dict[str, Any]:
        """Times, quality and errors, measured."""
        return self._get("/api/metrics")

    def queue_status(self) -> Dict[str, Any]:
        """Receipts by state, and the workers."""
        return self._get("/api/ocr/queue/status")

    def clean(self, **options: Any) -> Dict[str, Any]:
        """Removes what is older than ``retention_hours``; ``preserve_results``, ``force_clean`` as documented."""
        return cast(Dict[str, Any], self._http.json("POST", "/api/clean", json=options))

    # Keys and tokens

    def login(self) -> str:
        """Exchanges the API key for a token and returns it. Later requests send the token."""
        answer = self._http.json("POST", "/api/auth/token", json={"api_key": self._api_key})
        token = str(answer["access_token"])
        self._http.session.headers.pop("X-API-Key", None)
        self._http.session.headers["Authorization"] = f"Bearer {token}"
        return token

    def generate_key(self, name: str, permissions: Sequence[str], tenant: Optional[str] = None) -> Dict[str, Any]:
        """A new key (``api_key``, shown this once) with ``process_ocr``, ``download_results``, ``review``, ``clean_system``,
        ``webhooks``, of a tenant. Needs the admin key."""
        body = {"name": name, "permissions": list(permissions), **({"tenant": tenant} if tenant else {})}
        return cast(Dict[str, Any], self._http.json("POST", "/api/generate_key", json=body))

    def list_keys(self) -> Dict[str, Any]:
        """All keys, without their secrets. Needs the admin key."""
        return self._get("/api/list_keys")

    def audit(self, limit: int = 100, offset: int = 0) -> Dict[str, Any]:
        """The audit trail, the latest event first. Needs the admin key."""
        return self._get("/api/audit", limit=limit, offset=offset)

    def revoke_key(self, key_id: str) -> None:
        """Revokes a key immediately. Needs the admin key."""
        self._http.send("DELETE", f"/api/revoke_key/{_part(key_id)}")

    def _get(self, path: str, **query: Any) -> Dict[str, Any]:
        return cast(Dict[str, Any], self._http.json("GET", path, params=query))


def _part(text: str) -> str:
    return quote(text, safe="")
