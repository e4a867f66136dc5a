// The views of the page; the fragment of the address selects one.
import { events, health } from './api.js';
import { showBatches, startBatches } from './batches.js';
import { showList, showReview, startDesk } from './desk.js';
import { fail, find, say } from './dom.js';
import { showDraws, startDraws } from './draws.js';
import { showKeys, startKeys } from './keys.js';
import { connect, disconnect, startLive } from './live.js';
import { showMonitor, startMonitor } from './monitor.js';
import { refreshPending, startProcessing } from './process.js';
import { showSearch, startSearch } from './search.js';
import { can, isAdmin, isIn, startSession } from './session.js';
import { startUpload } from './upload.js';

const healthMilliseconds = 15000;
const states = { healthy: 'En servicio', degraded: 'Servicio degradado', unhealthy: 'Fuera de servicio' };
const views = {
  subir: { show: () => refreshPending(), may: () => can('process_ocr') }, revisar: { show: showReview, may: () => can('download_results') },
  sorteos: { show: showDraws, may: () => can('download_results') }, buscar: { show: showSearch, may: () => can('download_results') },
  lotes: { show: showBatches, may: () => can('download_results') }, monitoreo: { show: showMonitor, may: isIn }, claves: { show: showKeys, may: isAdmin },
};
let view = '';
let listed = null; // list of the review view

async function refreshHealth() {
  const { status, checks } = await health().catch(() => ({ status: 'unhealthy', checks: {} }));
  find('health').textContent = states[status] ?? status;
  find('health').className = status;
  find('health').title = Object.entries(checks).filter(([, state]) => state !== 'ok').map(([name, state]) => `${name}: ${state}`).join('\n');
}

async function route() {
  const [name, ...parts] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const allowed = Object.keys(views).filter((key) => isIn() && views[key].may());
  const isList = name === 'lista' && listed;
  view = isList ? 'revisar' : allowed.includes(name) ? name : allowed[0] ?? '';
  for (const key of Object.keys(views)) {
    find(`view-${key}`).hidden = key !== view;
    find(`nav-${key}`).hidden = !allowed.includes(key);
    if (key === view) find(`nav-${key}`).setAttribute('aria-current', 'page');
    else find(`nav-${key}`).removeAttribute('aria-current');
  }
  document.title = `${find(`nav-${view}`)?.textContent ?? 'Entrar'} · Lectura de recibos`;
  find('back').hidden = !isList;
  if (isList) await showList(...listed);
  else if (view) await views[view].show(...parts);
}

async function openList(receipts, index) {
  listed = [receipts, index];
  find('back').href = location.hash || '#/';
  location.hash = '#/lista';
}

const showRoute = () => { say(''); route().catch(fail); };
const visible = (name) => () => view === name && isIn();

startUpload(() => refreshPending());
startProcessing(visible('subir'));
startDesk(visible('revisar'));
startDraws(visible('sorteos'), openList);
startSearch(openList);
startBatches(openList);
startMonitor(visible('monitoreo'));
startKeys();
window.addEventListener('hashchange', showRoute);
events.addEventListener('connection', ({ detail: online }) => {
  find('offline').hidden = online;
  if (online) refreshHealth();
});
refreshHealth();
setInterval(refreshHealth, healthMilliseconds);
startSession(() => {
  showRoute();
  if (isIn()) connect();
  else disconnect();
}).catch(fail).finally(startLive);
