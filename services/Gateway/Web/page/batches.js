// The list of batches, and the receipts of one batch.
import { call } from './api.js';
import { busy, cells, fail, find, make, table } from './dom.js';
import { fromConsolidated, receiptTable } from './list.js';
import { moment, plural, summary } from './texts.js';

const labels = ['Lote', 'Terminado', 'Recibos', 'Con error'];
const pageSize = 50;
let loading = 0;
let shown = [];
let open = () => {};

export function startBatches(openList) {
  open = openList;
  find('batch-filter').addEventListener('input', filter);
  find('batches-more').addEventListener('click', (event) => busy(event.target, () => list(find('batches').querySelectorAll('tbody tr').length)));
}

/** Shows the list, or one batch. Clears the previous content first, so that two batches are never mixed. */
export async function showBatches(id) {
  const mine = ++loading;
  find('batch').hidden = !id;
  find('batches').hidden = Boolean(id);
  find('batches-more').hidden = true;
  find('batch-receipts').replaceChildren();
  find('batch-summary').textContent = '';
  if (!id) return list(0);
  find('batch-name').textContent = id;
  find('batch-csv').href = `/api/extract_results?format=csv&request_id=${encodeURIComponent(id)}`;
  const { resultados } = await call(`/api/extract_results?request_id=${encodeURIComponent(id)}`);
  if (mine !== loading) return undefined;
  shown = resultados.map(fromConsolidated);
  find('batch-summary').textContent = `${plural(shown.length, 'recibo', 'recibos')}: ${summary(shown)}`;
  find('batch-filter').value = '';
  find('batch-receipts').replaceChildren(receiptTable(`Recibos del lote ${id}`, shown, (index) => openReceipt(index).catch(fail)));
  return undefined;
}

// Results of earlier releases have no receipt id and cannot be reviewed.
async function openReceipt(index) {
  const receipts = shown.filter((receipt) => receipt.receipt_id);
  await open(receipts, receipts.indexOf(shown[index]));
}

async function list(offset) {
  const mine = loading;
  const { batches, has_more: hasMore } = await call(`/api/batches/history?limit=${pageSize}&offset=${offset}`);
  if (mine !== loading) return;
  const rows = batches.map((batch) => make('tr', { role: 'row' }, ...cells(labels, [
    make('a', { href: `#/lotes/${batch.request_id}`, textContent: batch.request_id }), batch.finished_at ? moment(batch.finished_at) : 'en proceso', String(batch.files_total), String(batch.files_with_errors ?? 0),
  ])));
  const body = offset ? find('batches').querySelector('tbody') : null;
  if (body) body.append(...rows);
  else find('batches').replaceChildren(rows.length ? table('Lotes', labels, rows) : make('p', { className: 'faint', textContent: 'Todavía no hay lotes.' }));
  find('batches-more').hidden = !hasMore;
}

function filter() {
  const wanted = find('batch-filter').value.trim().toLowerCase();
  for (const line of find('batch-receipts').querySelectorAll('tbody tr')) line.hidden = !line.textContent.toLowerCase().includes(wanted);
}
