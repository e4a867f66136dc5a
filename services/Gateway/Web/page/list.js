// Receipts as a table. A click on the sender opens a receipt.
import { cells, make, table } from './dom.js';
import { amount, day, hour, judge, problems, reviews, decisions } from './texts.js';

const labels = ['Estado', 'Remitente', 'Sorteo', 'Monto', 'Referencia', 'Banco', 'Cédula', 'Teléfono', 'Fecha', 'Decisión', 'Qué falta o es dudoso'];

/** A table of receipts; open is called with the position of the receipt in the list. */
export function receiptTable(caption, receipts, open) {
  if (receipts.length === 0) return make('p', { className: 'faint', textContent: 'No hay recibos.' });
  return table(caption, labels, receipts.map((receipt, index) => row(receipt, () => open(index))));
}

export function badge(receipt) {
  const [mark, words, kind] = judge(receipt);
  return make('span', { className: `badge ${kind}` }, make('span', { ariaHidden: 'true', textContent: mark }), ` ${words}`);
}

function row(receipt, open) {
  const { campos: fields, metadata_whatsapp: message } = receipt;
  const link = make('button', { type: 'button', className: 'link', textContent: message.nombre, ariaLabel: `Abrir el recibo de ${message.nombre}, ${fields.referencia || receipt.nombre_archivo}` });
  link.addEventListener('click', open);
  const decision = [decisions[receipt.decision?.valor] ?? '', receipt.revision && receipt.revision.estado !== 'pendiente' ? `${reviews[receipt.revision.estado]} por ${receipt.revision.persona}` : ''];
  const line = make('tr', { role: 'row' }, ...cells(labels, [
    badge(receipt), link, `${message.numerosorteo} · ${day(message.fechasorteo)} ${hour(message.horamin)}`, amount(fields.monto, receipt.moneda), fields.referencia,
    fields.banco_origen, fields.cedula, fields.telefono, fields.fecha_operacion, decision.filter(Boolean).join(' · '), problems(receipt).join(' '),
  ]));
  line.lastChild.className = 'wide';
  line.children[3].className = 'number';
  return line;
}

/** Converts an entry of a consolidated JSON to the form of /api/receipts, with corrections applied. */
export function fromConsolidated(entry) {
  const campos = {
    monto: entry.monto, referencia: entry.referencia, banco_origen: entry.bancoorigen, cedula: entry.datosbeneficiario.cedula,
    telefono: entry.datosbeneficiario.telefono, banco_destino: entry.datosbeneficiario.banco_destino, fecha_operacion: entry.pago_fecha,
  };
  let { moneda } = entry;
  for (const correction of entry.correcciones ?? []) {
    campos[correction.campo] = correction.valor;
    moneda = correction.moneda ?? moneda;
  }
  const judgement = entry.validacion_recibo;
  const [same, similar] = [entry.duplicado_de, entry.posible_duplicado];
  return {
    ...entry, campos, moneda, completo: judgement?.completo ?? false, campos_faltantes: judgement?.campos_faltantes ?? [], es_recibo: judgement?.es_recibo,
    dudas: (entry.decision?.motivos ?? []).filter(({ codigo }) => codigo === 'CAMPO_DUDOSO').map(({ campo, motivo }) => ({ campo, motivo })),
    duplicado: same ? { seguro: true, motivo: `${same.motivo} (${same.nombre_archivo})` } : similar && { seguro: false, motivo: `${similar.motivo} (${similar.nombre_archivo})` },
  };
}
