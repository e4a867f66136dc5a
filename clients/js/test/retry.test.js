// Retries, against a server that fails on purpose.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { OcrClient, RateLimited, RetryPolicy, ServerError, TimedOut, Unreachable } from '../src/index.js';

const drop = { drop: true };
const silent = { silent: true };
const ok = { status: 200 };
const receipt = { content: new Uint8Array([1]), fileName: 'x.png', numerosorteo: 'A', fechasorteo: '20250711', idWhatsapp: '1@lid', nombre: 'Juan', horamin: '14-30' };
let answers = [];
let seen = [];
let keys = [];
let client;

const server = createServer(async (request, response) => {
  let size = 0;
  for await (const chunk of request) size += chunk.length;
  seen.push(size);
  keys.push(request.headers['idempotency-key']);
  const answer = answers.shift();
  if (answer.drop) return request.socket.destroy();
  if (answer.silent) return undefined;
  response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
  return response.end(JSON.stringify(answer.body ?? { error_code: `X_${answer.status}`, request_id: '' }));
});

before(() => new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); }));
after(() => { server.closeAllConnections(); server.close(); });
beforeEach(() => {
  seen = [];
  client = new OcrClient(`http://127.0.0.1:${server.address().port}`, { timeout: 5, retry: new RetryPolicy({ attempts: 3, firstWait: 0.01 }) });
});

test('repeats a request when the server is busy', async () => {
  answers = [{ status: 429, headers: { 'Retry-After': '0' } }, { status: 503 }, ok];
  await client.status();
  assert.equal(seen.length, 3);
});

test('repeats an upload that was refused completely', async () => {
  answers = [{ status: 429, headers: { 'Retry-After': '0' } }, ok];
  await client.upload([receipt]);
  assert.equal(seen.length, 2);
  assert.ok(seen[0] > 100);
  assert.equal(seen[0], seen[1]);
});

test('throws the error after the last attempt', async () => {
  answers = [{ status: 503 }, { status: 503 }, { status: 503 }];
  await assert.rejects(client.status(), ServerError);
  assert.equal(seen.length, 3);
});

test('does not wait longer than longestWait', async () => {
  answers = [{ status: 429, headers: { 'Retry-After': '3600' } }];
  await assert.rejects(client.status(), (error) => error instanceof RateLimited && error.retryAfter === 3600);
});

test('repeats a GET after a broken connection', async () => {
  answers = [drop, ok];
  await client.status();
  assert.equal(seen.length, 2);
});

test('does not repeat an upload that may be stored', async () => {
  for (const [answer, kind] of [[drop, Unreachable], [{ status: 502 }, ServerError]]) {
    seen = [];
    answers = [answer, ok];
    await assert.rejects(client.upload([receipt]), kind);
    assert.equal(seen.length, 1);
  }
});

test('repeats an upload with a key that may be stored', async () => {
  for (const answer of [drop, { status: 502 }]) {
    [seen, keys] = [[], []];
    answers = [answer, ok];
    await client.upload([receipt], { idempotencyKey: '3EB0C767D26A1B7E' });
    assert.equal(seen[0], seen[1]);
    assert.deepEqual(keys, ['3EB0C767D26A1B7E', '3EB0C767D26A1B7E']);
  }
});

test('polls a read that the server did not wait for', async () => {
  const json = (status, body) => ({ status, body });
  answers = [
    json(202, { status: 'processing', request_id: 'BATCH_1', receipt_id: 'abc' }), json(200, { status: 'processing', files_done: 0 }),
    json(200, { status: 'completed', files_done: 1 }), json(200, { data: { receipt_id: 'abc' } }),
  ];
  assert.deepEqual(await client.readOne(receipt, { timeout: 5 }), { receipt_id: 'abc' });
  assert.equal(seen.length, 4);
});

test('waits longer with every attempt', () => {
  const policy = new RetryPolicy({ attempts: 9, firstWait: 1, longestWait: 10 });
  for (const [attempt, most] of [[1, 1], [2, 2], [3, 4], [4, 8], [5, 10], [8, 10]]) {
    const wait = policy.waitBefore(attempt);
    assert.ok(wait >= most / 2 && wait <= most, `${wait}`);
  }
  assert.equal(policy.waitBefore(9), null);
  assert.equal(policy.waitBefore(1, 7), 7);
});

test('a server that does not respond times out', async () => {
  answers = [silent];
  await assert.rejects(client.startBatch({}, { timeout: 0.2 }), TimedOut);
});

test('an aborted call stops, also between two attempts', async () => {
  answers = [silent];
  await assert.rejects(client.status({ signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
  answers = [{ status: 429, headers: { 'Retry-After': '30' } }];
  await assert.rejects(client.status({ signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
});
