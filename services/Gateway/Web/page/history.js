// The earlier batches, to choose one for the table.
import { call } from './api.js';
import { find, make } from './dom.js';

export async function refreshHistory() {
  const { batches } = await call('/api/batches/history');
  find('batch').replaceChildren(...batches.filter((batch) => batch.finished_at).map((batch) => make('option', { value: batch.request_id, textContent: title(batch) })));
  find('batch').closest('label').hidden = batches.length === 0;
}

function title({ request_id: id, files_total: total, finished_at: finished }) {
  const when = new Date(finished).toLocaleString('es-VE', { dateStyle: 'short', timeStyle: 'short' });
  return `${when} · ${total} recibo(s) · ${id.slice(-3)}`;
}
