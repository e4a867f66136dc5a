// Calls of the API. An error contains the messages, the status and the body of the response.
export const sleep = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });

export const events = new EventTarget(); // 'connection' with detail true or false, 'unauthorized'
let online = true;

export async function call(path, options) {
  return (await send(path, options)).json();
}

/** A receipt with its entity tag. */
export async function tagged(path, options) {
  const response = await send(path, options);
  return { body: await response.json(), tag: response.headers.get('ETag') };
}

export async function download(path) {
  return (await send(path)).blob();
}

export const json = (method, body, headers) => ({ method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });

export const post = (path, body, headers) => call(path, json('POST', body, headers));

export const receiptPath = (id) => `/api/receipts/${encodeURIComponent(id)}`;

/** State of the system. An unhealthy status is not an error. */
export async function health() {
  try {
    const answer = await (await fetch('/api/health')).json();
    connected(true);
    return answer;
  } catch (error) {
    connected(false);
    throw error;
  }
}

// Waits out a short limit; a longer one is an error.
const longestWaitSeconds = 10;

// Reads of the page have a separate limit, so that live updates do not use up the limit of uploads from the same address.
const own = { 'X-Ocr-Page': '1' };

export async function send(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...own } });
  } catch {
    connected(false);
    throw new Error('No hay conexión con el servidor. Cuando vuelva, compruebe si se guardó y repita si hace falta.');
  }
  connected(true);
  if (response.ok) return response;
  const pause = Number(response.headers.get('Retry-After'));
  if (response.status === 429 && pause <= longestWaitSeconds) {
    await sleep(Math.max(pause, 0.2));
    return send(path, options);
  }
  const body = await response.json().catch(() => ({}));
  if (response.status === 401) events.dispatchEvent(new Event('unauthorized'));
  throw Object.assign(new Error(describe(body) || `Error ${response.status}`), { status: response.status, body });
}

function connected(now) {
  if (now === online) return;
  online = now;
  events.dispatchEvent(new CustomEvent('connection', { detail: now }));
}

function describe({ mensaje, message, details, help }) {
  const listed = details && typeof details === 'object'
    ? Object.values(details).flatMap((group) => (group && typeof group === 'object' ? Object.entries(group) : [])
      .filter(([, texts]) => [texts].flat().every((text) => typeof text === 'string')).map(([name, texts]) => `${name}: ${[texts].flat().join(' ')}`))
    : [details];
  return [...new Set([mensaje ?? message, ...listed, help].filter(Boolean))].join('\n');
}
