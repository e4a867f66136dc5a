// One receipt: its image with the words on it, its fields with where each came from.
import { call, download } from './api.js';
import { find, make, percent } from './dom.js';

const svg = 'http://www.w3.org/2000/svg';
const labels = {
  monto: 'Monto', referencia: 'Referencia', telefono: 'Teléfono', cedula: 'Cédula', banco_origen: 'Banco de origen',
  banco_destino: 'Banco de destino', concepto: 'Concepto', fecha_operacion: 'Fecha', tipo_transaccion: 'Tipo',
  hora_operacion: 'Hora', numero_operacion: 'Número de operación', cuenta_origen: 'Cuenta de origen',
  cuenta_destino: 'Cuenta de destino', identificador_fiscal: 'Identificador fiscal', comprobante_pago: 'Comprobante', canal_pago: 'Canal',
};

export function startViewer() {
  find('boxes').addEventListener('change', (event) => find('picture').classList.toggle('bare', !event.target.checked));
  find('close').addEventListener('click', () => { find('detail').hidden = true; });
}

export async function showDetail(id, summary) {
  const { data } = await call(`/api/ocr/result/${encodeURIComponent(id)}`);
  const notes = [
    ...data.processing_metadata.error_messages, summary.validacion_recibo?.motivo, repeated('Duplicado', data.duplicado_de),
    repeated('Posible duplicado', data.posible_duplicado),
  ].filter(Boolean);
  find('detail').hidden = false;
  find('detail-name').textContent = summary.nombre_archivo;
  find('detail-note').textContent = [...new Set(notes)].join(' ');
  find('detail-note').hidden = notes.length === 0;
  find('fields').replaceChildren(...Object.entries(data.extracted_fields).flatMap(([key, value]) => field(key, value, validationOf(data, key))));
  const { image_width: width, image_height: height } = data.processing_metadata;
  await showImage(id, data.palabras_detectadas, { width, height });
  find('detail').scrollIntoView({ behavior: 'smooth' });
}

const repeated = (what, earlier) => earlier && `${what} de ${earlier.nombre_archivo} (${earlier.request_id}). ${earlier.motivo}`;

// The document calls the date's judgement "fecha", every other by the name of its field.
const validationOf = (data, key) => data.validacion_campos[key] ?? (key === 'fecha_operacion' ? data.validacion_campos.fecha : undefined);

function field(key, value, judgement) {
  const known = value && judgement;
  const name = make('dt', { textContent: labels[key] ?? key });
  const shown = make('dd', {
    textContent: value || '—',
    className: !value ? 'faint' : known && !judgement.valid ? 'invalid' : '',
    title: known ? `${judgement.reason ?? 'Válido'} · ${percent(judgement.confianza)} · ${judgement.origen.regla}` : '',
  });
  for (const [event, on] of [['pointerenter', true], ['pointerleave', false]]) {
    shown.addEventListener(event, () => light(judgement?.origen?.palabras ?? [], on));
  }
  return [name, shown];
}

function light(words, on) {
  for (const index of words) find('picture').querySelector(`[data-word="${index}"]`)?.classList.toggle('lit', on);
}

async function showImage(id, words, page) {
  const image = await download(`/api/ocr/image/${encodeURIComponent(id)}`).then(createImageBitmap).catch(() => null);
  // Words stand on the page as it was made upright. Where that is not the image as it was sent, they stand on a blank one.
  const fits = image && (!page.width || (image.width === page.width && image.height === page.height));
  const [width, height] = fits || !page.width ? [image?.width ?? 1, image?.height ?? 1] : [page.width, page.height];
  const canvas = make('canvas', { width, height });
  if (fits) canvas.getContext('2d').drawImage(image, 0, 0);
  const note = !image ? ' · la imagen ya no está guardada' : fits ? '' : ' · la página se enderezó para leerla';
  find('caption').textContent = `${words.length} palabras${note}`;
  find('picture').replaceChildren(canvas, overlay(words, width, height, !fits));
}

function overlay(words, width, height, withText) {
  const layer = shape('svg', { viewBox: `0 0 ${width} ${height}` });
  words.forEach(({ texto, confianza, coordenadas }, index) => {
    if (!coordenadas) return;
    const [left, top, right, bottom] = coordenadas;
    const box = shape('rect', { x: left, y: top, width: right - left, height: bottom - top, 'data-word': index });
    box.append(shape('title', {}, `${texto} · ${percent(confianza)}`));
    if (withText) layer.append(shape('text', { x: left, y: bottom, 'font-size': bottom - top, textLength: right - left, lengthAdjust: 'spacingAndGlyphs' }, texto));
    layer.append(box);
  });
  return layer;
}

function shape(tag, attributes, text = '') {
  const element = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(text);
  return element;
}
