// Upload of receipts: files are dropped or chosen, each has a sender, and all are sent in one request.
import { call } from './api.js';
import { busy, find, make, say } from './dom.js';
import { readName } from './names.js';
import { day, plural } from './texts.js';

const maxBytes = 16 * 1024 * 1024;
const maxFiles = 50;
const clockMilliseconds = 10000;
const types = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/heic', 'image/heif']);
// Most browsers do not know the type of HEIC. The server checks the content of every file.
const isImage = (file) => types.has(file.type) || /\.hei[cf]$/i.test(file.name);
const own = ['numerosorteo', 'fechasorteo', 'horamin'];
// All rows have fields with the same names.
const shared = (name) => find('upload').querySelector(`fieldset [name=${name}]`);
let chosen = []; // { file, row }
let isNow = true;
let attempt = null; // idempotency key of an upload without a response, so that a retry is not stored twice

export function startUpload(onUploaded) {
  const form = find('upload');
  const drop = find('drop');
  shared('numerosorteo').value = localStorage.getItem('sorteo') ?? 'A';
  setNow();
  setInterval(setNow, clockMilliseconds);
  for (const name of ['fechasorteo', 'horamin']) shared(name).addEventListener('input', () => { isNow = false; find('now').hidden = false; });
  form.addEventListener('input', () => { attempt = null; refreshTimes(); });
  find('now').addEventListener('click', () => { isNow = true; setNow(); });
  find('files').addEventListener('change', (event) => { add([...event.target.files]); event.target.value = ''; });
  for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragenter' || name === 'dragover');
    });
  }
  drop.addEventListener('drop', (event) => add([...event.dataTransfer.files]));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(find('send'), () => send(onUploaded)).finally(refresh);
  });
}

// Date and hour follow the clock until they are set by hand.
function setNow() {
  find('now').hidden = isNow;
  if (!isNow || attempt) return; // a retry must have the same content
  const now = new Date();
  shared('fechasorteo').value = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  shared('horamin').value = now.toTimeString().slice(0, 5);
  refreshTimes();
}

function add(files) {
  const refused = files.filter((file) => !isImage(file) || file.size > maxBytes);
  const accepted = files.filter((file) => !refused.includes(file)).slice(0, maxFiles - chosen.length);
  const left = files.length - refused.length - accepted.length;
  say([
    ...refused.map((file) => `${file.name}: ${isImage(file) ? 'pesa más de 16 MB' : 'no es PNG, JPEG, WebP ni HEIC'}`),
    ...(left > 0 ? [`Máximo ${maxFiles} recibos a la vez: ${left} quedaron fuera.`] : []),
  ].join('\n'), true);
  for (const file of accepted) chosen.push({ file, row: rowOf(file) });
  attempt = null;
  refresh();
}

function rowOf(file) {
  const named = readName(file.name);
  const picture = make('img', { alt: '', src: URL.createObjectURL(file) });
  const remove = make('button', { type: 'button', className: 'quiet', textContent: '✕', title: 'Quitar', ariaLabel: `Quitar ${file.name}` });
  const times = make('details', {}, make('summary'), make('div', { className: 'common' },
    ownField('Sorteo', 'numerosorteo', { pattern: '[A-Z]|[0-9]{1,2}', title: 'Una letra A-Z o 1-2 cifras', size: 4 }),
    ownField('Fecha', 'fechasorteo', { type: 'date' }), ownField('Hora', 'horamin', { type: 'time' })));
  for (const name of own) times.querySelector(`[name=${name}]`).value = named?.[name] ?? '';
  const row = make('li', {}, picture, make('div', {}, make('span', { className: 'name', textContent: file.name }),
    field('idWhatsapp', { value: named?.idWhatsapp ?? '', placeholder: 'ID de WhatsApp, …@lid', pattern: '.+@lid', title: 'Debe terminar en @lid' }),
    field('nombre', { value: named?.nombre ?? '', placeholder: 'Nombre', minLength: 2, maxLength: 50 }),
    make('input', { name: 'caption', placeholder: 'Mensaje (opcional)', ariaLabel: 'Mensaje (opcional)' }), times), remove);
  row.dataset.named = named ? 'si' : '';
  remove.addEventListener('click', () => { chosen = chosen.filter((entry) => entry.row !== row); attempt = null; refresh(); });
  return row;
}

const field = (name, properties) => make('input', { name, required: true, ariaLabel: properties.placeholder, ...properties });

const ownField = (label, name, properties) => make('label', { textContent: label }, make('input', { name, ...properties }));

function refresh() {
  const rows = chosen.map((entry) => entry.row);
  for (const row of [...find('chosen').children].filter((one) => !rows.includes(one))) URL.revokeObjectURL(row.querySelector('img').src);
  find('chosen').replaceChildren(...rows);
  const button = find('send');
  button.disabled = chosen.length === 0;
  button.textContent = chosen.length === 0 ? 'Subir' : `Subir ${plural(chosen.length, 'recibo', 'recibos')}`;
  refreshTimes();
}

// Each file shows the draw that it will be stored with, and the source of that draw.
function refreshTimes() {
  for (const { row } of chosen) {
    const values = own.map((name) => row.querySelector(`[name=${name}]`).value || shared(name).value);
    const isOwn = own.some((name) => row.querySelector(`[name=${name}]`).value);
    const origin = !isOwn ? 'el de todos' : row.dataset.named ? 'del nombre del archivo' : 'propio';
    row.querySelector('summary').textContent = `Sorteo ${values[0]} · ${day(values[1].replaceAll('-', ''))} · ${values[2]} (${origin})`;
  }
}

async function send(onUploaded) {
  if (!attempt) setNow();
  attempt ??= [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join('-');
  const body = new FormData();
  chosen.forEach(({ file, row }, index) => {
    const value = (name) => row.querySelector(`[name=${name}]`).value || shared(name).value;
    body.append('files', file);
    body.append(`numerosorteo_${index}`, value('numerosorteo'));
    body.append(`fechasorteo_${index}`, value('fechasorteo').replaceAll('-', ''));
    body.append(`horamin_${index}`, value('horamin').slice(0, 5).replace(':', '-'));
    for (const name of ['idWhatsapp', 'nombre', 'caption']) {
      const text = row.querySelector(`[name=${name}]`).value;
      if (text) body.append(`${name}_${index}`, text);
    }
  });
  const answer = await call('/api/upload', { method: 'POST', body, headers: { 'Idempotency-Key': attempt } }).catch((error) => {
    if (error.status) attempt = null;
    throw error;
  });
  attempt = null;
  const warnings = answer.files_processed.flatMap((file) => file.validation.warnings.map((text) => `${file.original_name}: ${text}`));
  say([`${plural(answer.files_uploaded, 'recibo subido', 'recibos subidos')}.`, ...warnings].join('\n'));
  localStorage.setItem('sorteo', shared('numerosorteo').value);
  chosen = [];
  await onUploaded();
}
