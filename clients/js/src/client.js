import { BatchFailed, TimedOut } from './errors.js';
import { stream } from './events.js';
import { RetryPolicy } from './retry.js';
import { Reviews } from './reviews.js';
import { Transport, sleep } from './transport.js';
import { Webhooks } from './webhooks.js';

const filesPerUpload = 50;
const firstPoll = 0.1;
const longestPoll = 2;
const metadataNames = ['numerosorteo', 'fechasorteo', 'idWhatsapp', 'nombre', 'horamin', 'caption', 'otro'];

/** A connection to one server. One method an endpoint, and `read`, which goes the whole way. Times are seconds. */
export class OcrClient {
  #http;
  #apiKey;

  constructor(baseUrl, { apiKey, token, timeout = 30, retry = new RetryPolicy() } = {}) {
    this.#apiKey = apiKey;
    this.#http = new Transport(baseUrl, credentials(apiKey, token), timeout, retry);
    /** Search, corrections, decisions and draws. */
    this.reviews = new Reviews(this.#http);
    /** Receivers of events. */
    this.webhooks = new Webhooks(this.#http);
  }

  // The whole way

  /**
   * Uploads receipts, has them read and returns their results, in the order of the receipts. A batch takes the oldest
   * pending receipts, whoever uploaded them: results of others are left out, and receipts of ours that another client's
   * batch took are waited for.
   */
  async read(receipts, { profile = 'ultra_rapido', onProgress, timeout = 600, signal } = {}) {
    const names = [];
    for (let start = 0; start < receipts.length; start += filesPerUpload) {
      const answer = await this.upload(receipts.slice(start, start + filesPerUpload), { signal });
      names.push(...answer.files_processed.map((file) => file.stored_name));
    }

    const found = new Map();
    const deadline = Date.now() + timeout * 1000;
    for (;;) {
      const missing = names.filter((name) => !found.has(name));
      if (missing.length === 0) return names.map((name) => found.get(name));
      if (Date.now() > deadline) throw new TimedOut(`${missing.length} receipts are not read after ${timeout} s`);
      const requestId = await this.startBatch({ profile }, { signal });
      if (requestId) {
        await this.#untilDone(requestId, { onProgress, deadline, signal });
        await this.#collect(requestId, found, signal);
      } else {
        await this.#findElsewhere(missing, found, signal);
      }
    }
  }

  async #collect(requestId, found, signal) {
    const { resultados } = await this.results(requestId, { signal });
    for (const result of resultados) found.set(result.nombre_archivo, result);
  }

  async #findElsewhere(missing, found, signal) {
    const { files } = await this.processed({ signal });
    for (const { filename, original_filename: name } of files) {
      if (!missing.includes(name) || found.has(name)) continue;
      const requestId = filename.slice(0, -`_${name}.json`.length);
      const { status } = await this.batchStatus(requestId, { signal });
      if (status !== 'processing') await this.#collect(requestId, found, signal);
    }
    await sleep(firstPoll, signal);
  }

  // Receipts in

  /** Uploads up to 50 receipts: all of them, or none and a `ValidationError` that says why. */
  upload(receipts, options) {
    const body = new FormData();
    receipts.forEach((receipt, index) => {
      body.append('files', receipt.content instanceof Blob ? receipt.content : new Blob([receipt.content]), receipt.fileName);
      for (const name of metadataNames) {
        if (receipt[name] !== undefined) body.append(`${name}_${index}`, receipt[name]);
      }
    });
    return this.#http.json('POST', '/api/upload', { ...options, body });
  }

