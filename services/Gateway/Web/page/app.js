// The page: three steps from images to a table.
import { health } from './api.js';
import { refreshPending, startProcessing } from './batch.js';
import { find, say } from './dom.js';
import { refreshHistory } from './history.js';
import { showResults, startResults } from './results.js';
import { startUpload } from './upload.js';
import { startViewer } from './viewer.js';

const healthMilliseconds = 15000;
const states = { healthy: 'En servicio', degraded: 'Servicio degradado', unhealthy: 'Fuera de servicio' };

async function refreshHealth() {
  const { status, checks } = await health().catch(() => ({ status: 'unhealthy', checks: {} }));
  find('health').textContent = states[status] ?? status;
  find('health').className = status;
  find('health').title = Object.entries(checks).filter(([, state]) => state !== 'ok').map(([name, state]) => `${name}: ${state}`).join('\n');
}

const fail = (error) => say(error.message, true);
const showBatch = async (id) => { await refreshHistory(); await showResults(id); };

startUpload(() => refreshPending());
startProcessing(showBatch);
startResults();
startViewer();
refreshHealth();
setInterval(refreshHealth, healthMilliseconds);
refreshPending().catch(fail);
showBatch().catch(fail);
