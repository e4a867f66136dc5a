// The image of a receipt with the boxes of its words; it can be rotated and enlarged.
import { download } from './api.js';
import { make } from './dom.js';
import { percent } from './texts.js';

const svg = 'http://www.w3.org/2000/svg';
const maxZoom = 6;

/** Creates a viewer in an element. */
export function createPicture(frame, caption) {
  let shown = null; // { image, words, page, toImage }
  let turn = 0;
  let zoom = 1;
  let lit = [];

  async function show(id, data) {
    const image = await imageOf(id);
    const { image_width: width, image_height: height, page_to_image: toImage } = data.processing_metadata;
    shown = { image, words: data.palabras_detectadas, page: { width, height }, toImage: image ? toImage : null };
    turn = uprightTurn(shown.toImage);
    zoom = 1;
    draw();
    const notes = [`${shown.words.length} palabras`];
    if (!image) notes.push('la imagen ya no está guardada');
    else if (toImage) notes.push('la página se enderezó para leerla');
    caption.textContent = notes.join(' · ');
  }

  function draw() {
    if (!shown) return;
    const { image, words, page, toImage } = shown;
    const [width, height] = image ? [image.width, image.height] : [page.width || 1, page.height || 1];
    const sideways = turn % 180 !== 0;
    const canvas = make('canvas', { width: sideways ? height : width, height: sideways ? width : height });
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', 'Imagen del recibo');
    const context = canvas.getContext('2d');
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(turn * Math.PI / 180);
    if (image) context.drawImage(image, -width / 2, -height / 2);
    const place = (x, y) => turned(...projected(toImage, x, y), width, height, turn);
    const box = make('div', { className: 'sheet' }, canvas, overlay(words, place, canvas, !image));
    box.style.setProperty('--zoom', zoom);
    box.style.setProperty('--ratio', canvas.width / canvas.height);
    frame.replaceChildren(box);
    light(lit);
  }

  function light(words) {
    lit = words;
    for (const shape of frame.querySelectorAll('polygon')) shape.classList.toggle('lit', words.includes(Number(shape.dataset.word)));
    const first = frame.querySelector('polygon.lit');
    if (!first) return;
    // Scrolls only the frame; scrollIntoView would also scroll the page.
    const [inner, outer] = [first.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - outer.height / 3;
    if (inner.left < outer.left || inner.right > outer.right) frame.scrollLeft += inner.left - outer.left - outer.width / 3;
  }

  return {
    show,
    light,
    zoom(factor) { zoom = factor === 0 ? 1 : Math.min(maxZoom, Math.max(1, zoom * factor)); draw(); },
    turn() { turn = (turn + 90) % 360; draw(); },
    toggleWords(on) { frame.classList.toggle('bare', !on); },
    clear() { shown = null; frame.replaceChildren(); caption.textContent = ''; },
  };
}

const cache = new Map(); // id → promise of an image
const cachedImages = 8;

/** Fetches an image; also used to prefetch. */
export function imageOf(id) {
  if (!cache.has(id)) {
    const image = download(`/api/ocr/image/${encodeURIComponent(id)}`).then(createImageBitmap).catch((error) => {
      cache.delete(id);
      if (!error.status && error.message.startsWith('No hay conexión')) throw error;
      return null;
    });
    cache.set(id, image);
    if (cache.size > cachedImages) cache.delete(cache.keys().next().value);
  }
  return cache.get(id);
}

// Boxes are pixels of the upright page; the nine numbers are its projection to the image.
function projected(map, x, y) {
  if (!map) return [x, y];
  const w = map[6] * x + map[7] * y + map[8];
  return [(map[0] * x + map[1] * y + map[2]) / w, (map[3] * x + map[4] * y + map[5]) / w];
}

function turned(x, y, width, height, turn) {
  return turn === 90 ? [height - y, x] : turn === 180 ? [width - x, height - y] : turn === 270 ? [y, width - x] : [x, y];
}

// The quarter turn that makes the text lines of an image horizontal.
function uprightTurn(map) {
  if (!map) return 0;
  const [start, end] = [projected(map, 0, 0), projected(map, 100, 0)];
  const quarters = Math.round(Math.atan2(end[1] - start[1], end[0] - start[0]) / (Math.PI / 2));
  return (((4 - quarters) % 4) * 90 + 360) % 360;
}

function overlay(words, place, canvas, withText) {
  const layer = shape('svg', { viewBox: `0 0 ${canvas.width} ${canvas.height}`, 'aria-hidden': 'true' });
  words.forEach(({ texto, confianza, coordenadas }, index) => {
    if (!coordenadas) return;
    const [left, top, right, bottom] = coordenadas;
    const corners = [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) => place(x, y).map((number) => number.toFixed(1)).join(','));
    const box = shape('polygon', { points: corners.join(' '), 'data-word': index });
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
