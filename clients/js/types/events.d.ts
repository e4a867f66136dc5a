// Events of the event stream and of webhooks.
import type { Decision, DuplicateMark, PaymentState } from './result.js';

export type WebhookEvent = 'receipt.read' | 'receipt.duplicate' | 'batch.completed' | 'review.decided';

export type EventType = WebhookEvent | 'batch.progress';

/** Data of `receipt.read` and `receipt.duplicate`, with the keys of the individual JSON. */
export interface ReceiptEvent {
  request_id: string;
  receipt_id: string;
  filename: string;
  result_file: string;
  status: 'success' | 'error';
  error?: { codigo: string; mensaje: string };
  extracted_fields: Record<string, string>;
  moneda: string;
  estado_pago: PaymentState;
  decision: Decision;
  duplicado_de?: DuplicateMark;
  posible_duplicado?: DuplicateMark;
  metadata_whatsapp: Record<string, string>;
}

interface EventOf<Type extends string, Data> {
  type: Type;
  timestamp: string;
  tenant: string;
  data: Data;
}

/** What a webhook receives, and the data of the event stream. */
export type OcrEvent =
  | EventOf<'receipt.read' | 'receipt.duplicate', ReceiptEvent>
  | EventOf<'batch.progress', { request_id: string; files_total?: number; files_done: number }>
  | EventOf<'batch.completed', {
    request_id: string; total_archivos: number; archivos_exitosos: number; archivos_con_error: number; fecha_apertura: string; fecha_fin: string;
  }>
  | EventOf<'review.decided', {
    request_id: string; receipt_id: string; filename?: string; decision: string; por: string; fecha: string; motivo?: string;
  }>;

/** An event of the stream. `stream.gap` means that earlier events are no longer stored; its `id` is blank. */
export type StreamEvent =
  | { id: string; type: EventType; event: OcrEvent }
  | { id: string; type: 'stream.gap'; event: { type: 'stream.gap'; mensaje: string } };
