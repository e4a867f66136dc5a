// The types say what is there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as library from '../src/index.js';

const types = readFileSync(new URL('../index.d.ts', import.meta.url), 'utf8');

test('the types name every export', () => {
  assert.deepEqual([...types.matchAll(/^export class (\w+)/gm)].map((match) => match[1]).sort(), Object.keys(library).sort());
});

test('the types name every method of the client', () => {
  const [, body] = types.match(/^export class OcrClient \{\n([\s\S]*?)^\}/m);
  const typed = [...body.matchAll(/^ {2}(\w+)\(/gm)].map((match) => match[1]);
  assert.deepEqual(typed.sort(), Object.getOwnPropertyNames(library.OcrClient.prototype).sort());
});
