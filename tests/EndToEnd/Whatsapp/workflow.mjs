// Runs an n8n workflow with one message: node workflow.mjs WORKFLOW MESSAGE SETTINGS. Implements only the node types and parameters that the
// workflow uses, and fails on any other. Calls of settings.evolution_url are recorded and not sent. Prints the calls as JSON.
import { readFileSync } from 'node:fs';

const [workflow, message, settings] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const outputs = new Map();
const runs = new Map();
const calls = [];

const first = (name) => ({ first: () => outputs.get(name)[0] });

function evaluate(text, $json) {
  if (typeof text !== 'string' || !text.startsWith('=')) return text;
  const value = (code) => new Function('$', '$json', `return (${code});`)(first, $json);
  const whole = /^=\{\{([^]*)\}\}$/.exec(text);
  if (whole && !whole[1].includes('}}')) return value(whole[1]);
  return text.slice(1).replace(/\{\{([^]*?)\}\}/g, (_, code) => value(code));
}

function only(object, ...known) {
  const other = Object.keys(object).filter((key) => !known.includes(key));
  if (other.length > 0) throw new Error(`Not implemented: ${other}`);
}

const types = {
  webhook: () => [[{ json: { body: message } }]],
  set: ({ parameters: { assignments, includeOtherFields } }, [{ json }]) => {
    const own = Object.fromEntries(assignments.assignments.map(({ name, value }) => [name, settings[name] ?? value]));
    return [[{ json: { ...(includeOtherFields ? json : {}), ...own } }]];
  },
  code: ({ name, parameters: { jsCode } }, items) =>
    [new Function('$input', '$', '$runIndex', jsCode)({ first: () => items[0] }, first, runs.get(name) - 1)],
  if: ({ parameters: { conditions } }, items) => {
    const [{ leftValue, rightValue, operator }, ...more] = conditions.conditions;
    if (operator.operation !== 'gt' || more.length > 0) throw new Error('Not implemented');
    const left = evaluate(leftValue, items[0].json);
    if (typeof left !== 'number') throw new TypeError(`Not a number: ${left}`);
    return left > rightValue ? [items, []] : [[], items];
  },
  // The tests do not wait as long as customers do.
  wait: async ({ parameters }, items) => {
    if (!(evaluate(parameters.amount, items[0].json) > 0)) throw new Error('Waits for nothing');
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    return [items];
  },
  httpRequest: async ({ parameters }, items) => {
    only(parameters, 'method', 'url', 'authentication', 'genericAuthType', 'sendHeaders', 'headerParameters', 'sendBody', 'specifyBody', 'jsonBody', 'options');
    const url = evaluate(parameters.url, items[0].json);
    const headers = Object.fromEntries((parameters.headerParameters?.parameters ?? []).map(({ name, value }) => [name, evaluate(value, items[0].json)]));
    const call = { url, headers, body: JSON.parse(evaluate(parameters.jsonBody, items[0].json)) };
    calls.push(call);
    if (url.startsWith(settings.evolution_url)) return [[{ json: {} }]];
    const response = await fetch(url, { method: parameters.method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(call.body) });
    call.status = response.status;
    call.response = await response.json();
    return [[{ json: { statusCode: response.status, headers: Object.fromEntries(response.headers), body: call.response } }]];
  },
};

async function run(node, items) {
  runs.set(node.name, (runs.get(node.name) ?? 0) + 1);
  const branches = await types[node.type.replace('n8n-nodes-base.', '')](node, items);
  for (const [index, output] of branches.entries()) {
    if (output.length === 0) continue;
    outputs.set(node.name, output);
    for (const { node: next } of workflow.connections[node.name]?.main[index] ?? []) {
      await run(workflow.nodes.find(({ name }) => name === next), output);
    }
  }
}

await run(workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook'), []);
console.log(JSON.stringify({ calls }));
