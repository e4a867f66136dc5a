// Step 1: receipts are dropped or chosen, each gets its sender, and all go up together.
import { call } from './api.js';
import { busy, find, make, say } from './dom.js';

const maxBytes = 16 * 1024 * 1024;
const maxFiles = 50;
const types = new Set(['image/png', 'image/jpeg', 'image/webp']);
const storedName = /^(\d{4})(\d\d)(\d\d)-([A-Z]|\d{1,2})--(.+@lid)_(.+)_(\d\d)-(\d\d)\.\w+$/;
let chosen = []; // { file, row }

export function startUpload(onUploaded) {
  const form = find('upload');
  const drop = find('drop');
  setNow(form);
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
    busy(find('send'), () => send(form, onUploaded)).finally(refresh);
  });
}

function setNow(form) {
  const now = new Date();
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  form.fechasorteo.value = date;
  form.horamin.value = now.toTimeString().slice(0, 5);
}

function add(files) {
  const refused = files.filter((file) => !types.has(file.type) || file.size > maxBytes);
  const accepted = files.filter((file) => !refused.includes(file)).slice(0, maxFiles - chosen.length);
  const left = files.length - refused.length - accepted.length;
  say([
    ...refused.map((file) => `${file.name}: ${types.has(file.type) ? 'pesa más de 16 MB' : 'no es PNG, JPEG ni WebP'}`),
    ...(left > 0 ? [`Máximo ${maxFiles} recibos a la vez: ${left} quedaron fuera.`] : []),
  ].join('\n'), true);
  for (const file of accepted) chosen.push({ file, row: rowOf(file) });
  refresh();
}

function rowOf(file) {
  const named = file.name.match(storedName);
  const picture = make('img', { alt: '', src: URL.createObjectURL(file) });
  const remove = make('button', { type: 'button', className: 'quiet', textContent: '✕', title: 'Quitar', ariaLabel: `Quitar ${file.name}` });
  const row = make('li', {}, picture, make('div', {}, make('span', { className: 'name', textContent: file.name }),
    field('idWhatsapp', { value: named?.[5] ?? '', placeholder: 'ID de WhatsApp, …@lid', pattern: '.+@lid', title: 'Debe terminar en @lid' }),
    field('nombre', { value: named?.[6] ?? '', placeholder: 'Nombre', minLength: 2, maxLength: 50 }),
    make('input', { name: 'caption', placeholder: 'Mensaje (opcional)' })), remove);
  remove.addEventListener('click', () => { chosen = chosen.filter((entry) => entry.row !== row); refresh(); });
  return row;
}

function field(name, properties) {
  return make('input', { name, required: true, ariaLabel: properties.placeholder, ...properties });
}

function refresh() {
  const rows = chosen.map((entry) => entry.row);
  for (const row of [...find('chosen').children].filter((one) => !rows.includes(one))) URL.revokeObjectURL(row.querySelector('img').src);
  find('chosen').replaceChildren(...rows);
  const button = find('send');
  button.disabled = chosen.length === 0;
  button.textContent = chosen.length === 0 ? 'Subir' : `Subir ${chosen.length} recibo${chosen.length === 1 ? '' : 's'}`;
}

async function send(form, onUploaded) {
  const body = new FormData();
  body.append('numerosorteo', form.numerosorteo.value);
  body.append('fechasorteo', form.fechasorteo.value.replaceAll('-', ''));
  body.append('horamin', form.horamin.value.slice(0, 5).replace(':', '-'));
  chosen.forEach(({ file, row }, index) => {
    body.append('files', file);
    for (const input of row.querySelectorAll('input')) {
      if (input.value) body.append(`${input.name}_${index}`, input.value);
    }
  });
  const answer = await call('/api/upload', { method: 'POST', body });
  const warnings = answer.files_processed.flatMap((file) => file.validation.warnings.map((text) => `${file.original_name}: ${text}`));
  say([`${answer.files_uploaded} recibo(s) subido(s).`, ...warnings].join('\n'));
  chosen = [];
  await onUploaded();
}
