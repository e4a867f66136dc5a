/** What people do with receipts: search, correct, decide, add up a draw. Reached as `client.reviews`. */
export class Reviews {
  #http;

  constructor(http) {
    this.#http = http;
  }

  /** One page of receipts; filters as documented: `referencia`, `monto`, `estado`, `orden`, `limit`, `cursor`, … */
  search(filters = {}, options) {
    return this.#http.json('GET', `/api/receipts?${new URLSearchParams(filters)}`, options);
  }

  /** Every receipt that matches, page by page. */
  async *all(filters = {}, options) {
    for (let page, cursor; page === undefined || cursor !== undefined; cursor = page.next_cursor) {
      page = await this.search(cursor === undefined ? filters : { ...filters, cursor }, options);
      yield* page.receipts;
      if (page.next_cursor === undefined) return;
    }
  }

  /** A receipt (`receipt`) and the individual JSON of its current reading (`data`). */
  receipt(receiptId, options) {
    return this.#http.json('GET', `/api/receipts/${encodeURIComponent(receiptId)}`, options);
  }

  /** States values: blank for one that the receipt does not show, null to withdraw a correction. Another version is an `ApiError` with status 412. */
  correct(receiptId, version, fields, { reason, ...options } = {}) {
    return this.#change('PATCH', `/api/receipts/${encodeURIComponent(receiptId)}`, version, { campos: fields, motivo: reason }, options);
  }

  /** `aceptado`, `rechazado` (with a reason) or `pendiente`. */
  decide(receiptId, version, decision, { reason, ...options } = {}) {
    return this.#change('POST', `/api/receipts/${encodeURIComponent(receiptId)}/decision`, version, { decision, motivo: reason }, options);
  }

  /** What happened to a receipt, the latest first. */
  audit(receiptId, { limit = 50, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/receipts/${encodeURIComponent(receiptId)}/audit?limit=${limit}&offset=${offset}`, options);
  }

  /** Has a receipt read again, by default with the profile before; the id of the batch, for `client.wait`. */
  reread(receiptId, profile, options) {
    return this.#reread(`/api/receipts/${encodeURIComponent(receiptId)}/reread`, profile, options);
  }

  /** Has all receipts of a batch read again; the id of the new batch. */
  rereadBatch(requestId, profile, options) {
    return this.#reread(`/api/batches/${encodeURIComponent(requestId)}/reread`, profile, options);
  }

  /** Draws with their counts, the latest first. */
  draws({ limit = 20, offset = 0, ...options } = {}) {
    return this.#http.json('GET', `/api/draws?limit=${limit}&offset=${offset}`, options);
  }

  /** One draw with its totals. */
  draw(date, number, options) {
    return this.#http.json('GET', draw(date, number), options);
  }

  /** Sets the last time of a message that counts, `HH:MM`; null removes it. */
  setCutOff(date, number, time, options) {
    return this.#send('PUT', `${draw(date, number)}/cutoff`, { hora_cierre: time }, options);
  }

  /** The receipts of a draw as a table, `xlsx` or `csv`. */
  exportDraw(date, number, format = 'xlsx', options) {
    return this.#http.send('GET', `${draw(date, number)}/export?format=${format}`, options, (response) => response.blob());
  }

  /** Corrected receipts in the form of `truth.json`, by image file. */
  truth({ limit = 200, ...options } = {}) {
    return this.#http.json('GET', `/api/receipts/truth?limit=${limit}`, options);
  }

  async #reread(path, profile, options) {
    return (await this.#send('POST', path, { profile }, options)).request_id;
  }

  #change(method, path, version, body, options) {
    return this.#send(method, path, body, { ...options, headers: { 'If-Match': `"${version}"` } });
  }

  #send(method, path, body, options) {
    return this.#http.json(method, path, { ...options, body: JSON.stringify(body), headers: { ...options?.headers, 'Content-Type': 'application/json' } });
  }
}

function draw(date, number) {
  return `/api/draws/${encodeURIComponent(date)}/${encodeURIComponent(number)}`;
}
