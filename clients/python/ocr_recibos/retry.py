"""When a request is repeated, and the wait before it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class RetryPolicy:
    """Waits double with every attempt, with jitter; ``Retry-After`` of the server takes precedence.

    ``attempts``: maximum number of times that a request is sent. ``first_wait``, ``longest_wait``: seconds. When the server
    requires a wait longer than ``longest_wait``, the error is raised.
    """

    attempts: int = 5
    first_wait: float = 0.5
    longest_wait: float = 60.0

    def wait_before(self, attempt: int, retry_after: Optional[float]) -> Optional[float]:
        """Seconds to wait after attempt number ``attempt`` (from 1); None after the last attempt."""
        if attempt >= self.attempts:
            return None
        if retry_after is not None:
            return retry_after if retry_after <= self.longest_wait else None
        wait: float = min(self.longest_wait, self.first_wait * 2 ** (attempt - 1))
        # Clients that failed at the same time must not return at the same time.
        return wait * random.uniform(0.5, 1.0)
