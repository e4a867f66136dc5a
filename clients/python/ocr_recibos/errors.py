"""What can go wrong. Every error of this package is an :class:`OcrError`."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Type


class OcrError(Exception):
    """Base of all errors."""


class Unreachable(OcrError):
    """No answer came: no connection, or it broke."""


class TimedOut(OcrError):
    """No answer came in time, or a batch was not finished in time."""


class BatchFailed(OcrError):
    """No receipt of the batch could be read."""

    def __init__(self, request_id: str, reason: str) -> None:
        super().__init__(f"{request_id}: {reason}")
        self.request_id = request_id
        self.reason = reason


class ApiError(OcrError):
    """The server answered with an error, in the documented form where it could."""

    def __init__(self, status: int, body: Mapping[str, Any], retry_after: Optional[float] = None) -> None:
        self.status = status
        self.code = str(body.get("error_code", f"HTTP_{status}"))
        self.message = str(body.get("mensaje") or body.get("message") or "")
        self.details: Any = body.get("details")
        self.request_id = str(body.get("request_id", ""))
        self.help = str(body.get("help", ""))
        self.retry_after = retry_after
        super().__init__(f"{self.code}: {self.message}" + (f" ({self.details})" if self.details else ""))


class ValidationError(ApiError):
    """Fields or files are wrong; nothing was stored."""

    @property
    def field_errors(self) -> Dict[str, List[str]]:
        """Faults by name of the form field."""
        return self._errors("field_errors")

    @property
    def file_errors(self) -> Dict[str, List[str]]:
        """Faults by file name."""
        return self._errors("file_errors")

    def _errors(self, kind: str) -> Dict[str, List[str]]:
        return dict(self.details.get(kind, {})) if isinstance(self.details, dict) else {}


class AuthenticationError(ApiError):
    """No key or token, or one that is not accepted."""


class PermissionDenied(ApiError):
    """The key may not do this."""


class NotFound(ApiError):
    """No such result, batch or address."""


class BatchRunning(ApiError):
    """The batch is not finished."""


class FilesInBatches(ApiError):
    """Some of the files that were named for a batch are in a batch already; no batch was opened."""

    @property
    def batches(self) -> Dict[str, str]:
        """The ``request_id`` of the batch, by stored name of the file."""
        return {file["filename"]: file["request_id"] for file in self.details[_IN_BATCHES]}


class FileTooLarge(ApiError):
    """A file or the request is over its limit; nothing was stored."""


class KeyReused(ApiError):
    """The idempotency key was used for other content; nothing was stored."""


class RateLimited(ApiError):
    """Too many requests, still after all retries; ``retry_after`` says when there is room, in seconds."""


class ServerError(ApiError):
    """The server failed, or a part of it is down."""


_IN_BATCHES = "files_in_batches"
_BY_STATUS: Dict[int, Type[ApiError]] = {
    400: ValidationError,
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFound,
    409: BatchRunning,
    413: FileTooLarge,
    422: KeyReused,
    429: RateLimited,
}


def error_of(status: int, body: Mapping[str, Any], retry_after: Optional[float] = None) -> ApiError:
    """The error of an answer."""
    kind = _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)
    details = body.get("details")
    if status == 409 and isinstance(details, dict) and _IN_BATCHES in details:
        kind = FilesInBatches
    return kind(status, body, retry_after)
