"""Requests with retries, and answers as JSON or errors."""

from __future__ import annotations

import time
from typing import Any, Dict, Mapping, Optional

import requests

from .errors import ApiError, TimedOut, Unreachable, error_of
from .retry import RetryPolicy

# The server said that it did not take the request, so that sending it again does nothing twice.
_REFUSED = {429, 503}
_PERHAPS_TAKEN = {502, 504}


class Transport:
    """Sends requests to one server. Not to be shared between threads, as ``requests.Session`` is not."""

    def __init__(self, base_url: str, headers: Mapping[str, str], timeout: float, retry: RetryPolicy) -> None:
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout
        self._retry = retry
        self.session = requests.Session()
        self.session.headers.update({"Accept": "application/json", **headers})

    def json(self, method: str, path: str, **options: Any) -> Any:
        """Sends a request; the body of its answer."""
        return self.send(method, path, **options).json()

    def send(self, method: str, path: str, timeout: Optional[float] = None, repeatable: bool = False, **options: Any) -> requests.Response:
        """Sends a request, again where that is safe, until it is answered with success.

        ``repeatable``: the server recognizes the request when it arrives a second time. A GET always is.
        """
        repeatable = repeatable or method == "GET"
        attempt = 1
        while True:
            try:
                return self._once(method, path, timeout or self._timeout, options)
            except (ApiError, Unreachable, TimedOut) as error:
                wait = self._retry.wait_before(attempt, getattr(error, "retry_after", None)) if _may_retry(repeatable, error) else None
                if wait is None:
                    raise
                time.sleep(wait)
                attempt += 1

    def _once(self, method: str, path: str, timeout: float, options: Dict[str, Any]) -> requests.Response:
        try:
            response = self.session.request(method, self._base_url + path, timeout=timeout, **options)
        except requests.ConnectTimeout as error:
            raise Unreachable(f"No connection within {timeout} s: {error}") from error
        except requests.Timeout as error:
            raise TimedOut(f"No answer within {timeout} s") from error
        except requests.RequestException as error:
            raise Unreachable(str(error)) from error
        if response.ok:
            return response
        raise error_of(response.status_code, _body(response), _seconds(response.headers.get("Retry-After")))


def _may_retry(repeatable: bool, error: Exception) -> bool:
    if isinstance(error, ApiError):
        return error.status in _REFUSED or (repeatable and error.status in _PERHAPS_TAKEN)
    # A lost response does not say whether the request was taken; a failed connection does.
    return repeatable or (isinstance(error, Unreachable) and _never_connected(error.__cause__))


def _never_connected(cause: Optional[BaseException]) -> bool:
    # requests wraps urllib3's reason; its name is all that both of their major versions share.
    return isinstance(cause, requests.ConnectTimeout) or "NewConnectionError" in repr(cause)


def _body(response: requests.Response) -> Mapping[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _seconds(retry_after: Optional[str]) -> Optional[float]:
    # The server sends seconds; the other form of the header, a date, counts as absent.
    return float(retry_after) if retry_after and retry_after.isdigit() else None
