// The client in a real browser, on a page of another origin than the system's.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { names, receipt, startStandalone, truth } from './standalone.js';

const page = (address) => `<!doctype html><script type="module">
  import { OcrClient, ValidationError } from '/src/index.js';
  const client = new OcrClient('${address}');
  const content = await (await fetch('/receipt.jpg')).blob();
  const receipt = { content, fileName: 'recibo.jpg', numerosorteo: 'A', fechasorteo: '20250711', idWhatsapp: '12345678901@lid', nombre: 'Ana', horamin: '14-30' };
  let report;
  try {
    const steps = [];
    const [result] = await client.read([receipt], { onProgress: (status) => steps.push(status.files_done) });
    const refused = await client.upload([{ ...receipt, numerosorteo: 'AB' }]).catch((error) => error);
    report = { referencia: result.referencia, done: steps.at(-1), refused: refused instanceof ValidationError };
  } catch (error) {
    report = { error: String(error) };
  }
  await fetch('/report', { method: 'POST', body: JSON.stringify(report) });
</script>`;

async function serve(addressOf, onReport) {
  const types = { js: 'text/javascript', jpg: 'image/jpeg' };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      let text = '';
      for await (const chunk of request) text += chunk;
      onReport(JSON.parse(text));
      return response.end();
    }
    const [, name] = request.url.match(/^\/src\/(\w+\.js)$/) ?? [];
    const body = name ? readFileSync(new URL(`../src/${name}`, import.meta.url)) : request.url === '/receipt.jpg' ? receipt(names[0]).content : page(addressOf());
    response.setHeader('Content-Type', types[request.url.split('.').at(-1)] ?? 'text/html');
    return response.end(body);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}

test('reads a receipt on a page', { timeout: 90_000 }, async () => {
  let system;
  const profile = mkdtempSync(join(tmpdir(), 'ocr chromium '));
  let report;
  const reported = new Promise((resolve) => { report = resolve; });
  const server = await serve(() => system.address, report);
  const origin = `http://127.0.0.1:${server.address().port}`;
  system = await startStandalone({ CORS_ORIGINS: origin }); // no other origin is let in without it
  // Tests run as root in containers, which have neither the sandbox nor much shared memory.
  const browser = spawn('chromium', [
    '--headless=new', '--no-sandbox', '--disable-dev-shm-usage', `--user-data-dir=${profile}`, `${origin}/`,
  ], { stdio: 'ignore' });
  try {
    assert.deepEqual(await reported, { referencia: truth[names[0]].fields.referencia, done: 1, refused: true });
  } finally {
    const gone = new Promise((resolve) => { browser.once('exit', resolve); });
    browser.kill();
    await gone;
    server.closeAllConnections();
    server.close();
    await system.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
