import { BatchFailed, FilesInBatches, TimedOut } from './errors.js';
import { stream } from './events.js';
import { RetryPolicy } from './retry.js';
import { Reviews } from './reviews.js';
import { Transport, sleep } from './transport.js';
import { Webhooks } from './webhooks.js';

const filesPerUpload = 50;
const filesPerBatch = 50;
const firstPoll = 0.1;
const longestPoll = 2;
// Proxies end requests that are silent for a minute. After this the result is polled.
const longestWait = 30;
const metadataNames = ['numerosorteo', 'fechasorteo', 'idWhatsapp', 'nombre', 'horamin', 'caption', 'otro'];

/** A connection to one server. One method per endpoint, and `read`, which uploads, reads and returns results. Times are seconds. */
export class OcrClient {
  #http;
  #apiKey;
  #timeout;

  constructor(baseUrl, { apiKey, token, timeout = 30, retry = new RetryPolicy() } = {}) {
    this.#apiKey = apiKey;
    this.#timeout = timeout;
    this.#http = new Transport(baseUrl, credentials(apiKey, token), timeout, retry);
    /** Search, corrections, decisions and draws. */
    this.reviews = new Reviews(this.#http);
    /** Receivers of events. */
    this.webhooks = new Webhooks(this.#http);
  }

  // Upload, read and results

  /**
   * Uploads receipts, reads them and returns their results, in the order of the receipts. The batches contain exactly these receipts.
   * When the batch of another client took some of them, it waits for that batch.
   */
  async read(receipts, { profile = 'ultra_rapido', onProgress, timeout = 600, signal } = {}) {
    const names = [];
    for (let start = 0; start < receipts.length; start += filesPerUpload) {
      const answer = await this.upload(receipts.slice(start, start + filesPerUpload), { idempotencyKey: newKey(), signal });
      names.push(...answer.files_processed.map((file) => file.stored_name));
    }

    const found = new Map();
    const deadline = Date.now() + timeout * 1000;
    for (;;) {
      const missing = names.filter((name) => !found.has(name));
      if (missing.length === 0) return names.map((name) => found.get(name));
      if (Date.now() > deadline) throw new TimedOut(`${missing.length} receipts are not read after ${timeout} s`);
      for (const requestId of await this.#batchesOf(missing.slice(0, filesPerBatch), profile, signal)) {
        await this.#untilDone(requestId, { onProgress, deadline, signal });
        const { resultados } = await this.results(requestId, { signal });
        for (const result of resultados) found.set(result.nombre_archivo, result);
      }
    }
  }

  async #batchesOf(files, profile, signal) {
    try {
      return [await this.startBatch({ profile, files }, { signal })];
    } catch (error) {
      if (error instanceof FilesInBatches) return [...new Set(Object.values(error.batches))];
      throw error;
    }
  }

  // Uploads

  /**
   * Reads one receipt and returns its individual JSON, with `decision`. `idempotencyKey`, such as the id of the message: a repeated call, also of
   * another process, gets the same receipt, which is stored once (24 hours). After `timeout` seconds `TimedOut` is thrown, and the receipt is read
   * nevertheless.
   */
  async readOne(receipt, { idempotencyKey = newKey(), profile = 'ultra_rapido', includeCoordinates = true, timeout = 120, signal } = {}) {
    const deadline = Date.now() + timeout * 1000;
    const wait = Math.min(longestWait, Math.max(0, Math.trunc(timeout)));
    const body = new FormData();
    append(body, 'image', receipt, '');
    body.append('profile', profile);
    body.append('include_coordinates', String(includeCoordinates));
    const headers = { Prefer: `wait=${wait}`, 'Idempotency-Key': idempotencyKey };
    const answer = await this.#http.json('POST', '/api/ocr/read', { body, headers, timeout: wait + this.#timeout, signal, repeatable: true });
    if (answer.status !== 'processing') return answer;
    await this.#untilDone(answer.request_id, { deadline, signal });
    return this.result(answer.receipt_id, { signal });
  }

  /**
   * Uploads up to 50 receipts: all of them, or none, with a `ValidationError` that names the errors. `partial`: stores the valid receipts; `files_rejected`
   * has the others. `idempotencyKey`: a repeated upload gets the first response and stores nothing (24 hours), so that it is sent again after a
   * lost response too.
   */
  upload(receipts, { partial = false, idempotencyKey, ...options } = {}) {
    const body = new FormData();
    receipts.forEach((receipt, index) => append(body, 'files', receipt, `_${index}`));
    const headers = { ...options.headers, ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }) };
    const path = `/api/upload${query({ partial: partial ? 'true' : undefined })}`;
    return this.#http.json('POST', path, { ...options, body, headers, repeatable: idempotencyKey !== undefined });
  }

  /** The receipts that wait for a batch, oldest first; up to 1000 per call. `has_more` is true when there are more. */
  pending({ limit = 1000, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/files/pending${query({ limit, offset })}`, options);
  }

  // Batches

  /**
   * Reads the pending receipts as one batch and waits for it, at most `timeout` seconds. `upload_id` or `files` (stored names) choose the receipts;
   * `FilesInBatches` is thrown when a batch has some of them already.
   */
  processBatch({ timeout = 300, ...batch } = {}, options) {
    return this.#batch({ ...batch, timeout_seconds: Math.trunc(timeout) }, { ...options, timeout: timeout + 30 });
  }

  /** Starts a batch without waiting; returns its id, blank when nothing was pending. */
  async startBatch(batch = {}, options) {
    return (await this.#batch(batch, { ...options, headers: { Prefer: 'respond-async' } })).request_id;
  }

  #batch(batch, options) {
    // With the same named receipts the server returns the batch that it opened for them.
    const repeatable = batch.upload_id !== undefined || batch.files !== undefined;
    return this.#post('/api/ocr/process_batch', batch, { ...options, repeatable });
  }

  /** The progress of a batch. */
  batchStatus(requestId, options) {
    return this.#http.json('GET', `/api/ocr/status/${encodeURIComponent(requestId)}`, options);
  }

  /** Polls a batch until it is completed; calls `onProgress` after every change. */
  async wait(requestId, { onProgress, timeout = 600, signal } = {}) {
    const status = await this.#untilDone(requestId, { onProgress, deadline: Date.now() + timeout * 1000, signal });
    if (status.status === 'failed') throw new BatchFailed(requestId, status.error ?? '');
    return status;
  }

  async #untilDone(requestId, { onProgress, deadline, signal }) {
    let reported = -1;
    for (let pause = firstPoll; ; pause = Math.min(longestPoll, pause * 1.5)) {
      const status = await this.batchStatus(requestId, { signal });
      if (status.files_done !== reported) {
        reported = status.files_done;
        onProgress?.(status);
      }
      if (status.status !== 'processing') return status;
      if (Date.now() > deadline) throw new TimedOut(`${requestId} is not finished: ${status.files_done} of ${status.files_total}`);
      await sleep(pause, signal);
    }
  }

  // Results

  /** The consolidated results of a batch, by default of the last finished one. */
  results(requestId, options) {
    return this.#http.json('GET', `/api/extract_results${query({ request_id: requestId })}`, options);
  }

  /** The same for a spreadsheet: UTF-8 with a byte order mark, `;` between columns. */
  resultsCsv(requestId, options) {
    return this.#http.send('GET', `/api/extract_results${query({ request_id: requestId, format: 'csv' })}`, options, (response) => response.blob());
  }

  /** The stored results, the latest first; up to 1000 per call. `has_more` is true when there are more. */
  processed({ limit = 1000, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/files/processed${query({ limit, offset })}`, options);
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

  /** The batches, the last opened first; up to 1000 per call. */
  history({ limit = 50, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/batches/history${query({ limit, offset })}`, options);
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

  /** The health checks; an unhealthy system throws `ServerError`. */
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

  /** Exchanges the API key for a token and returns it. Later requests send the token. */
  async login(options) {
    const { access_token: token } = await this.#post('/api/auth/token', { api_key: this.#apiKey }, options);
    this.#http.use(credentials(undefined, token));
    return token;
  }

  /** A new key (`api_key`, shown this once). Needs the admin key. */
  generateKey(name, permissions, { tenant, ...options } = {}) {
    return this.#post('/api/generate_key', { name, permissions, tenant }, options);
  }

  /** All keys, without their secrets. Needs the admin key. */
  listKeys(options) {
    return this.#http.json('GET', '/api/list_keys', options);
  }

  /** The audit trail, the latest event first. Needs the admin key. */
  audit({ limit = 100, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/audit${query({ limit, offset })}`, options);
  }

  /** Revokes a key immediately. Needs the admin key. */
  revokeKey(id, options) {
    return this.#http.json('DELETE', `/api/revoke_key/${encodeURIComponent(id)}`, options);
  }

  #post(path, body, options) {
    const headers = { 'Content-Type': 'application/json', ...options?.headers };
    return this.#http.json('POST', path, { ...options, headers, body: JSON.stringify(body) });
  }
}

function append(body, field, receipt, suffix) {
  body.append(field, receipt.content instanceof Blob ? receipt.content : new Blob([receipt.content]), receipt.fileName);
  for (const name of metadataNames) {
    if (receipt[name] !== undefined) body.append(name + suffix, receipt[name]);
  }
}

// crypto.randomUUID does not exist on pages without TLS.
function newKey() {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');
}

function credentials(apiKey, token) {
  if (token) return { Authorization: `Bearer ${token}` };
  return apiKey ? { 'X-API-Key': apiKey } : {};
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
