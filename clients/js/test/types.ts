// Compiled, never run: a program of a TypeScript user.
import { ApiError, OcrClient, Receipt, RetryPolicy, ValidationError } from '../index.js';

const client = new OcrClient('http://localhost:5000', { apiKey: 'ocr_x', timeout: 10, retry: new RetryPolicy({ attempts: 2 }) });

const receipt: Receipt = {
  content: new Uint8Array(), fileName: 'a.png', numerosorteo: 'A', fechasorteo: '20250711', idWhatsapp: '1@lid', nombre: 'Juan', horamin: '14-30',
};

export async function program(signal: AbortSignal): Promise<string[]> {
  try {
    const results = await client.read([receipt], { profile: 'balanced', onProgress: ({ files_done, files_total }) => files_done / files_total, signal });
    const toPay = results.filter((result) => result.decision?.valor === 'aceptar' && result.validacion_recibo?.estado_pago === 'realizado');
    return toPay.map((result) => `${result.referencia} ${result.moneda ?? ''} ${result.datosbeneficiario.cedula} ${result.confianza_promedio.toFixed(2)}`);
  } catch (error) {
    if (error instanceof ValidationError) return Object.keys(error.fieldErrors);
    if (error instanceof ApiError) return [error.code];
    throw error;
  }
}

// @ts-expect-error: no such profile
client.startBatch({ profile: 'rapidisimo' });
// @ts-expect-error: the sender is missing
const incomplete: Receipt = { content: new Uint8Array(), fileName: 'a.png' };
export { incomplete };
