// The review view: queue, receipt, buttons and keys.
import { call } from './api.js';
import { fail, find, make, say } from './dom.js';
import { startKeyboard } from './keyboard.js';
import { onNews } from './live.js';
import * as queue from './queue.js';
import * as review from './review.js';
import { can } from './session.js';
import { amount, day, judge } from './texts.js';

let isVisible = () => true;
let rereading = null;
let shownDraw = '';

export function startDesk(visible) {
  isVisible = visible;
  review.startReview(showQueue);
  const run = (action) => () => Promise.resolve(action()).catch(fail);
  const commands = {
    accept: run(() => decide('aceptado')), 'reject-open': run(openReject), undo: run(() => review.decide('pendiente')), next: run(() => move(1)), previous: run(() => move(-1)),
    'zoom-in': () => review.picture.zoom(1.5), 'zoom-out': () => review.picture.zoom(1 / 1.5), turn: () => review.picture.turn(), reread: run(reread),
  };
  for (const [id, action] of Object.entries(commands)) find(id).addEventListener('click', action);
  find('reject-form').addEventListener('submit', (event) => { event.preventDefault(); reject().catch(fail); });
  find('reject-cancel').addEventListener('click', () => find('reject').close());
  find('queue-draw').addEventListener('change', () => { location.hash = find('queue-draw').value ? `#/revisar/${find('queue-draw').value}` : '#/revisar'; });
  startKeyboard(() => isVisible() && review.currentId() !== null, [
    [['a'], 'Aceptar', commands.accept],
    [['r'], 'Rechazar, con motivo', commands['reject-open']],
    [['n', 'ArrowRight'], 'Recibo siguiente', keep(commands.next)],
    [['p', 'ArrowLeft'], 'Recibo anterior', keep(commands.previous)],
    [['ArrowDown'], 'Campo siguiente', (event) => onField(event, () => review.fields.move(1))],
    [['ArrowUp'], 'Campo anterior', (event) => onField(event, () => review.fields.move(-1))],
    [['e'], 'Corregir el campo (también Enter)', () => review.fields.edit()],
    [['u'], 'Deshacer la decisión', () => find('undo').hidden || commands.undo()],
    [['+'], 'Acercar la imagen', commands['zoom-in']],
    [['-'], 'Alejar la imagen', commands['zoom-out']],
    [['0'], 'Imagen completa', () => review.picture.zoom(0)],
    [['g'], 'Girar la imagen', commands.turn],
    [['w'], 'Mostrar u ocultar los marcos de las palabras', () => find('words').click()],
  ]);
  onNews((event) => { news(event).catch(() => {}); });
}

// Arrows scroll the image while it has the focus.
const keep = (action) => (event) => (event.key.startsWith('Arrow') && find('frame').contains(event.target) ? false : action());
const onField = (event, action) => (find('frame').contains(event.target) || find('earlier-frame').contains(event.target) || find('queue').contains(event.target) ? false : action());

/** Shows the queue, optionally of one draw: 20261128-A. */
export async function showReview(draw) {
  shownDraw = draw ?? '';
  const [date, number] = shownDraw.split('-');
  const [isLast] = await Promise.all([queue.loadQueue(number ? { fechasorteo: date, numerosorteo: number } : {}), listDraws()]);
  if (isLast) await showCurrent();
}

/** Opens a list of another view at one of its receipts. */
export async function showList(receipts, index) {
  find('review-status').textContent = '';
  queue.useList(receipts, index);
  await showCurrent();
}

async function showCurrent() {
  const receipt = queue.current();
  find('review').hidden = !receipt;
  find('review-empty').hidden = Boolean(receipt);
  showQueue();
  if (receipt) await review.open(receipt.receipt_id);
  else review.close();
}

async function move(by) {
  const receipt = await queue.step(by);
  if (receipt) return showCurrent();
  if (by < 0) return undefined;
  if (!queue.isReviewQueue()) {
    find('review-status').textContent = 'Fin de la lista.';
    return undefined;
  }
  await showReview(shownDraw);
  if (!queue.current()) find('review-empty').focus();
  return undefined;
}

async function decide(decision, motivo) {
  if (!can('review')) return say('La API key de esta sesión no permite revisar.', true);
  if (await review.decide(decision, motivo)) await move(1);
  return undefined;
}

function openReject() {
  if (!can('review')) return say('La API key de esta sesión no permite revisar.', true);
  find('reject-form').reset();
  return find('reject').showModal();
}

async function reject() {
  find('reject').close();
  await decide('rechazado', find('reject-form').motivo.value.trim());
}

async function reread() {
  rereading = await review.reread();
}

function showQueue() {
  const [items, at] = [queue.all(), queue.position()];
  const left = items.filter((item) => item.revision?.estado === 'pendiente').length;
  find('queue-title').textContent = queue.isReviewQueue() ? `Por revisar: ${left}${items.length > left ? `, decididos: ${items.length - left}` : ''}` : `Lista: ${items.length}`;
  find('queue-list').replaceChildren(...items.map((item, index) => entry(item, index, index === at)));
  find('queue-list').querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
}

function entry(receipt, index, isCurrent) {
  const [mark, words, kind] = judge(receipt);
  const button = make('button', { type: 'button', className: 'entry', title: words }, make('span', { className: kind, ariaHidden: 'true', textContent: mark }),
    make('span', { textContent: receipt.metadata_whatsapp.nombre }), make('span', { className: 'number', textContent: amount(receipt.campos.monto, receipt.moneda) || '—' }),
    make('span', { className: 'unseen', textContent: words }));
  if (isCurrent) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => { queue.go(index); showCurrent().catch(fail); });
  return make('li', {}, button);
}

async function listDraws() {
  const { sorteos } = await call('/api/draws?limit=50');
  const options = sorteos.map(({ fechasorteo: date, numerosorteo: number, por_revision: counts }) =>
    make('option', { value: `${date}-${number}`, textContent: `${number} · ${day(date)} (${counts.pendiente})` }));
  find('queue-draw').replaceChildren(make('option', { value: '', textContent: 'Todos los sorteos' }), ...options);
  find('queue-draw').value = shownDraw;
}

async function news({ type, data }) {
  if (!isVisible()) return;
  if (rereading && (type === 'tick' || data?.request_id === rereading.batch)) {
    const { status } = await call(`/api/ocr/status/${encodeURIComponent(rereading.batch)}`);
    if (status !== 'processing') rereading = null;
  }
  if (!review.currentId()) {
    if (queue.isReviewQueue() && !review.isBusy()) await showReview(shownDraw);
  } else if (type === 'tick' || data?.receipt_id === review.currentId()) {
    await review.refresh();
  } else if (type === 'review.decided') {
    queue.note({ receipt_id: data.receipt_id, revision: { estado: data.decision, persona: data.por, fecha: data.fecha, motivo: data.motivo } });
    showQueue();
  }
}
