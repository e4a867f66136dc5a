// The built system as a separate process, on a free port.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'artifacts/bin/Ocr.Standalone/release/Ocr.Standalone.dll');
const receipts = join(root, 'tests/assets/receipts');

export const truth = JSON.parse(readFileSync(join(receipts, 'truth.json'), 'utf8'));
export const names = Object.keys(truth);

export function receipt(name, sender = 1) {
  return {
    content: readFileSync(join(receipts, name)), fileName: name, numerosorteo: 'A', fechasorteo: '20250711',
    idWhatsapp: `${String(sender).padStart(12, '0')}@lid`, nombre: 'María José', horamin: '14-30', caption: 'Sorteo ñandú',
  };
}

export async function startStandalone(settings = {}) {
  const data = mkdtempSync(join(tmpdir(), 'ocr js '));
  const child = spawn('dotnet', [program], { cwd: data, env: { ...process.env, PORT: '0', DATA_DIR: data, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => new Promise((resolve) => {
    child.once('exit', () => { rmSync(data, { recursive: true, force: true }); resolve(); });
    child.kill('SIGKILL');
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const mark = line.indexOf('Ready: ');
    if (mark >= 0) {
      child.stdout.resume();
      return { address: line.slice(mark + 'Ready: '.length).trim(), stop };
    }
  }
  throw new Error('It ended before it was ready.');
}
