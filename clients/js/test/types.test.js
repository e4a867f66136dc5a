// The types match the code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as library from '../src/index.js';

const types = readFileSync(new URL('../index.d.ts', import.meta.url), 'utf8');

test('the types name every export', () => {
  assert.deepEqual([...types.matchAll(/^export (?:class|function) (\w+)/gm)].map((match) => match[1]).sort(), Object.keys(library).sort());
});

test('the types name every method of the classes that make calls', () => {
  for (const name of ['OcrClient', 'Webhooks']) {
    const [, body] = types.match(new RegExp(`^export class ${name} \\{\\n([\\s\\S]*?)^\\}`, 'm'));
    const typed = [...body.matchAll(/^ {2}(?:private )?(\w+)\(/gm)].map((match) => match[1]);
    assert.deepEqual(typed.sort(), Object.getOwnPropertyNames(library[name].prototype).sort());
  }
});
