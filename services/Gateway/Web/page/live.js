// Live updates for every view: server-sent events; without them a tick every few seconds.
import { events, health } from './api.js';

const tickMilliseconds = 5000;
const lostMilliseconds = 1500;
const retryMilliseconds = 60000;
const types = ['receipt.read', 'receipt.duplicate', 'batch.progress', 'batch.completed', 'review.decided', 'stream.gap'];
const listeners = new Set();
let source = null;
let wanted = false;
let ticking = null;

/** Calls a listener with { type, data }; type 'tick' means that anything can have changed. A pause merges the events of that time into one tick. */
export function onNews(listener, pauseMilliseconds = 0) {
  let waiting = null;
  listeners.add(pauseMilliseconds === 0 ? listener : () => {
    waiting ??= setTimeout(() => { waiting = null; listener({ type: 'tick' }); }, pauseMilliseconds);
  });
}

/** Resolves at the next event, or after some seconds. */
export function news(seconds) {
  return new Promise((resolve) => {
    const done = () => { clearTimeout(timer); listeners.delete(done); resolve(); };
    const timer = setTimeout(done, seconds * 1000);
    listeners.add(done);
  });
}

export function startLive() {
  events.addEventListener('connection', ({ detail: online }) => {
    if (online) wake();
    else watch();
  });
  // A browser has six connections per server for all of its tabs: a hidden tab closes its stream.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : wake()));
  tick(true);
}

/** Opens the stream; reopens it after another sign-in. */
export function connect() {
  wanted = true;
  close();
  const stream = new EventSource('/api/events');
  source = stream;
  stream.addEventListener('open', () => {
    tick(false);
    // What changed between the first requests of a view and this stream is in no event.
    tell({ type: 'tick' });
  });
  for (const type of types) stream.addEventListener(type, ({ data }) => tell({ type, data: parse(data) }));
  stream.addEventListener('error', () => {
    tick(true);
    health().catch(() => {});
    // The browser retries a lost connection, but not one that the server refused.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => { if (source === stream) connect(); }, retryMilliseconds);
  });
}

/** Closes the stream after signing out. */
export function disconnect() {
  wanted = false;
  close();
}

function wake() {
  tell({ type: 'tick' });
  if (wanted && source?.readyState !== EventSource.OPEN) connect();
}

function close() {
  source?.close();
  source = null;
  tick(true);
}

function tick(on) {
  if (!on) {
    clearInterval(ticking);
    ticking = null;
  } else {
    ticking ??= setInterval(() => { if (!document.hidden) tell({ type: 'tick' }); }, tickMilliseconds);
  }
}

// Without a connection the only request checks whether the server is available again.
async function watch() {
  await health().catch(() => setTimeout(watch, lostMilliseconds));
}

function tell(event) {
  for (const listener of [...listeners]) listener(event);
}

function parse(data) {
  try {
    return JSON.parse(data).data ?? {};
  } catch {
    return {};
  }
}
