// Draws: counts, totals, cut-off, receipts, exports.
import { call, json } from './api.js';
import { busy, cells, fail, find, make, pairs, say, table } from './dom.js';
import { receiptTable } from './list.js';
import { onNews } from './live.js';
import { can } from './session.js';
import { amount, day } from './texts.js';

const pageSize = 50;
const pauseMilliseconds = 2000;
const listed = ['Sorteo', 'Fecha', 'Recibos', 'Por revisar', 'Aceptados', 'Rechazados', 'Duplicados', 'Cierre'];
const filters = { todos: {}, pendientes: { estado: 'pendiente' }, aceptados: { estado: 'aceptado' }, rechazados: { estado: 'rechazado' }, duplicados: { duplicado: 'true' }, tarde: {} };
let draw = null; // { date, number, path, query, cutOff }
let found = [];
let more = null;
let loading = 0;
let open = () => {};

export function startDraws(visible, openList) {
  open = openList;
  find('cutoff').addEventListener('submit', (event) => { event.preventDefault(); busy(find('cutoff-save'), () => setCutOff(find('cutoff').hora.value)); });
  find('cutoff-remove').addEventListener('click', (event) => busy(event.target, () => setCutOff(null)));
  find('draw-filter').addEventListener('change', () => loadReceipts().catch(fail));
  find('draw-more').addEventListener('click', (event) => busy(event.target, () => loadMore(loading)));
  onNews(() => { if (visible() && draw) showTotals(draw).catch(() => {}); }, pauseMilliseconds);
}

/** Shows the list, or one draw. */
export async function showDraws(date, number) {
  draw = date ? { date, number, path: `/api/draws/${date}/${number}`, query: { fechasorteo: date, numerosorteo: number } } : null;
  find('draw').hidden = !draw;
  find('draw-list').hidden = Boolean(draw);
  if (draw) {
    find('draw-filter').value = 'todos';
    await showTotals(draw);
    await loadReceipts();
  } else {
    await list();
  }
}

async function list() {
  const { sorteos } = await call('/api/draws?limit=100');
  const rows = sorteos.map((entry) => make('tr', { role: 'row' }, ...cells(listed, [
    make('a', { href: `#/sorteos/${entry.fechasorteo}/${entry.numerosorteo}`, textContent: `Sorteo ${entry.numerosorteo}` }), day(entry.fechasorteo), entry.recibos,
    entry.por_revision.pendiente, entry.por_revision.aceptado, entry.por_revision.rechazado, entry.duplicados + entry.posibles_duplicados, entry.hora_cierre ?? '',
  ].map((value) => (typeof value === 'number' ? String(value) : value)))));
  find('draw-list').replaceChildren(rows.length ? table('Sorteos', listed, rows) : make('p', { className: 'faint', textContent: 'Todavía no hay sorteos.' }));
}

async function showTotals(of) {
  const answer = await call(of.path);
  if (draw !== of) return; // another draw was opened in the meantime
  const { sorteo, totales_por_moneda: currencies, totales_por_banco: banks } = answer;
  draw.cutOff = sorteo.hora_cierre;
  find('draw-name').textContent = `Sorteo ${of.number} · ${day(of.date)}`;
  find('draw-counts').replaceChildren(...pairs([
    ['Recibos', sorteo.recibos], ['Por revisar', sorteo.por_revision.pendiente], ['Aceptados', sorteo.por_revision.aceptado], ['Rechazados', sorteo.por_revision.rechazado],
    ['El sistema propone aceptar', sorteo.por_decision.aceptar], ['Propone revisar', sorteo.por_decision.revisar], ['Propone rechazar', sorteo.por_decision.rechazar],
    ['Completos', sorteo.completos], ['Duplicados', sorteo.duplicados], ['Posibles duplicados', sorteo.posibles_duplicados], ['Corregidos', sorteo.corregidos],
    ['No se pudieron leer', sorteo.con_error], ['Después del cierre', sorteo.hora_cierre ? sorteo.despues_del_cierre : 'sin hora de cierre'],
  ]));
  find('draw-currencies').replaceChildren(totals('Totales por moneda', ['Moneda'], currencies, ({ moneda }) => [moneda || 'Sin moneda']));
  find('draw-banks').replaceChildren(totals('Totales por banco', ['Banco', 'Moneda'], banks, ({ banco, moneda }) => [banco || 'Sin banco', moneda || 'Sin moneda']));
  if (document.activeElement !== find('cutoff').hora) find('cutoff').hora.value = sorteo.hora_cierre ?? '';
  for (const id of ['cutoff-save', 'cutoff-remove']) find(id).disabled = !can('review');
  find('cutoff-remove').hidden = !sorteo.hora_cierre;
  find('draw-review').href = `#/revisar/${of.date}-${of.number}`;
  for (const format of ['xlsx', 'csv']) find(`draw-${format}`).href = `${of.path}/export?format=${format}`;
}

function totals(caption, names, entries, keys) {
  const labels = [...names, 'Recibos', 'Monto', 'Aceptados', 'Monto aceptado'];
  const rows = entries.map((entry) => {
    const line = make('tr', { role: 'row' }, ...cells(labels, [...keys(entry), String(entry.recibos), amount(entry.monto), String(entry.recibos_aceptados), amount(entry.monto_aceptado)]));
    for (const cell of [...line.children].slice(names.length)) cell.className = 'number';
    return line;
  });
  return table(caption, labels, rows);
}

async function setCutOff(hour) {
  await call(`${draw.path}/cutoff`, json('PUT', { hora_cierre: hour || null }));
  say(hour ? `Hora de cierre: ${hour}.` : 'Sin hora de cierre.');
  await showTotals(draw);
  if (find('draw-filter').value === 'tarde') await loadReceipts();
}

async function loadReceipts() {
  const mine = ++loading;
  const filter = find('draw-filter').value;
  found = [];
  more = new URLSearchParams({ ...draw.query, ...filters[filter], limit: filter === 'tarde' ? 200 : pageSize });
  await loadMore(mine);
}

// The search has no filter for the hour of the message, so late receipts are filtered here.
async function loadMore(mine) {
  const isLate = find('draw-filter').value === 'tarde';
  do {
    const page = await call(`/api/receipts?${more}`);
    if (mine !== loading) return;
    found = [...found, ...page.receipts.filter(({ metadata_whatsapp: { horamin } }) => !isLate || (draw.cutOff && horamin.replace('-', ':') > draw.cutOff))];
    if (page.has_more) more.set('cursor', page.next_cursor);
    else more = null;
  } while (isLate && more && found.length < pageSize);
  const of = found;
  find('draw-receipts').replaceChildren(receiptTable('Recibos del sorteo', of, (index) => open(of, index).catch(fail)));
  find('draw-more').hidden = !more;
}
