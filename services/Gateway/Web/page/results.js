// Step 3: one batch as a table, to be filtered, opened and downloaded.
import { call, download } from './api.js';
import { busy, find, make, percent, say } from './dom.js';
import { showDetail } from './viewer.js';

const columns = 10;
let current = ''; // request_id of the batch in the table

export function startResults() {
  find('filter').addEventListener('input', filter);
  find('batch').addEventListener('change', (event) => showResults(event.target.value).catch((error) => say(error.message, true)));
  find('csv').addEventListener('click', (event) => busy(event.target, async () => {
    const file = await download(`/api/extract_results?format=csv&request_id=${encodeURIComponent(current)}`);
    const link = make('a', { href: URL.createObjectURL(file), download: `${current}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }));
}

/** Shows a batch; without a name the last finished one. */
export async function showResults(id) {
  const answer = await call(`/api/extract_results${id ? `?request_id=${encodeURIComponent(id)}` : ''}`);
  const { request_id: requestId, total_archivos: total, archivos_exitosos: good, archivos_con_error: bad } = answer.extraccion_completa;
  current = requestId;
  find('csv').disabled = total === 0;
  find('batch').value = requestId;
  find('summary').textContent = total === 0 ? '' : `${total} recibo(s): ${good} leído(s)${bad > 0 ? `, ${bad} con error` : ''}`;
  find('results').replaceChildren(...(total === 0
    ? [make('tr', {}, make('td', { colSpan: columns, className: 'faint', textContent: 'Todavía no hay resultados.' }))]
    : answer.resultados.map((result) => row(result, requestId))));
  filter();
}

function row(result, requestId) {
  const who = result.datosbeneficiario;
  const [mark, title, kind] = judge(result);
  const line = make('tr', { tabIndex: 0, className: kind },
    make('td', { className: 'mark', textContent: mark, title }),
    ...[result.metadata_whatsapp.nombre, result.bancoorigen].map(cell),
    make('td', { className: 'number', textContent: result.monto || '—' }),
    ...[result.referencia, who.cedula, who.telefono, who.banco_destino, result.pago_fecha].map(cell),
    make('td', { className: 'number', textContent: result.error ? '—' : percent(result.confianza_promedio) }));
  const open = () => showDetail(result.receipt_id ?? `${requestId}_${result.nombre_archivo}`, result).catch((error) => say(error.message, true));
  line.addEventListener('click', open);
  line.addEventListener('keydown', (event) => event.key === 'Enter' && open());
  return line;
}

function judge({ error, validacion_recibo: judgement, duplicado_de: same, posible_duplicado: similar }) {
  if (error) return ['✕', error.mensaje, 'bad'];
  if (same) return ['⧉', `Duplicado de ${same.nombre_archivo}`, 'odd'];
  if (judgement?.es_recibo === false) return ['!', judgement.motivo, 'odd'];
  return similar ? ['⧉', `Posible duplicado de ${similar.nombre_archivo}`, 'odd'] : ['✓', 'Leído', ''];
}

const cell = (text) => make('td', { textContent: text || '—' });

function filter() {
  const wanted = find('filter').value.trim().toLowerCase();
  for (const line of find('results').rows) line.hidden = !line.textContent.toLowerCase().includes(wanted);
}
