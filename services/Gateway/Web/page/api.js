// Calls of the API. An error carries the sentences that the server gave, ready to be shown.
const keyField = document.getElementById('api-key');
keyField.value = sessionStorage.getItem('api-key') ?? '';
keyField.addEventListener('change', () => sessionStorage.setItem('api-key', keyField.value));

export const sleep = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });

export async function call(path, { headers, ...options } = {}) {
  const response = await send(path, { ...options, headers });
  return response.json();
}

export async function download(path) {
  return (await send(path)).blob();
}

export function post(path, body, headers) {
  return call(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

/** The page's own look at the system: an answer that is not healthy is an answer too. */
export async function health() {
  const response = await fetch('/api/health');
  return response.json();
}

// A limit that ends soon is waited for; a longer one is told.
const patienceSeconds = 10;

async function send(path, options = {}) {
  // Reads of the page have a limit of their own, so that polling does not use up the limit of uploads from the same address.
  const own = keyField.value ? { 'X-Ocr-Page': '1', 'X-API-Key': keyField.value } : { 'X-Ocr-Page': '1' };
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...own } });
  } catch {
    throw new Error('No hay conexión con el servidor.');
  }
  if (response.ok) return response;
  const pause = Number(response.headers.get('Retry-After'));
  if (response.status === 429 && pause <= patienceSeconds) {
    await sleep(pause);
    return send(path, options);
  }
  const body = await response.json().catch(() => ({}));
  const error = new Error(describe(body) || `Error ${response.status}`);
  error.status = response.status;
  throw error;
}

function describe({ mensaje, message, details, help }) {
  const listed = details && typeof details === 'object'
    ? Object.values(details).flatMap((group) => (group && typeof group === 'object' ? Object.entries(group) : []).map(([name, texts]) => `${name}: ${[texts].flat().join(' ')}`))
    : [details];
  return [...new Set([mensaje ?? message, ...listed, help].filter(Boolean))].join('\n');
}
