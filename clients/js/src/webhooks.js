import { OcrError } from './errors.js';

const prefix = 'whsec_';
const version = 'v1,';

/** A request that is not a valid webhook: its signature, its age or its form is wrong. Respond with 400. */
export class WebhookError extends OcrError {}

/**
 * Verifies a webhook (Standard Webhooks) and returns its event. `secret`: the secret, or several during a rotation; `body`: exactly as received;
 * `tolerance`: maximum difference of the clocks in seconds. An event can arrive more than once, with the same `webhook-id`.
 */
export async function verifyWebhook(secret, body, headers, { tolerance = 300, now = Date.now() / 1000 } = {}) {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => header(headers, name));
  if (!id || !signatures || !/^\d{1,15}$/.test(timestamp ?? '')) throw new WebhookError('The headers of a webhook are missing or malformed');
  if (Math.abs(now - Number(timestamp)) > tolerance) throw new WebhookError('The webhook is too far away from the clock of this machine');
  const content = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + content.length);
  signed.set(head);
  signed.set(content, head.length);
  const sent = signatures.split(' ').filter((one) => one.startsWith(version)).map((one) => bytes(one.slice(version.length)));
  const { subtle } = globalThis.crypto ?? (await import('node:crypto')).webcrypto;
  for (const one of [secret].flat()) {
    const raw = bytes(one.startsWith(prefix) ? one.slice(prefix.length) : one);
    if (!raw?.length) throw new TypeError('The secret of the webhook is malformed');
    const key = await subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    for (const signature of sent) {
      // Compares in constant time.
      if (signature && await subtle.verify('HMAC', key, signature, signed)) return parse(content);
    }
  }
  throw new WebhookError('No signature of the webhook is valid');
}

function parse(content) {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    throw new WebhookError('The body of the webhook is not JSON', { cause: error });
  }
}

function header(headers, name) {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : [headers[found]].flat()[0];
}

function bytes(base64) {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The webhooks of the tenant. Keys need the permission `webhooks`. */
export class Webhooks {
  #http;

  constructor(http) {
    this.#http = http;
  }

  /** Creates a webhook; `secreto` is shown this once. Without `eventos` it receives all of them. */
  create(webhook, options) {
    return this.#send('POST', '/api/webhooks', webhook, options);
  }

  /** All webhooks. */
  async list(options) {
    return (await this.#http.json('GET', '/api/webhooks', options)).webhooks;
  }

  /** One webhook. */
  async get(id, options) {
    return (await this.#http.json('GET', path(id), options)).webhook;
  }

  /** Changes what is given. */
  async change(id, changes, options) {
    return (await this.#send('PATCH', path(id), changes, options)).webhook;
  }

  /** Removes a webhook and its deliveries. */
  async delete(id, options) {
    await this.#http.json('DELETE', path(id), options);
  }

  /** A new secret; the old one signs too for `horasDeSolape` hours. */
  rotateSecret(id, { horasDeSolape = 24, ...options } = {}) {
    return this.#send('POST', path(id, '/rotate_secret'), { horas_de_solape: horasDeSolape }, options);
  }

  /** The deliveries, the latest first. */
  async deliveries(id, { estado, limit = 100, offset = 0, ...options } = {}) {
    const query = new URLSearchParams({ ...(estado === undefined ? {} : { estado }), limit, offset });
    return (await this.#http.json('GET', path(id, `/deliveries?${query}`), options)).entregas;
  }

  /** Sends a finished delivery again, or all that were given up; how many. */
  async replay(id, { deliveryId, ...options } = {}) {
    const rest = deliveryId === undefined ? '/replay' : `/deliveries/${deliveryId}/replay`;
    return (await this.#http.json('POST', path(id, rest), options)).entregas;
  }

  #send(method, to, body, options) {
    const headers = { 'Content-Type': 'application/json', ...options?.headers };
    return this.#http.json(method, to, { ...options, headers, body: JSON.stringify(body) });
  }
}

function path(id, rest = '') {
  return `/api/webhooks/${encodeURIComponent(id)}${rest}`;
}
