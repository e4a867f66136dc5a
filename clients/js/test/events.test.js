// Webhooks and live events, against the real system.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { NotFound, OcrClient, ValidationError, WebhookError, verifyWebhook } from '../src/index.js';
import { names, receipt, startStandalone, truth } from './standalone.js';

const unlimited = Object.fromEntries(
  ['PER_MINUTE', 'PER_HOUR', 'BURST', 'UPLOAD_PER_MINUTE', 'PROCESS_PER_MINUTE', 'COST_PER_MINUTE'].map((name) => [`RATE_LIMIT_${name}`, '0']));
let system;
let client;
let receiver;
const received = [];

before(async () => {
  system = await startStandalone({ WEBHOOK_ALLOW: '127.0.0.1', ...unlimited });
  client = new OcrClient(system.address);
  receiver = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    received.push({ headers: request.headers, body: Buffer.concat(parts) });
    receiver.emit('received');
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
after(() => { receiver.close(); return system.stop(); });

const secret = `whsec_${Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`;
const body = '{"type":"receipt.read","data":{"nombre":"María"}}';
const signature = (key, at = 1_700_000_000) =>
  `v1,${createHmac('sha256', Buffer.from(key.slice(6), 'base64')).update(`evt_1.${at}.${body}`).digest('base64')}`;
const signed = { 'Webhook-Id': 'evt_1', 'webhook-timestamp': '1700000000', 'webhook-signature': signature(secret) };
const now = 1_700_000_000;

test('a valid webhook returns its event', async () => {
  const event = await verifyWebhook(secret, body, signed, { now: now + 299 });
  assert.equal(event.data.nombre, 'María');
  assert.deepEqual(await verifyWebhook(secret, new TextEncoder().encode(body), new Headers(signed), { now }), event);
  assert.deepEqual(await verifyWebhook([other, secret], body, signed, { now }), event);
  const two = { ...signed, 'webhook-signature': `${signature(other)} ${signature(secret)}` };
  assert.deepEqual(await verifyWebhook(secret, body, two, { now }), event);
});

test('an invalid webhook is refused', async () => {
  const wrong = [
    { ...signed, 'webhook-signature': signature(other) }, { ...signed, 'webhook-signature': '' }, { ...signed, 'webhook-signature': 'v1,ñ' },
    { ...signed, 'Webhook-Id': 'evt_2' }, { ...signed, 'webhook-timestamp': '1700000001' }, { ...signed, 'webhook-timestamp': 'ayer' },
    { 'webhook-id': 'evt_1', 'webhook-timestamp': '1700000000' },
  ];
  for (const headers of wrong) await assert.rejects(verifyWebhook(secret, body, headers, { now }), WebhookError);
  for (const late of [now + 301, now - 301]) await assert.rejects(verifyWebhook(secret, body, signed, { now: late }), WebhookError);
  await assert.rejects(verifyWebhook(secret, `${body} `, signed, { now }), WebhookError);
});

test('a webhook arrives verified and is managed', { timeout: 60_000 }, async () => {
  const { secreto, webhook } = await client.webhooks.create({ url: `http://127.0.0.1:${receiver.address().port}/`, eventos: ['receipt.read'] });
  const arrived = once(receiver, 'received');
  const [result] = await client.read([receipt(names[30], 81)]);
  await arrived;
  const event = await verifyWebhook(secreto, received[0].body, received[0].headers);
  assert.equal(event.data.extracted_fields.referencia, truth[names[30]].fields.referencia);
  assert.equal(event.data.receipt_id, result.receipt_id);

  let delivered = [];
  while (delivered.length === 0) delivered = await client.webhooks.deliveries(webhook.id, { estado: 'entregado' });
  assert.equal(delivered[0].registro[0].codigo_http, 204);
  const rotated = await client.webhooks.rotateSecret(webhook.id, { horasDeSolape: 1 });
  const again = once(receiver, 'received');
  assert.equal(await client.webhooks.replay(webhook.id, { deliveryId: delivered[0].id }), 1);
  await again;
  assert.equal(received[1].headers['webhook-id'], delivered[0].evento_id);
  for (const one of [secreto, rotated.secreto]) assert.deepEqual(await verifyWebhook(one, received[1].body, received[1].headers), event);

  assert.equal((await client.webhooks.change(webhook.id, { activo: false })).activo, false);
  assert.equal((await client.webhooks.get(webhook.id)).id, webhook.id);
  assert.equal((await client.webhooks.list()).length, 1);
  assert.equal(await client.webhooks.replay(webhook.id), 0);
  await client.webhooks.delete(webhook.id);
  await assert.rejects(client.webhooks.get(webhook.id), NotFound);
  await assert.rejects(client.webhooks.create({ url: 'https://10.0.0.1/' }), (error) => error instanceof ValidationError && 'url' in error.fieldErrors);
});

test('events arrive live and continue after the last one', { timeout: 60_000 }, async () => {
  // Events before the first stream of a tenant are not stored: the stream starts with a gap, and every later event is in it.
  let reading;
  let last;
  for await (const { id, type, event } of client.events({ tipos: ['receipt.read'], lastEventId: 0 })) {
    if (reading === undefined) {
      assert.equal(type, 'stream.gap');
      assert.ok(event.mensaje);
      reading = client.read([receipt(names[31], 82)]);
      continue;
    }

    last = id;
    if (event.data.filename.includes('000000000082')) break;
  }
  await reading;
  await client.read([receipt(names[32], 83)]);

  // The events of a batch and of its receipts come from two queues, so their order varies.
  const missed = [];
  for await (const one of client.events({ tipos: ['receipt.read', 'batch.completed'], lastEventId: last })) {
    missed.push(one);
    if (one.type === 'receipt.read') break;
  }
  assert.ok(missed.at(-1).event.data.filename.includes('000000000083'));
  assert.ok(missed.every((one) => Number(one.id) > Number(last)));

  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  await assert.rejects(async () => { for await (const one of client.events({ tipos: ['review.decided'], signal: stop.signal })) assert.fail(one); }, { name: 'AbortError' });
});
