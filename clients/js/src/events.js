import { sleep } from './transport.js';

// Four times the interval of the server's comments.
const silence = 60;
const pause = 3;

/** The events, without end. Connects when the iteration starts, and again when the connection is lost; then it continues after the last event. */
export async function* stream(http, { tipos, lastEventId, signal } = {}) {
  let last = lastEventId;
  const query = tipos?.length ? `?${new URLSearchParams({ tipos: tipos.join(',') })}` : '';
  for (;;) {
    const headers = { Accept: 'text/event-stream', ...(last === undefined ? {} : { 'Last-Event-ID': String(last) }) };
    const response = await http.send('GET', `/api/events${query}`, { headers, timeout: silence, signal }, (answer) => answer);
    for await (const event of events(response, signal)) {
      last = event.id || last;
      yield event;
    }
    signal?.throwIfAborted();
    await sleep(pause, signal);
  }
}

async function* events(response, signal) {
  let fields = {};
  let data = [];
  for await (const line of lines(response, signal)) {
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (line === '') {
      if (data.length > 0) yield { id: fields.id ?? '', type: fields.event ?? 'message', event: JSON.parse(data.join('\n')) };
      fields = {};
      data = [];
    } else if (name === 'data') {
      data.push(value);
    } else if (name !== '') {
      fields[name] = value;
    }
  }
}

// Until the connection ends, breaks, is silent for too long, or the signal ends it.
async function* lines(response, signal) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const stop = () => { reader.cancel().catch(() => {}); };
  signal?.addEventListener('abort', stop, { once: true });
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await read(reader);
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop();
      yield* parts;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

async function read(reader) {
  let timer;
  const silent = new Promise((resolve) => { timer = setTimeout(resolve, silence * 1000, { done: true }); });
  try {
    return await Promise.race([reader.read().catch(() => ({ done: true })), silent]);
  } finally {
    clearTimeout(timer);
  }
}
