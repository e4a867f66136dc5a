"""Live events: server-sent events that continue after a lost connection."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any, Dict, Generator, Iterator, List, Optional, Sequence, Union, cast

import requests

from .models import Event
from .transport import Transport

# Four times the interval of the server's comments.
_SILENCE = 60.0
_PAUSE = 3.0


@dataclass(frozen=True)
class StreamEvent:
    """An event of the stream. ``stream.gap`` means that earlier events are no longer stored; its ``id`` is blank."""

    id: str
    type: str
    event: Event


def stream(http: Transport, tipos: Optional[Sequence[str]], last_event_id: Optional[Union[str, int]]) -> Generator[StreamEvent, None, None]:
    """The events, without end. Connects at the first ``next``, and again when the connection is lost; then it continues after the last event."""
    last = None if last_event_id is None else str(last_event_id)
    query = {"tipos": ",".join(tipos)} if tipos else {}
    while True:
        headers = {"Accept": "text/event-stream", **({"Last-Event-ID": last} if last is not None else {})}
        response = http.send("GET", "/api/events", timeout=_SILENCE, params=query, headers=headers, stream=True)
        try:
            for event in _read(response):
                last = event.id or last
                yield event
        except requests.RequestException:
            pass
        finally:
            response.close()
        time.sleep(_PAUSE)


def _read(response: requests.Response) -> Iterator[StreamEvent]:
    fields: Dict[str, str] = {}
    data: List[str] = []
    for line in _lines(response):
        name, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if not line:
            if data:
                body: Any = json.loads("\n".join(data))
                yield StreamEvent(fields.get("id", ""), fields.get("event", "message"), cast(Event, body))
            fields, data = {}, []
        elif name == "data":
            data.append(value)
        elif name:
            fields[name] = value


def _lines(response: requests.Response) -> Iterator[str]:
    rest = b""
    for chunk in response.iter_content(chunk_size=None):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line.decode() for line in whole)
