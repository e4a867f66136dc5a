"""When to ask again, and how long to wait before."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class RetryPolicy:
    """Waits double from try to try, with jitter; a ``Retry-After`` of the server is honoured instead.

    ``attempts``: how often a request is sent at most. ``first_wait``, ``longest_wait``: seconds. A server that asks
    for more patience than ``longest_wait`` is not waited for: its error is raised.
    """

    attempts: int = 5
    first_wait: float = 0.5
    longest_wait: float = 60.0

    def wait_before(self, attempt: int, retry_after: Optional[float]) -> Optional[float]:
        """Seconds before the next try after the ``attempt``-th (from 1); None when there is none."""
        if attempt >= self.attempts:
            return None
        if retry_after is not None:
            return retry_after if retry_after <= self.longest_wait else None
        wait: float = min(self.longest_wait, self.first_wait * 2 ** (attempt - 1))
        # Clients that failed together shall not come back together.
        return wait * random.uniform(0.5, 1.0)
