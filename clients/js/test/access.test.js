// Keys, tokens and limits, against a real system that requires keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AuthenticationError, OcrClient, PermissionDenied, RateLimited, RetryPolicy } from '../src/index.js';
import { startStandalone } from './standalone.js';

const adminKey = 'only-for-this-test-0123456789abcdef';
let system;
let admin;

before(async () => {
  system = await startStandalone({
    AUTH_REQUIRED: 'true', ADMIN_API_KEY: adminKey, SESSION_SECRET: 'only-for-this-test-0123456789abcdef-secret', RATE_LIMIT_BURST: '3',
  });
  admin = new OcrClient(system.address, { apiKey: adminKey });
});
after(() => system.stop());

const newClient = (apiKey, options) => new OcrClient(system.address, { apiKey, ...options });

test('a key has its permissions until it is revoked', async () => {
  const made = await admin.generateKey('sólo lectura', ['download_results']);
  const client = newClient(made.api_key);
  assert.equal((await client.processed()).status, 'success');
  await assert.rejects(client.startBatch(), PermissionDenied);
  assert.ok((await admin.listKeys()).keys.some((key) => key.name === 'sólo lectura'));

  await admin.revokeKey(made.key.id);
  await assert.rejects(client.processed(), AuthenticationError);
});

test('a key is exchanged for a token', async () => {
  const client = newClient((await admin.generateKey('con token', ['process_ocr'])).api_key);
  const token = await client.login();
  assert.equal(await client.startBatch(), '');
  assert.equal((await new OcrClient(system.address, { token }).pending()).files_pending, 0);
});

test('requests without a valid key are refused', async () => {
  for (const wrong of [undefined, 'ocr_00000000000000000000000000000000']) {
    await assert.rejects(newClient(wrong).pending(), AuthenticationError);
  }
});

test('waits for Retry-After of a limit', async () => {
  const key = (await admin.generateKey('con prisa', ['process_ocr'])).api_key;
  const hasty = newClient(key, { retry: new RetryPolicy({ attempts: 1 }) });
  await assert.rejects(async () => { for (let call = 0; call < 20; call += 1) await hasty.pending(); }, RateLimited);
  const patient = newClient(key);
  for (let call = 0; call < 8; call += 1) await patient.pending();
});