  /** The receipts that wait for a batch, oldest first; up to 1000 per call. */
  pending({ limit = 1000, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/files/pending${query({ limit, offset })}`, options);
  }

  // Batches

  /** Reads the pending receipts as one batch and waits for it, at most `timeout` seconds. */
  processBatch({ timeout = 300, ...batch } = {}, options) {
    return this.#post('/api/ocr/process_batch', { ...batch, timeout_seconds: Math.trunc(timeout) }, { ...options, timeout: timeout + 30 });
  }

  /** Starts a batch and does not wait. Its id, blank when nothing was pending. */
  async startBatch(batch = {}, options) {
    const answer = await this.#post('/api/ocr/process_batch', batch, { ...options, headers: { Prefer: 'respond-async' } });
    return answer.request_id;
  }

  /** How far a batch is. */
  batchStatus(requestId, options) {
    return this.#http.json('GET', `/api/ocr/status/${encodeURIComponent(requestId)}`, options);
  }

  /** Polls a batch until it is completed, and tells `onProgress` of every step. */
  async wait(requestId, { onProgress, timeout = 600, signal } = {}) {
    const status = await this.#untilDone(requestId, { onProgress, deadline: Date.now() + timeout * 1000, signal });
    if (status.status === 'failed') throw new BatchFailed(requestId, status.error ?? '');
    return status;
  }

  async #untilDone(requestId, { onProgress, deadline, signal }) {
    let told = -1;
    for (let pause = firstPoll; ; pause = Math.min(longestPoll, pause * 1.5)) {
      const status = await this.batchStatus(requestId, { signal });
      if (status.files_done !== told) {
        told = status.files_done;
        onProgress?.(status);
      }
      if (status.status !== 'processing') return status;
      if (Date.now() > deadline) throw new TimedOut(`${requestId} is not finished: ${status.files_done} of ${status.files_total}`);
      await sleep(pause, signal);
    }
  }

  // Results out

  /** The consolidated results of a batch, by default of the last finished one. */
  results(requestId, options) {
    return this.#http.json('GET', `/api/extract_results${query({ request_id: requestId })}`, options);
  }

  /** The same for a spreadsheet: UTF-8 with a byte order mark, `;` between columns. */
  resultsCsv(requestId, options) {
    return this.#http.send('GET', `/api/extract_results${query({ request_id: requestId, format: 'csv' })}`, options, (response) => response.blob());
  }

  /** Every stored result, the latest first. */
  processed(options) {
    return this.#http.json('GET', '/api/files/processed', options);
  }

  /** The individual JSON of a receipt, by its `receipt_id` or the name of its result. */
  async result(resultId, options) {
    return (await this.#http.json('GET', `/api/ocr/result/${encodeURIComponent(resultId)}`, options)).data;
  }

  /** The words of a receipt with their geometry, for a viewer. */
  resultData(resultId, options) {
    return this.#http.json('GET', `/api/ocr/result_data/${encodeURIComponent(resultId)}`, options);
  }

  /** The stored image of a receipt, by its `receipt_id` or the name of its result. */
  image(resultId, options) {
    return this.#http.send('GET', `/api/ocr/image/${encodeURIComponent(resultId)}`, options, (response) => response.blob());
  }

  /** The latest batches, the last opened first. */
  history({ limit = 50, ...options } = {}) {
    return this.#http.json('GET', `/api/batches/history${query({ limit })}`, options);
  }

  /** A batch with its receipts and the names of their results. */
  batch(requestId, options) {
    return this.#http.json('GET', `/api/batches/${encodeURIComponent(requestId)}`, options);
  }

  // Events

  /**
   * The events of the tenant as they happen, without end; of all types, or of `tipos`. Connects again when the connection is lost and continues
   * where it was. Pass `lastEventId` to continue after a restart of your program.
   */
  events(options) {
    return stream(this.#http, options);
  }

  // The system

  /** Models, rules, receipts by state, worker. */
  status(options) {
    return this.#http.json('GET', '/api/status', options);
  }

  /** The health checks; a system that is not healthy enough to answer 200 is a `ServerError`. */
  health(options) {
    return this.#http.json('GET', '/api/health', options);
  }

  /** Times, quality and errors, measured. */
  metrics(options) {
    return this.#http.json('GET', '/api/metrics', options);
  }

  /** Receipts by state, and the workers. */
  queueStatus(options) {
    return this.#http.json('GET', '/api/ocr/queue/status', options);
  }

  /** Removes what is older than `retention_hours`. */
  clean(what = {}, options) {
    return this.#post('/api/clean', what, options);
  }

  // Keys and tokens

  /** Exchanges the API key for a token, which goes out with every later request, and returns it. */
  async login(options) {
    const { access_token: token } = await this.#post('/api/auth/token', { api_key: this.#apiKey }, options);
    this.#http.use(credentials(undefined, token));
    return token;
  }

  /** A new key (`api_key`, shown this once). Needs the admin key. */
  generateKey(name, permissions, options) {
    return this.#post('/api/generate_key', { name, permissions }, options);
  }

  /** All keys, without their secrets. Needs the admin key. */
  listKeys(options) {
    return this.#http.json('GET', '/api/list_keys', options);
  }

  /** Who did what, when and from where, the latest first. Needs the admin key. */
  audit({ limit = 100, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/audit${query({ limit, offset })}`, options);
  }

  /** Ends a key at once. Needs the admin key. */
  revokeKey(id, options) {
    return this.#http.json('DELETE', `/api/revoke_key/${encodeURIComponent(id)}`, options);
  }

  #post(path, body, options) {
    const headers = { 'Content-Type': 'application/json', ...options?.headers };
    return this.#http.json('POST', path, { ...options, headers, body: JSON.stringify(body) });
  }
}

function credentials(apiKey, token) {
  if (token) return { Authorization: `Bearer ${token}` };
  return apiKey ? { 'X-API-Key': apiKey } : {};
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
