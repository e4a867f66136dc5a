"""What people do with receipts: search, correct, decide, add up a draw. Reached as ``client.reviews``."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Mapping, Optional, cast
from urllib.parse import quote

from .transport import Transport


class Reviews:
    """A change names the ``version`` of the receipt that it is based on; another version raises ``ApiError`` with status 412."""

    def __init__(self, http: Transport) -> None:
        self._http = http

    def search(self, **filters: Any) -> Dict[str, Any]:
        """One page of receipts; ``filters`` as documented: ``referencia``, ``monto``, ``estado``, ``orden``, ``limit``, ``cursor``, ..."""
        return self._get("/api/receipts", **filters)

    def all(self, **filters: Any) -> Iterator[Dict[str, Any]]:
        """Every receipt that matches, page by page."""
        while True:
            page = self.search(**filters)
            yield from page["receipts"]
            if "next_cursor" not in page:
                return
            filters["cursor"] = page["next_cursor"]

    def receipt(self, receipt_id: str) -> Dict[str, Any]:
        """A receipt (``receipt``) and the individual JSON of its current reading (``data``)."""
        return self._get(f"/api/receipts/{_part(receipt_id)}")

    def correct(self, receipt_id: str, version: int, fields: Mapping[str, Optional[str]], reason: Optional[str] = None) -> Dict[str, Any]:
        """States values: blank for one that the receipt does not show, ``None`` to withdraw a correction."""
        return self._change("PATCH", f"/api/receipts/{_part(receipt_id)}", version, {"campos": dict(fields), "motivo": reason})

    def decide(self, receipt_id: str, version: int, decision: str, reason: Optional[str] = None) -> Dict[str, Any]:
        """``aceptado``, ``rechazado`` (with a reason) or ``pendiente``."""
        return self._change("POST", f"/api/receipts/{_part(receipt_id)}/decision", version, {"decision": decision, "motivo": reason})

    def audit(self, receipt_id: str, limit: int = 50, offset: int = 0) -> Dict[str, Any]:
        """What happened to a receipt, the latest first."""
        return self._get(f"/api/receipts/{_part(receipt_id)}/audit", limit=limit, offset=offset)

    def reread(self, receipt_id: str, profile: Optional[str] = None) -> str:
        """Has a receipt read again, by default with the profile before; the id of the batch, for ``client.wait``."""
        return self._reread(f"/api/receipts/{_part(receipt_id)}/reread", profile)

    def reread_batch(self, request_id: str, profile: Optional[str] = None) -> str:
        """Has all receipts of a batch read again; the id of the new batch."""
        return self._reread(f"/api/batches/{_part(request_id)}/reread", profile)

    def draws(self, limit: int = 20, offset: int = 0) -> Dict[str, Any]:
        """Draws with their counts, the latest first."""
        return self._get("/api/draws", limit=limit, offset=offset)

    def draw(self, date: str, number: str) -> Dict[str, Any]:
        """One draw with its totals."""
        return self._get(_draw(date, number))

    def set_cut_off(self, date: str, number: str, time: Optional[str]) -> Dict[str, Any]:
        """Sets the last time of a message that counts, ``HH:MM``; ``None`` removes it."""
        return cast(Dict[str, Any], self._http.json("PUT", f"{_draw(date, number)}/cutoff", json={"hora_cierre": time}))

    def export_draw(self, date: str, number: str, format: str = "xlsx") -> bytes:
        """The receipts of a draw as a table, ``xlsx`` or ``csv``."""
        return bytes(self._http.send("GET", f"{_draw(date, number)}/export", params={"format": format}).content)

    def truth(self, limit: int = 200) -> Dict[str, Any]:
        """Corrected receipts in the form of ``truth.json``, by image file."""
        return self._get("/api/receipts/truth", limit=limit)

    def _reread(self, path: str, profile: Optional[str]) -> str:
        return str(self._http.json("POST", path, json={"profile": profile} if profile else {})["request_id"])

    def _change(self, method: str, path: str, version: int, body: Dict[str, Any]) -> Dict[str, Any]:
        return cast(Dict[str, Any], self._http.json(method, path, json=body, headers={"If-Match": f'"{version}"'}))

    def _get(self, path: str, **query: Any) -> Dict[str, Any]:
        return cast(Dict[str, Any], self._http.json("GET", path, params=query))


def _draw(date: str, number: str) -> str:
    return f"/api/draws/{_part(date)}/{_part(number)}"


def _part(text: str) -> str:
    return quote(text, safe="")
