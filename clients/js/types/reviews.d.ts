// Reviews: search, corrections, decisions.
import type { Decision, PaymentState } from './result.js';

export type ReviewState = 'pendiente' | 'aceptado' | 'rechazado';

/** What a person decided. */
export interface Revision {
  estado: ReviewState;
  persona?: string;
  fecha?: string;
  motivo?: string;
}

/** The value that a person stated beside the one that was read. */
export interface Correction {
  campo: string;
  leido: string;
  valor: string;
  moneda?: string;
  persona: string;
  fecha: string;
}

/** A receipt with its current reading, its corrections and its review. */
export interface ReviewedReceipt {
  receipt_id: string;
  version: number;
  request_id: string;
  nombre_archivo: string;
  campos: Record<string, string>;
  moneda: string;
  completo: boolean;
  campos_faltantes: string[];
  dudas: { campo: string; motivo: string }[];
  estado_pago: PaymentState;
  decision: Decision;
  duplicado?: { receipt_id: string; seguro: boolean; codigo: string; motivo: string };
  revision: Revision;
  correcciones: Correction[];
  [key: string]: any;
}

export interface ReceiptPage {
  receipts: ReviewedReceipt[];
  has_more: boolean;
  next_cursor?: string;
}

export interface ReviewedResponse {
  receipt: ReviewedReceipt;
  data: Record<string, any>;
}

/** Filters of a search, by name. */
export type Filters = Record<string, string>;
