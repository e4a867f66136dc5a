"""Webhooks: the calls that manage them, and the verification of received ones."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union, cast
from urllib.parse import quote

from .errors import OcrError
from .models import Delivery, Event, Webhook, WebhookSecret
from .transport import Transport

_PREFIX = "whsec_"
_VERSION = "v1,"


class WebhookError(OcrError):
    """A request that is not a valid webhook: its signature, its age or its form is wrong. Respond with 400."""


def verify_webhook(
    secret: Union[str, Sequence[str]], body: Union[bytes, str], headers: Mapping[str, str],
    tolerance: float = 300.0, now: Optional[float] = None,
) -> Event:
    """Verifies a webhook (Standard Webhooks) and returns its event.

    ``secret``: the secret, or several during a rotation. ``body``: exactly as received. ``tolerance``: maximum difference of the clocks in
    seconds. An event can arrive more than once; ``headers["webhook-id"]`` is the same each time.
    """
    given = {name.lower(): value for name, value in headers.items()}
    try:
        message_id, timestamp, signatures = given["webhook-id"], given["webhook-timestamp"], given["webhook-signature"]
        age = abs((time.time() if now is None else now) - int(timestamp))
    except (KeyError, ValueError) as error:
        raise WebhookError("The headers of a webhook are missing or malformed") from error
    if age > tolerance:
        raise WebhookError(f"The time of the webhook differs from the clock of this machine by {age:.0f} s")
    content = body.encode() if isinstance(body, str) else body
    signed = f"{message_id}.{timestamp}.".encode() + content
    expected = [_signature(one, signed) for one in ([secret] if isinstance(secret, str) else secret)]
    if not any(hmac.compare_digest(one.encode(), sent.encode()) for one in expected for sent in signatures.split(" ")):
        raise WebhookError("No signature of the webhook is valid")
    try:
        return cast(Event, json.loads(content))
    except ValueError as error:
        raise WebhookError("The body of the webhook is not JSON") from error


def _signature(secret: str, signed: bytes) -> str:
    try:
        key = base64.b64decode(secret[len(_PREFIX):] if secret.startswith(_PREFIX) else secret, validate=True)
    except binascii.Error as error:
        raise ValueError("The secret of the webhook is malformed") from error
    return _VERSION + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


class Webhooks:
    """The webhooks of the tenant. Keys need the permission ``webhooks``."""

    def __init__(self, http: Transport) -> None:
        self._http = http

    def create(self, url: str, eventos: Optional[Sequence[str]] = None, descripcion: str = "") -> WebhookSecret:
        """Creates a webhook; ``secreto`` is shown this once. Without ``eventos`` it receives all types."""
        body: Dict[str, Any] = {"url": url, "descripcion": descripcion}
        if eventos is not None:
            body["eventos"] = list(eventos)
        return cast(WebhookSecret, self._http.json("POST", "/api/webhooks", json=body))

    def list(self) -> List[Webhook]:
        """All webhooks."""
        return cast("List[Webhook]", self._http.json("GET", "/api/webhooks")["webhooks"])

    def get(self, webhook_id: str) -> Webhook:
        """One webhook."""
        return cast(Webhook, self._http.json("GET", _path(webhook_id))["webhook"])

    def change(self, webhook_id: str, **changes: Any) -> Webhook:
        """Changes ``url``, ``eventos``, ``descripcion`` or ``activo``."""
        return cast(Webhook, self._http.json("PATCH", _path(webhook_id), json=changes)["webhook"])

    def delete(self, webhook_id: str) -> None:
        """Removes a webhook and its deliveries."""
        self._http.send("DELETE", _path(webhook_id))

    def rotate_secret(self, webhook_id: str, horas_de_solape: int = 24) -> WebhookSecret:
        """Creates a new secret; for ``horas_de_solape`` hours the old one signs too."""
        return cast(WebhookSecret, self._http.json("POST", _path(webhook_id, "rotate_secret"), json={"horas_de_solape": horas_de_solape}))

    def deliveries(self, webhook_id: str, estado: Optional[str] = None, limit: int = 100, offset: int = 0) -> List[Delivery]:
        """The deliveries, the latest first. ``estado``: ``pendiente``, ``entregado`` or ``fallido``."""
        query = {"estado": estado, "limit": limit, "offset": offset}
        return cast("List[Delivery]", self._http.json("GET", _path(webhook_id, "deliveries"), params=query)["entregas"])

    def replay(self, webhook_id: str, delivery_id: Optional[int] = None) -> int:
        """Sends a finished delivery again, or all that were given up; returns their number."""
        path = _path(webhook_id, "replay") if delivery_id is None else _path(webhook_id, f"deliveries/{delivery_id}/replay")
        return int(self._http.json("POST", path)["entregas"])


def _path(webhook_id: str, rest: str = "") -> str:
    return f"/api/webhooks/{quote(webhook_id, safe='')}" + (f"/{rest}" if rest else "")
