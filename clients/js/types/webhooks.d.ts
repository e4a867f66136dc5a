// Webhooks and their deliveries.
import type { WebhookEvent } from './events.js';

/** A receiver of events, without its secret. */
export interface Webhook {
  id: string;
  tenant: string;
  url: string;
  eventos: WebhookEvent[];
  descripcion: string;
  activo: boolean;
  creado_en: string;
  actualizado_en: string;
  secreto_anterior_hasta: string | null;
  entregas_pendientes: number;
  entregas_fallidas: number;
}

/** `secreto` is shown this once. */
export interface WebhookSecret {
  status: string;
  message: string;
  timestamp: string;
  secreto: string;
  webhook: Webhook;
}

/** An event on its way to a webhook; `evento_id` is its `webhook-id`. */
export interface Delivery {
  id: number;
  evento_id: string;
  evento: WebhookEvent;
  request_id: string;
  estado: 'pendiente' | 'entregado' | 'fallido';
  intentos: number;
  creado_en: string;
  proximo_intento: string | null;
  terminado_en: string | null;
  registro: { fecha: string; codigo_http: number | null; error: string | null; duracion_ms: number }[];
}

export interface WebhookFields {
  url?: string;
  eventos?: WebhookEvent[];
  descripcion?: string;
  activo?: boolean;
}
