import { ApiError, TimedOut, Unreachable, errorOf } from './errors.js';

// The server said that it did not take the request, so that sending it again does nothing twice.
const refused = new Set([429, 503]);
const perhapsTaken = new Set([502, 504]);
// What a failed connection is called: the request never left.
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Waits; ends early, with the signal's reason, when the signal does. */
export function sleep(seconds, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => { clearTimeout(timer); reject(signal.reason); };
    const timer = setTimeout(() => { signal?.removeEventListener('abort', stop); resolve(); }, seconds * 1000);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Sends requests to one server, again where that is safe. */
export class Transport {
  #baseUrl;
  #headers;
  #timeout;
  #retry;

  constructor(baseUrl, headers, timeout, retry) {
    this.#baseUrl = String(baseUrl).replace(/\/+$/, '');
    this.use(headers);
    this.#timeout = timeout;
    this.#retry = retry;
  }

  /** The headers of every later request. */
  use(headers) {
    this.#headers = { Accept: 'application/json', ...headers };
  }

  /** Sends a request; the body of its answer. */
  async json(method, path, options) {
    return this.send(method, path, options, (response) => response.json());
  }

  /**
   * Sends a request until it is answered with success; what `read` makes of the answer. `repeatable`: the server recognizes the request when it
   * arrives a second time.
   */
  async send(method, path, { headers, body, timeout = this.#timeout, signal, repeatable = method === 'GET' } = {}, read) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(path, { method, body, headers: { ...this.#headers, ...headers } }, timeout, signal, read);
      } catch (error) {
        const wait = mayRetry(repeatable, error) ? this.#retry.waitBefore(attempt, error.retryAfter) : null;
        if (wait === null) throw error;
        await sleep(wait, signal);
      }
    }
  }

  async #once(path, init, timeout, signal, read) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), timeout * 1000);
    const stop = () => limit.abort();
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const response = await fetch(this.#baseUrl + path, { ...init, signal: limit.signal });
      if (response.ok) return await read(response);
      const body = await response.json().catch(() => ({}));
      throw errorOf(response.status, body ?? {}, seconds(response.headers.get('Retry-After')));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (signal?.aborted) throw signal.reason;
      if (limit.signal.aborted) throw new TimedOut(`No answer within ${timeout} s`, { cause: error });
      throw new Unreachable(error.cause?.message ?? error.message, { cause: error });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }
}

function mayRetry(repeatable, error) {
  if (error instanceof ApiError) return refused.has(error.status) || (repeatable && perhapsTaken.has(error.status));
  if (repeatable) return error instanceof Unreachable || error instanceof TimedOut;
  // A lost response does not say whether the request was taken; a failed connection does.
  return error instanceof Unreachable && neverConnected.has(error.cause?.cause?.code);
}

// The server sends seconds; the other form of the header, a date, counts as absent.
function seconds(retryAfter) {
  return retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
}
