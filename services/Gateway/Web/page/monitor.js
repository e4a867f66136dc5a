// State of the system: queue, workers, machine.
import { call } from './api.js';
import { cells, find, make, pairs, table } from './dom.js';
import { onNews } from './live.js';
import { moment } from './texts.js';

const labels = ['Lector', 'Desde', 'Modelo', 'Leídos', 'Con error', 'De la memoria', 'Por segundo'];
const pauseMilliseconds = 3000;

export function startMonitor(visible) {
  onNews(() => { if (visible()) showMonitor().catch(() => {}); }, pauseMilliseconds);
}

export async function showMonitor() {
  const [status, work] = await Promise.all([call('/api/status'), call('/api/ocr/queue/status')]);
  const { system, ocr_components: parts, worker } = status;
  find('monitor-figures').replaceChildren(...pairs([
    ['Estado', system.status === 'operational' ? 'En servicio' : 'Degradado'], ['En marcha desde hace', system.uptime], ['Versión', system.version],
    ['Por leer', String(work.pending)], ['Leyendo', String(work.processing)], ['Leídos', String(work.processed)], ['Con error', String(work.error)],
    ['Velocidad', worker.processing_rate.replace('files/second', 'recibos/s')], ['Último lote', worker.last_batch_id || '—'],
    ['Modelos', String(parts.models_loaded)], ['Reglas', `${parts.extraction_rules_loaded} (versión ${parts.extraction_rules_version})`], ['Imágenes en memoria', String(parts.cache_size)],
  ]));
  find('monitor-workers').replaceChildren(work.workers.length
    ? table('Lectores', labels, work.workers.map((one) => make('tr', { role: 'row' }, ...cells(labels, [
      one.worker_id.slice(0, 8), moment(one.started_at), one.model, String(one.processed), String(one.failed), String(one.cache_hits), one.files_per_second.toLocaleString('es'),
    ]))))
    : make('p', { textContent: 'Ningún lector está en marcha.' }));
}
