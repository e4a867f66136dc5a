/**
 * When to ask again, and how long to wait before. Waits double from try to try, with jitter; a `Retry-After` of the
 * server is honoured instead. A server that asks for more patience than `longestWait` is not waited for: its error is thrown.
 */
export class RetryPolicy {
  constructor({ attempts = 5, firstWait = 0.5, longestWait = 60 } = {}) {
    this.attempts = attempts;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
  }

  /** Seconds before the next try after the `attempt`-th (from 1); null when there is none. */
  waitBefore(attempt, retryAfter) {
    if (attempt >= this.attempts) return null;
    if (retryAfter !== undefined) return retryAfter <= this.longestWait ? retryAfter : null;
    const wait = Math.min(this.longestWait, this.firstWait * 2 ** (attempt - 1));
    // Clients that failed together shall not come back together.
    return wait * (0.5 + Math.random() / 2);
  }
}
