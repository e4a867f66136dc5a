// The fields of a receipt: value, confidence, doubts and correction of each.
import { make } from './dom.js';
import { amount, fieldNames, percent } from './texts.js';

/** Builds the rows inside a table body. onCurrent gets the words of the current field, onCorrect its key and value (null withdraws a correction). */
export function createFields(body, { onCurrent, onCorrect, mayCorrect }) {
  let shown = null; // the document
  const buttons = () => [...body.querySelectorAll('button.value')];

  function show(receipt, data) {
    shown = data;
    body.replaceChildren(...Object.keys(fieldNames).map((key) => row(receipt, data, key)));
  }

  function row(receipt, data, key) {
    // The validation of the date has the key "fecha"; all others have the key of their field.
    const judgement = data.validacion_campos[key === 'fecha_operacion' ? 'fecha' : key];
    const value = receipt.campos[key] ?? '';
    const correction = receipt.correcciones.find(({ campo }) => campo === key);
    const notes = notesOf(receipt, judgement, key, correction);
    const text = key === 'monto' ? amount(value, receipt.moneda) : value;
    const line = make('tr', { className: correction ? 'corrected' : notes.length ? 'odd' : '' });
    line.dataset.field = key;
    const button = make('button', { type: 'button', className: 'value', textContent: text || '—', title: 'Corregir (Enter)' });
    // The accessible name of the button is its visible text: field, value, doubts.
    button.id = `value-${key}`;
    button.setAttribute('aria-labelledby', [`name-${key}`, `value-${key}`, ...notes.map((_, index) => `note-${key}-${index}`)].join(' '));
    const words = judgement?.origen?.palabras ?? [];
    button.addEventListener('focus', () => { mark(line); onCurrent(words); });
    line.addEventListener('pointerenter', () => onCurrent(words));
    line.addEventListener('pointerleave', () => onCurrent(wordsOf(document.activeElement, data)));
    button.addEventListener('click', () => { if (mayCorrect()) edit(line, key, value, correction); });
    const confidence = correction ? 'corregido' : value && judgement ? percent(judgement.confianza) : '';
    line.append(make('th', { scope: 'row', id: `name-${key}`, textContent: fieldNames[key] }),
      make('td', {}, button, ...notes.map((note, index) => make('p', { className: 'note', id: `note-${key}-${index}`, textContent: note }))),
      make('td', { className: 'number faint', textContent: confidence }));
    return line;
  }

  function wordsOf(element, data) {
    const key = element?.closest?.('tr[data-field]')?.dataset.field;
    return key ? data.validacion_campos[key === 'fecha_operacion' ? 'fecha' : key]?.origen?.palabras ?? [] : [];
  }

  function mark(line) {
    for (const other of body.rows) other.classList.toggle('current', other === line);
  }

  function edit(line, key, value, correction) {
    const [button] = line.getElementsByClassName('value');
    const input = make('input', { value, name: key, autocomplete: 'off', maxLength: 200, ariaLabel: `Valor correcto de ${fieldNames[key]}` });
    const cancel = make('button', { type: 'button', className: 'quiet', textContent: 'Cancelar' });
    const withdraw = correction && make('button', { type: 'button', className: 'quiet', textContent: `Volver a lo leído (${correction.leido || 'vacío'})` });
    const form = make('form', { className: 'edit' }, input, make('button', { textContent: 'Guardar' }), cancel, withdraw);
    const close = () => { form.replaceWith(button); button.focus(); };
    const send = async (stated) => {
      for (const part of form.elements) part.disabled = true;
      const done = await onCorrect(key, stated);
      if (done || !form.isConnected) return;
      for (const part of form.elements) part.disabled = false;
      input.focus();
    };
    form.addEventListener('submit', (event) => { event.preventDefault(); send(input.value); });
    form.addEventListener('keydown', (event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } });
    cancel.addEventListener('click', close);
    withdraw?.addEventListener('click', () => send(null));
    button.replaceWith(form);
    input.select();
  }

  return {
    show,
    isEditing: () => body.querySelector('form') !== null,
    currentKey: () => body.querySelector('tr.current')?.dataset.field,
    /** Focuses a field: the given one; without it the first doubtful one, then the first. */
    focus(key) {
      const target = body.querySelector(`tr[data-field="${key}"] button.value`) ?? body.querySelector('tr.odd button.value') ?? buttons()[0];
      if (!target) return;
      target.focus({ preventScroll: true });
      // A window in the background gets no focus events.
      mark(target.closest('tr'));
      onCurrent(wordsOf(target, shown));
    },
    move(by) {
      const list = buttons();
      const index = list.findIndex((button) => button.closest('tr').classList.contains('current'));
      list[Math.min(list.length - 1, Math.max(0, index + by))]?.focus();
    },
    edit() { body.querySelector('tr.current button.value')?.click(); },
  };
}

function notesOf(receipt, judgement, key, correction) {
  if (correction) return [`Se leyó: ${correction.leido || 'vacío'}. Corregido por ${correction.persona}.`];
  const value = receipt.campos[key];
  const doubts = receipt.dudas.filter(({ campo }) => campo === key).map(({ motivo }) => motivo);
  const missing = !value && receipt.campos_faltantes.includes(key) ? ['Falta'] : [];
  const invalid = value && judgement && !judgement.valid && judgement.reason ? [judgement.reason] : [];
  return [...new Set([...missing, ...doubts, ...invalid, ...(value ? judgement?.notas ?? [] : [])])];
}
