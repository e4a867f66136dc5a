// Compiled, never run: a program of a TypeScript user.
import { ApiError, OcrClient, Receipt, RetryPolicy, ValidationError, verifyWebhook } from '../index.js';

const client = new OcrClient('http://localhost:5000', { apiKey: 'ocr_x', timeout: 10, retry: new RetryPolicy({ attempts: 2 }) });

const receipt: Receipt = {
  content: new Uint8Array(), fileName: 'a.png', numerosorteo: 'A', fechasorteo: '20250711', idWhatsapp: '1@lid', nombre: 'Juan', horamin: '14-30',
};

export async function program(signal: AbortSignal): Promise<string[]> {
  try {
    const results = await client.read([receipt], { profile: 'balanced', onProgress: ({ files_done, files_total }) => files_done / files_total, signal });
    const toPay = results.filter((result) => result.decision?.valor === 'aceptar' && result.validacion_recibo?.estado_pago === 'realizado');
    const one = await client.readOne(receipt, { idempotencyKey: '3EB0C767D26A1B7E', signal });
    if (one.duplicado_de ?? one.posible_duplicado) return [one.extracted_fields.referencia, ...(one.validacion_campos.monto?.advertencias ?? [])];
    return toPay.map((result) => `${result.referencia} ${result.moneda ?? ''} ${result.datosbeneficiario.cedula} ${result.confianza_promedio.toFixed(2)}`);
  } catch (error) {
    if (error instanceof ValidationError) return Object.keys(error.fieldErrors);
    if (error instanceof ApiError) return [error.code];
    throw error;
  }
}

export async function receiver(body: Uint8Array, headers: Headers): Promise<string> {
  const event = await verifyWebhook(['whsec_a', 'whsec_b'], body, headers);
  if (event.type === 'receipt.read') return `${event.data.decision.valor} ${event.data.extracted_fields.monto}`;
  return event.type === 'batch.completed' ? String(event.data.total_archivos) : event.tenant;
}

export async function listener(signal: AbortSignal): Promise<string> {
  for await (const { id, type, event } of client.events({ tipos: ['receipt.read'], lastEventId: 0, signal })) {
    if (type === 'receipt.read') return `${id} ${event.type}`;
  }
  return (await client.webhooks.create({ url: 'https://bot.example/', eventos: ['review.decided'] })).secreto;
}

// @ts-expect-error: progress is only in the stream
client.webhooks.create({ url: 'https://bot.example/', eventos: ['batch.progress'] });
// @ts-expect-error: no such profile
client.startBatch({ profile: 'rapidisimo' });
// @ts-expect-error: the sender is missing
const incomplete: Receipt = { content: new Uint8Array(), fileName: 'a.png' };
export { incomplete };
