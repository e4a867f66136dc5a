// The earlier receipt of a duplicate: both images side by side, and the fields that differ.
import { call, receiptPath } from './api.js';
import { find, make, table, cells } from './dom.js';
import { createPicture } from './picture.js';
import { amount, fieldNames, moment } from './texts.js';
import { badge } from './list.js';

const compared = ['monto', 'referencia', 'banco_origen', 'banco_destino', 'telefono', 'cedula', 'fecha_operacion', 'hora_operacion', 'concepto'];
let picture = null;
let shownFor = 0;

/** Shows the earlier receipt, if there is one. */
export async function showEarlier(receipt) {
  const mine = ++shownFor;
  const section = find('earlier');
  section.hidden = !receipt.duplicado;
  picture?.clear();
  if (!receipt.duplicado) return;
  find('earlier-title').textContent = receipt.duplicado.seguro ? 'Duplicado de un recibo anterior' : 'Posible duplicado de un recibo anterior';
  find('earlier-fields').replaceChildren(make('p', { textContent: receipt.duplicado.motivo }));
  const earlier = await call(receiptPath(receipt.duplicado.receipt_id)).catch((error) => {
    if (error.status !== 404) throw error;
    return null;
  });
  if (mine !== shownFor) return;
  if (!earlier) {
    find('earlier-fields').append(make('p', { className: 'faint', textContent: 'El recibo anterior ya no está guardado.' }));
    return;
  }
  const message = earlier.receipt.metadata_whatsapp;
  const rows = compared.filter((key) => receipt.campos[key] || earlier.receipt.campos[key]).map((key) => {
    const [mine, other] = [text(receipt, key), text(earlier.receipt, key)];
    return make('tr', { role: 'row', className: mine === other ? '' : 'differs' }, ...cells(['Campo', 'Este', 'Anterior', ''], [fieldNames[key], mine, other, mine === other ? 'igual' : 'distinto']));
  });
  find('earlier-fields').append(
    make('p', {}, badge(earlier.receipt), ` ${message.nombre} · sorteo ${message.numerosorteo} · ${moment(earlier.receipt.stored_at)}`),
    table('Comparación de los dos recibos', ['Campo', 'Este', 'Anterior', ''], rows));
  picture ??= createPicture(find('earlier-frame'), find('earlier-caption'));
  await picture.show(earlier.receipt.receipt_id, earlier.data);
}

const text = (receipt, key) => (key === 'monto' ? amount(receipt.campos.monto, receipt.moneda) : receipt.campos[key] ?? '');
