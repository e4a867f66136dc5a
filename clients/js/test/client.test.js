// The client against the real system.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FilesInBatches, FileTooLarge, KeyReused, NotFound, OcrClient, RetryPolicy, TimedOut, Unreachable, ValidationError } from '../src/index.js';
import { names, receipt, startStandalone, truth } from './standalone.js';

const unlimited = Object.fromEntries(
  ['PER_MINUTE', 'PER_HOUR', 'BURST', 'UPLOAD_PER_MINUTE', 'PROCESS_PER_MINUTE', 'COST_PER_MINUTE'].map((limit) => [`RATE_LIMIT_${limit}`, '0']));
let system;
let client;

before(async () => {
  system = await startStandalone({ OCR_PARALLELISM: '1', ...unlimited });
  client = new OcrClient(system.address);
});
after(() => system.stop());

test('reads receipts in their order and reports progress', async () => {
  const steps = [];
  const chosen = names.slice(0, 4);

  const results = await client.read(chosen.map((name) => receipt(name)), { onProgress: (status) => steps.push(status.files_done) });

  assert.deepEqual(results.map((result) => result.referencia), chosen.map((name) => truth[name].fields.referencia));
  assert.deepEqual(results.map((result) => result.caption), chosen.map(() => 'Sorteo ñandú'));
  assert.equal(steps.at(-1), 4);
  assert.deepEqual(steps, [...new Set(steps)].sort((a, b) => a - b));
});

test('finds a receipt that the batch of another client took', async () => {
  await client.upload([receipt(names[4], 12)]);
  const impatient = new OcrClient(system.address);
  const start = impatient.startBatch.bind(impatient);
  impatient.startBatch = async (...batch) => { await client.processBatch(); return start(...batch); };

  const [result] = await impatient.read([receipt(names[5], 11)]);

  assert.equal(result.referencia, truth[names[5]].fields.referencia);
});

test('reads one receipt in one call, and once with its key', async () => {
  const idempotencyKey = `message-${process.pid}`;
  const document = await client.readOne(receipt(names[1], 51), { idempotencyKey });
  assert.equal(document.extracted_fields.monto, truth[names[1]].fields.monto);
  assert.ok(['aceptar', 'revisar', 'rechazar'].includes(document.decision.valor));
  assert.ok(document.validacion_campos.monto.valid);

  const other = new OcrClient(system.address);
  assert.equal((await other.readOne(receipt(names[1], 51), { idempotencyKey, timeout: 30.5 })).receipt_id, document.receipt_id);
  await assert.rejects(other.readOne(receipt(names[2], 51), { idempotencyKey }), KeyReused);
});

test('a partial upload stores the valid and is read by its id', async () => {
  const wrong = { ...receipt(names[0]), content: Buffer.from('GIF89a'), fileName: 'falso.gif' };
  const uploaded = await client.upload([wrong, receipt(names[3], 61)], { partial: true });
  assert.deepEqual(uploaded.files_rejected.map((file) => [file.index, file.original_name]), [[0, 'falso.gif']]);

  const answer = await client.processBatch({ upload_id: uploaded.upload_id, timeout: 60 });
  assert.deepEqual(answer.results.map((result) => result.processing_status), ['success']);
  const [mine, other] = [uploaded, await client.upload([receipt(names[3], 62)])].map((one) => one.files_processed[0].stored_name);
  await assert.rejects(client.startBatch({ files: [mine, other] }), (error) => {
    assert.ok(error instanceof FilesInBatches);
    assert.deepEqual(error.batches, { [mine]: answer.request_id });
    return true;
  });
  await client.processBatch({ files: [other] });
  assert.notDeepEqual((await client.history({ limit: 1 })).batches, (await client.history({ limit: 1, offset: 1 })).batches);
  assert.notDeepEqual((await client.processed({ limit: 1 })).files, (await client.processed({ limit: 1, offset: 1 })).files);
});

test('uploads, reads and fetches results in separate calls', async () => {
  const uploaded = await client.upload([receipt(names[6], 21)]);
  const name = uploaded.files_processed[0].stored_name;
  assert.ok((await client.pending()).files.some((file) => file.filename === name));

  const requestId = await client.startBatch({ profile: 'balanced' });
  const status = await client.wait(requestId);
  assert.deepEqual([status.status, status.files_total, status.files_done], ['completed', 1, 1]);

  const result = await client.result(`${requestId}_${name}`);
  assert.equal(result.processing_metadata.profile_used, 'balanced');
  assert.equal(Object.keys(result.extracted_fields).length, 16);
  assert.equal((await client.results(requestId)).resultados[0].nombre_archivo, name);
  assert.ok((await (await client.resultsCsv(requestId)).text()).includes(name));
  assert.equal(await client.startBatch(), '');

  assert.deepEqual(Buffer.from(await (await client.image(`${requestId}_${name}`)).arrayBuffer()), receipt(names[6]).content);
  const [word] = (await client.resultData(`${requestId}_${name}`)).palabras_detectadas;
  assert.equal(word.geometric_properties.relative_position.region, 'header');
  assert.equal((await client.history({ limit: 1 })).batches[0].request_id, requestId);
  assert.deepEqual((await client.batch(requestId)).results.map((result) => result.result_file), [`${requestId}_${name}.json`]);
});

test('waits for a batch in one call', async () => {
  await client.upload([receipt(names[7], 31)]);

  const answer = await client.processBatch({ profile: 'ultra_rapido', timeout: 60 });

  assert.deepEqual([answer.status, answer.files_processed], ['success', 1]);
});

test('stops waiting at the timeout and at an abort', async () => {
  await client.upload(names.slice(8, 14).map((name) => receipt(name, 41)));
  const requestId = await client.startBatch({ profile: 'high_confidence' });

  await assert.rejects(client.wait(requestId, { timeout: 0 }), TimedOut);
  await assert.rejects(client.wait(requestId, { signal: AbortSignal.timeout(10) }), { name: 'TimeoutError' });
  await client.wait(requestId);
});

test('names every invalid field and file', async () => {
  const wrong = { ...receipt(names[0]), content: Buffer.from('GIF89a'), fileName: 'falso.png', numerosorteo: 'AB', fechasorteo: '11/07/2025' };

  await assert.rejects(client.upload([wrong]), (error) => {
    assert.ok(error instanceof ValidationError);
    assert.deepEqual(Object.keys(error.fieldErrors).sort(), ['fechasorteo_0', 'numerosorteo_0']);
    assert.deepEqual(Object.keys(error.fileErrors), ['falso.png']);
    assert.deepEqual([error.code, error.status], ['VALIDATION_FAILED_400', 400]);
    assert.ok(error.requestId);
    return true;
  });
});

test('throws the error class of each status', async () => {
  await assert.rejects(client.result('BATCH_20250711_143052_a8f_../../etc/passwd'), NotFound);
  await assert.rejects(client.upload([{ ...receipt(names[0]), content: new Uint8Array(17 * 1024 * 1024) }]), FileTooLarge);
  await assert.rejects(client.processBatch({ profile: 'rapidisimo' }), ValidationError);
  await assert.rejects(new OcrClient('http://127.0.0.1:9', { retry: new RetryPolicy({ attempts: 2, firstWait: 0.01 }) }).status(), Unreachable);
});

test('returns status and health', async () => {
  assert.equal((await client.status()).ocr_components.extraction_rules_loaded, 16);
  assert.ok(['healthy', 'degraded'].includes((await client.health()).status));
});
