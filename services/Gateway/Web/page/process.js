// Pending receipts, and their processing as one batch with progress.
import { call, post } from './api.js';
import { busy, fail, find, make, say } from './dom.js';
import { fromConsolidated } from './list.js';
import { news, onNews } from './live.js';
import { hour, plural, summary } from './texts.js';

const longestPoll = 2; // seconds; a client has 60 requests per minute
const shown = 8;
const pauseMilliseconds = 1000;
let isVisible = () => true;

export function startProcessing(visible) {
  isVisible = visible;
  const form = find('process');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(find('read'), () => read(form.profile.value)).then(refreshPending).catch(fail);
  });
  onNews(() => { if (isVisible()) refreshPending().catch(() => {}); }, pauseMilliseconds);
}

async function read(profile) {
  const { request_id: id } = await post('/api/ocr/process_batch', { profile }, { Prefer: 'respond-async' });
  if (!id) return say('No hay recibos pendientes.');
  say('');
  await follow(id);
  const { resultados } = await call(`/api/extract_results?request_id=${encodeURIComponent(id)}`);
  const receipts = resultados.map(fromConsolidated);
  find('read-batch').replaceChildren(make('a', { href: `#/lotes/${id}`, textContent: 'Ver el lote' }), ' · ', make('a', { href: '#/revisar', textContent: 'Revisar' }));
  return say(`Lote terminado. ${plural(receipts.length, 'recibo', 'recibos')}: ${summary(receipts)}.`, receipts.some(({ error }) => error));
}

async function follow(id) {
  const running = find('running');
  running.hidden = false;
  try {
    for (let pause = 0.3; ; pause = Math.min(longestPoll, pause * 1.5)) {
      const status = await call(`/api/ocr/status/${encodeURIComponent(id)}`).catch((error) => { if (error.status) throw error; return null; });
      if (status) {
        find('progress').max = status.files_total || 1;
        find('progress').value = status.files_done;
        find('progress-text').textContent = `Leyendo… ${status.files_done} de ${status.files_total}`;
        if (status.status !== 'processing') return status;
      }
      await news(pause);
    }
  } finally {
    running.hidden = true;
  }
}

export async function refreshPending() {
  const { files_pending: count, files } = await call('/api/files/pending');
  find('pending-count').textContent = count;
  find('read').disabled = count === 0;
  const rows = files.slice(0, shown).map((file) => make('li', { title: file.filename }, make('span', { textContent: file.metadata.nombre }),
    make('span', { className: 'faint', textContent: `Sorteo ${file.metadata.numerosorteo} · ${hour(file.metadata.horamin)}` })));
  if (count > shown) rows.push(make('li', { className: 'faint', textContent: `y ${count - shown} más` }));
  find('pending').replaceChildren(...rows);
}
