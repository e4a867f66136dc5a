// Spanish words for values of the API.
export const fieldNames = {
  monto: 'Monto', referencia: 'Referencia', banco_origen: 'Banco de origen', banco_destino: 'Banco de destino', telefono: 'Teléfono', cedula: 'Cédula',
  fecha_operacion: 'Fecha', hora_operacion: 'Hora', concepto: 'Concepto', tipo_transaccion: 'Tipo', numero_operacion: 'Número de operación',
  cuenta_origen: 'Cuenta de origen', cuenta_destino: 'Cuenta de destino', identificador_fiscal: 'Identificador fiscal',
  comprobante_pago: 'Comprobante', canal_pago: 'Canal',
};
export const decisions = { aceptar: 'Aceptar', revisar: 'Revisar', rechazar: 'Rechazar' };
export const reviews = { pendiente: 'Pendiente', aceptado: 'Aceptado', rechazado: 'Rechazado' };
export const actions = { decision: 'Decisión', correccion: 'Corrección', relectura: 'Lectura' };
export const roles = { reader: 'Lector', reviewer: 'Revisor', admin: 'Administrador de archivos' };

/** Formats an amount in the Venezuelan form. */
export function amount(value, currency = '') {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(value ?? '');
  const text = parts ? parts[1].replace(/\B(?=(\d{3})+$)/g, '.') + (parts[2] ? `,${parts[2]}` : '') : value;
  return text ? `${text} ${currency}`.trim() : '';
}

// Rounded down, so that only 1 is shown as 100 %.
export const percent = (share) => `${(Math.floor(share * 1000) / 10).toLocaleString('es')} %`;

export const moment = (instant) => instant ? new Date(instant).toLocaleString('es-VE', { dateStyle: 'short', timeStyle: 'short' }) : '';
export const day = (compact) => (compact ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$3/$2/$1');
export const hour = (text) => (text ?? '').replace('-', ':');
export const plural = (count, one, many) => `${count.toLocaleString('es')} ${count === 1 ? one : many}`;

/** State of a receipt in lists: mark, words, kind. Only complete receipts that a person or the policy accepted have the check mark. */
export function judge(receipt) {
  const { revision, duplicado, error } = receipt;
  if (revision?.estado === 'aceptado') return ['✓', 'Aceptado', 'good'];
  if (revision?.estado === 'rechazado') return ['✕', 'Rechazado', 'bad'];
  if (error) return ['✕', 'No se pudo leer', 'bad'];
  if (duplicado) return duplicado.seguro ? ['=', 'Duplicado', 'odd'] : ['≈', 'Posible duplicado', 'odd'];
  if (receipt.es_recibo === false) return ['✕', 'No es un recibo', 'bad'];
  if (receipt.decision?.valor === 'rechazar') return ['✕', 'Rechazar', 'bad'];
  if (!receipt.completo) return ['!', 'Incompleto', 'odd'];
  return receipt.decision?.valor === 'aceptar' ? ['✓', 'Completo', 'good'] : ['!', 'Revisar', 'odd'];
}

/** Sentences about missing and doubtful fields, without repetitions. */
export function problems(receipt) {
  const missing = receipt.campos_faltantes?.length ? [`Falta: ${receipt.campos_faltantes.map((key) => fieldNames[key] ?? key).join(', ')}.`] : [];
  const doubts = (receipt.dudas ?? []).map(({ campo, motivo }) => `${fieldNames[campo] ?? campo}: ${motivo}.`.replace('..', '.'));
  // Missing and doubtful fields are already listed in shorter sentences.
  const told = new Set((receipt.dudas ?? []).map(({ campo }) => campo));
  const reasons = (receipt.decision?.motivos ?? []).filter(({ codigo, campo }) => codigo !== 'CAMPO_FALTANTE' && !told.has(campo)).map(({ motivo }) => motivo);
  return [...new Set([receipt.error?.mensaje, receipt.duplicado?.motivo, ...missing, ...doubts, ...reasons].filter(Boolean))];
}

/** Counts the receipts of a list by state. */
export function summary(receipts) {
  const counts = new Map();
  for (const receipt of receipts) {
    const [, words] = judge(receipt);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${words.toLowerCase()}: ${count}`).join(' · ');
}
