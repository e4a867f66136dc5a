"""Client of the receipt reader. Start with :class:`OcrClient`."""

from .client import OcrClient
from .errors import (
    ApiError,
    AuthenticationError,
    BatchFailed,
    BatchRunning,
    FileTooLarge,
    FilesInBatches,
    KeyReused,
    NotFound,
    OcrError,
    PermissionDenied,
    RateLimited,
    ServerError,
    TimedOut,
    Unreachable,
    ValidationError,
)
from .events import StreamEvent
from .receipt import Receipt
from .retry import RetryPolicy
from .webhooks import WebhookError, verify_webhook

__all__ = [
    "ApiError",
    "AuthenticationError",
    "BatchFailed",
    "BatchRunning",
    "FileTooLarge",
    "FilesInBatches",
    "KeyReused",
    "NotFound",
    "OcrClient",
    "OcrError",
    "PermissionDenied",
    "RateLimited",
    "Receipt",
    "RetryPolicy",
    "ServerError",
    "StreamEvent",
    "TimedOut",
    "Unreachable",
    "ValidationError",
    "WebhookError",
    "verify_webhook",
]
