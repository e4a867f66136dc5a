// Step 2: what waits, and reading it as one batch with its progress.
import { call, post, sleep } from './api.js';
import { busy, find, make, say } from './dom.js';

const longestPoll = 2; // seconds; a client has 60 requests a minute
const shown = 8;

export function startProcessing(onFinished) {
  const form = find('process');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(find('read'), async () => {
      const { request_id: id } = await post('/api/ocr/process_batch', { profile: form.profile.value }, { Prefer: 'respond-async' });
      if (!id) return say('No hay recibos pendientes.');
      say('');
      const status = await follow(id);
      await onFinished(id);
      return say(status.files_with_errors > 0
        ? `Lote terminado: ${status.files_with_errors} de ${status.files_total} no se pudieron leer.`
        : `Lote terminado: ${status.files_total} recibo(s) leído(s).`, status.files_with_errors > 0);
    }).then(refreshPending).catch((error) => say(error.message, true));
  });
}

async function follow(id) {
  const running = find('running');
  running.hidden = false;
  try {
    for (let pause = 0.3; ; pause = Math.min(longestPoll, pause * 1.5)) {
      const status = await call(`/api/ocr/status/${encodeURIComponent(id)}`);
      find('progress').max = status.files_total || 1;
      find('progress').value = status.files_done;
      find('progress-text').textContent = `Leyendo… ${status.files_done} de ${status.files_total}`;
      if (status.status !== 'processing') return status;
      await sleep(pause);
    }
  } finally {
    running.hidden = true;
  }
}

export async function refreshPending() {
  const { files_pending: count, files } = await call('/api/files/pending');
  find('pending-count').textContent = count;
  find('read').disabled = count === 0;
  const rows = files.slice(0, shown).map((file) => make('li', { title: file.filename },
    make('span', { textContent: file.metadata.nombre }), make('span', { className: 'faint', textContent: `${file.metadata.horamin.replace('-', ':')} · ${file.size_mb} MB` })));
  if (count > shown) rows.push(make('li', { className: 'faint', textContent: `y ${count - shown} más` }));
  find('pending').replaceChildren(...rows);
}
