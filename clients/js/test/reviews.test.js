// Reviews against the real system.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OcrClient } from '../src/index.js';
import { names, receipt, startStandalone } from './standalone.js';

const unlimited = Object.fromEntries(
  ['PER_MINUTE', 'PER_HOUR', 'BURST', 'UPLOAD_PER_MINUTE', 'PROCESS_PER_MINUTE', 'COST_PER_MINUTE'].map((limit) => [`RATE_LIMIT_${limit}`, '0']));
let system;
let client;

before(async () => {
  system = await startStandalone({ OCR_PARALLELISM: '1', ...unlimited });
  client = new OcrClient(system.address);
});
after(() => system.stop());

test('corrects, decides and reads again', async () => {
  const [read] = await client.read([receipt(names[8], 41)]);
  const { receipt: found } = await client.reviews.receipt(read.receipt_id);

  const { receipt: changed } = await client.reviews.correct(read.receipt_id, found.version, { monto: '1.234,50' });
  await assert.rejects(client.reviews.decide(read.receipt_id, found.version, 'aceptado'), (error) => error.status === 412);
  await client.reviews.decide(read.receipt_id, changed.version, 'rechazado', { reason: 'prueba' });
  await client.wait(await client.reviews.reread(read.receipt_id, 'balanced'));

  const { receipt: now } = await client.reviews.receipt(read.receipt_id);
  assert.deepEqual([now.campos.monto, now.revision.estado], ['1234.50', 'rechazado']);
  const seen = [];
  for await (const one of client.reviews.all({ monto: '1.234,50', limit: '1' })) seen.push(one.receipt_id);
  assert.deepEqual(seen, [read.receipt_id]);
  assert.equal((await client.reviews.audit(read.receipt_id)).total, 3);
});
