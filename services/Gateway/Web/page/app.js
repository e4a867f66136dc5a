const find = (id) => document.getElementById(id);
const images = new Map(); // stored name → the file as chosen here; the page shows it beside its fields

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function call(path, options) {
  const response = await fetch(path, options);
  const pause = Number(response.headers.get('Retry-After'));
  if (response.status === 429 && pause <= 5) {
    await wait(pause);
    return call(path, options);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(describe(body) || `Error ${response.status}`);
  return body;
}

function describe(error) {
  const details = error.details;
  const listed = details && typeof details === 'object'
    ? Object.values(details).flatMap((group) => Object.entries(group).map(([name, texts]) => `${name}: ${[texts].flat().join(' ')}`))
    : [details];
  return [error.mensaje ?? error.message, ...listed].filter(Boolean).join('\n');
}

function say(text, isError = false) {
  const message = find('message');
  message.textContent = text;
  message.hidden = !text;
  message.classList.toggle('error', isError);
}

async function busy(form, work) {
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await work();
  } catch (error) {
    say(error.message, true);
  } finally {
    button.disabled = false;
  }
}

find('upload').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  busy(form, async () => {
    const body = new FormData(form);
    body.set('fechasorteo', form.fechasorteo.value.replaceAll('-', ''));
    body.set('horamin', form.horamin.value.replace(':', '-'));
    if (!form.caption.value) body.delete('caption');
    const chosen = [...form.files.files];
    const answer = await call('/api/upload', { method: 'POST', body });
    answer.files_processed.forEach((file, index) => images.set(file.stored_name, chosen[index]));
    const warnings = answer.files_processed.flatMap((file) => file.validation.warnings.map((text) => `${file.original_name}: ${text}`));
    say([`${answer.files_uploaded} recibo(s) subido(s).`, ...warnings].join('\n'));
    form.files.value = '';
    await refresh();
  });
});

find('process').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  busy(form, async () => {
    say('Procesando…');
    let answer = await call('/api/ocr/process_batch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Prefer: 'respond-async' },
      body: JSON.stringify({ profile: form.profile.value }),
    });
    const id = answer.request_id;
    while (answer.status === 'processing') {
      await wait(2);
      answer = await call(`/api/ocr/status/${id}`);
      say(`Procesando… ${answer.files_done ?? 0} de ${answer.files_total ?? '?'}`);
    }
    say('Lote terminado.');
    await refresh();
    await showResults(id);
  });
});

async function showResults(id) {
  const answer = await call(id ? `/api/extract_results?request_id=${encodeURIComponent(id)}` : '/api/extract_results');
  if (answer.resultados.length === 0) return;
  find('results').replaceChildren(...answer.resultados.map((result) => row(result, answer.extraccion_completa.request_id)));
}

function row(result, requestId) {
  const who = result.datosbeneficiario;
  const cells = [
    result.nombre_archivo, result.bancoorigen, result.monto, result.referencia, who.cedula, who.telefono,
    who.banco_destino, result.pago_fecha, `${Math.round(result.confianza_promedio * 100)} %`,
  ];
  const line = document.createElement('tr');
  line.tabIndex = 0;
  line.append(...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text || '—' })));
  const open = () => showDetail(`${requestId}_${result.nombre_archivo}`, result.nombre_archivo).catch((error) => say(error.message, true));
  line.addEventListener('click', open);
  line.addEventListener('keydown', (event) => event.key === 'Enter' && open());
  return line;
}

async function showDetail(id, name) {
  const { data } = await call(`/api/ocr/result/${encodeURIComponent(id)}`);
  find('detail').hidden = false;
  find('detail-name').textContent = name;
  find('fields').replaceChildren(...Object.entries(data.extracted_fields ?? {}).flatMap(([key, value]) => {
    const invalid = value && data.validacion_campos?.[key]?.valid === false;
    return [
      Object.assign(document.createElement('dt'), { textContent: key }),
      Object.assign(document.createElement('dd'), { textContent: value || '—', className: invalid ? 'invalid' : '' }),
    ];
  }));
  await draw(images.get(name), data.palabras_detectadas ?? []);
  find('detail').scrollIntoView({ behavior: 'smooth' });
}

async function draw(file, words) {
  const canvas = find('image');
  canvas.hidden = !file;
  find('image-note').textContent = file ? `${words.length} palabras` : 'La imagen no se subió desde esta página.';
  if (!file) return;
  const bitmap = await createImageBitmap(file);
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  context.strokeStyle = '#1f6f54';
  context.lineWidth = Math.max(1, bitmap.width / 500);
  for (const { coordenadas: [left, top, right, bottom] } of words) {
    context.strokeRect(left, top, right - left, bottom - top);
  }
}

async function refresh() {
  const pending = await call('/api/files/pending');
  find('pending').textContent = pending.files_pending;
  const health = await fetch('/api/health').then((response) => response.json());
  find('health').textContent = { healthy: 'Sistema en servicio', degraded: 'Servicio degradado' }[health.status] ?? 'Fuera de servicio';
}

const now = new Date();
find('upload').fechasorteo.value = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
find('upload').horamin.value = now.toTimeString().slice(0, 5);
refresh().catch((error) => say(error.message, true));
showResults().catch(() => {});
