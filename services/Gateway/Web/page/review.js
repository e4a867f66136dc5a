// Review of one receipt: image, fields and decision.
import { call, json, receiptPath, tagged } from './api.js';
import { find, make, say } from './dom.js';
import { showEarlier } from './earlier.js';
import { createFields } from './fields.js';
import { badge } from './list.js';
import { createPicture, imageOf } from './picture.js';
import * as queue from './queue.js';
import { can } from './session.js';
import { actions, amount, day, fieldNames, hour, moment, problems, reviews } from './texts.js';

let picture;
let fields;
let shown = null; // { receipt, data, tag }
let opening = 0;
let working = false;
let onChange = () => {};

export function startReview(changed) {
  onChange = changed;
  picture = createPicture(find('frame'), find('caption'));
  fields = createFields(find('fields'), { onCurrent: (words) => picture.light(words), onCorrect: correct, mayCorrect: () => can('review') });
  find('words').addEventListener('change', (event) => picture.toggleWords(event.target.checked));
  find('history').addEventListener('toggle', () => showHistory());
}

export const currentId = () => shown?.receipt.receipt_id ?? null;
// While a person decides or types, the shown receipt does not change.
export const isBusy = () => working || fields.isEditing() || document.querySelector('dialog[open]') !== null;
export { fields, picture };

/** Opens a receipt. A slower response for an earlier receipt is ignored. */
export async function open(id, { key } = {}) {
  const mine = ++opening;
  const { body, tag } = await tagged(receiptPath(id));
  if (mine !== opening) return;
  const isNew = id !== currentId();
  apply(body, tag);
  if (isNew) {
    find('history').open = false;
    find('review').scrollTop = 0;
    showEarlier(body.receipt).catch((error) => say(error.message, true));
    await picture.show(id, body.data);
    if (mine !== opening) return;
  }
  fields.focus(key);
  const next = queue.upcoming();
  if (next) imageOf(next.receipt_id).catch(() => {});
}

export function close() {
  opening++;
  shown = null;
  picture.clear();
}

function apply({ receipt, data }, tag) {
  shown = { receipt, data, tag };
  queue.note(receipt);
  const message = receipt.metadata_whatsapp;
  find('review-name').textContent = message.nombre;
  find('review-about').replaceChildren(badge(receipt), ` Sorteo ${message.numerosorteo} · ${day(message.fechasorteo)} ${hour(message.horamin)} · ${amount(receipt.campos.monto, receipt.moneda) || 'sin monto'}`);
  const { revision } = receipt;
  find('review-decided').textContent = revision.estado === 'pendiente' ? '' : `${reviews[revision.estado]} por ${revision.persona}, ${moment(revision.fecha)}${revision.motivo ? `: ${revision.motivo}` : ''}`;
  find('reasons').replaceChildren(...problems(receipt).map((text) => make('li', { textContent: text })));
  fields.show(receipt, data);
  for (const id of ['accept', 'reject-open', 'undo', 'reread']) find(id).disabled = !can('review');
  find('undo').hidden = revision.estado === 'pendiente';
  if (find('history').open) showHistory();
  onChange();
}

/** Sends a decision. Returns whether it was stored. */
export async function decide(decision, motivo) {
  const name = shown?.receipt.metadata_whatsapp.nombre;
  const stored = await change(() => tagged(`${receiptPath(currentId())}/decision`, json('POST', { decision, motivo }, { 'If-Match': shown.tag })));
  if (stored) find('review-status').textContent = `${name}: ${reviews[decision].toLowerCase()}.`;
  return stored;
}

async function correct(key, value) {
  const stored = await change(() => tagged(receiptPath(currentId()), json('PATCH', { campos: { [key]: value } }, { 'If-Match': shown.tag })));
  if (stored) fields.focus(key);
  return stored;
}

/** Reads the image again with the slowest profile. */
export async function reread() {
  const id = currentId();
  const { request_id: batch } = await call(`${receiptPath(id)}/reread`, json('POST', { profile: 'high_confidence' }));
  find('review-status').textContent = 'Se lee de nuevo con alta confianza…';
  return { id, batch };
}

// Refused when another person changed the receipt: the view then shows that change, and nothing is overwritten.
async function change(send) {
  if (working || !shown) return false;
  working = true;
  const id = currentId();
  try {
    const { body, tag } = await send();
    if (id === currentId()) apply(body, tag);
    say('');
    return true;
  } catch (error) {
    if (error.status !== 412) {
      say(error.message, true);
      return false;
    }
    const other = error.body.details?.receipt;
    const who = other?.revision.persona ?? 'Otra persona';
    say(`No se guardó: el recibo cambió mientras lo veía. ${other && other.revision.estado !== 'pendiente' ? `${who} lo dejó en «${reviews[other.revision.estado]}»` : 'Otra persona lo corrigió'}. Se muestra el estado actual.`, true);
    await open(id, { key: fields.currentKey() });
    return false;
  } finally {
    working = false;
  }
}

/** Shows changes by others, unless a person is typing. */
export async function refresh() {
  const id = currentId();
  if (!id || isBusy()) return;
  const { body, tag } = await tagged(receiptPath(id));
  if (id !== currentId() || isBusy() || tag === shown.tag) return;
  const key = find('fields').contains(document.activeElement) ? fields.currentKey() : null;
  const { persona, estado } = body.receipt.revision;
  apply(body, tag);
  find('review-status').textContent = estado === 'pendiente' ? 'Este recibo cambió en otra parte.' : `${persona} lo dejó en «${reviews[estado]}».`;
  if (key) fields.focus(key);
}

async function showHistory() {
  if (!find('history').open || !shown) return;
  const id = currentId();
  const { eventos } = await call(`${receiptPath(id)}/audit?limit=50`);
  if (id !== currentId()) return;
  find('history-list').replaceChildren(...(eventos.length ? eventos : [null]).map((event) => make('li', {
    textContent: event ? `${moment(event.fecha)} · ${actions[event.accion] ?? event.accion} · ${event.persona} · ${detail(event.datos)}` : 'Todavía no hay cambios.',
  })));
}

function detail({ decision, anterior, motivo, cambios, perfil, leido }) {
  const changes = (cambios ?? []).map(({ campo, anterior: before, valor }) => `${fieldNames[campo] ?? campo}: ${before || 'vacío'} → ${valor || 'vacío'}`);
  const decided = decision ? [`${reviews[anterior] ?? anterior} → ${reviews[decision] ?? decision}`] : [];
  const read = perfil ? [`perfil ${perfil}${leido ? '' : ', no se pudo leer'}`] : [];
  return [...decided, ...changes, ...read, motivo].filter(Boolean).join(', ');
}
