/**
 * When a request is repeated, and the wait before it. Waits double with every attempt, with jitter; `Retry-After` of the
 * server takes precedence. When it requires a wait longer than `longestWait`, the error is thrown.
 */
export class RetryPolicy {
  constructor({ attempts = 5, firstWait = 0.5, longestWait = 60 } = {}) {
    this.attempts = attempts;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
  }

  /** Seconds to wait after attempt number `attempt` (from 1); null after the last attempt. */
  waitBefore(attempt, retryAfter) {
    if (attempt >= this.attempts) return null;
    if (retryAfter !== undefined) return retryAfter <= this.longestWait ? retryAfter : null;
    const wait = Math.min(this.longestWait, this.firstWait * 2 ** (attempt - 1));
    // Clients that failed at the same time must not return at the same time.
    return wait * (0.5 + Math.random() / 2);
  }
}
