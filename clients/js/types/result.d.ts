// Results: the documents of receipts and batches.
import type { Profile } from './batch.js';

/** What is decided on a receipt. */
export interface Decision {
  valor: 'aceptar' | 'revisar' | 'rechazar';
  /** What leads to it; empty for an accepted receipt. `codigo` is stable. */
  motivos: { codigo: string; motivo: string; campo?: string }[];
}

export type PaymentState =
  | 'realizado' | 'pendiente' | 'programado' | 'rechazado' | 'reversado' | 'anulado' | 'recibido' | 'solicitud' | 'desconocido';

/** Judgement of the image as a whole. */
export interface ReceiptValidation {
  es_recibo: boolean;
  puntaje: number;
  codigo?: string;
  motivo?: string;
  completo: boolean;
  campos_faltantes: string[];
  estado_pago?: PaymentState;
  estado_pago_texto?: string;
  estado_pago_confianza?: number;
  recibos_en_imagen?: number;
  a_favor: string[];
  en_contra: string[];
}

/** The earlier file that a receipt repeats, or may repeat. */
export interface DuplicateMark {
  nombre_archivo: string;
  request_id: string;
  codigo: string;
  motivo: string;
}

export interface ReceiptResult {
  nombre_archivo: string;
  /** Opaque id, for addresses in place of the name; absent in results of earlier releases. */
  receipt_id?: string;
  caption: string;
  otro: string;
  referencia: string;
  bancoorigen: string;
  monto: string;
  /** BS, USD or USDT; blank when none was read. */
  moneda?: string;
  datosbeneficiario: { cedula: string; telefono: string; banco_destino: string; nombre: string };
  pago_fecha: string;
  concepto: string;
  tipo_transaccion: string;
  hora_operacion: string;
  numero_operacion: string;
  confianza_promedio: number;
  palabras_detectadas: number;
  metadata_whatsapp: Record<string, string>;
  validacion_recibo?: ReceiptValidation;
  decision?: Decision;
  duplicado_de?: DuplicateMark;
  posible_duplicado?: DuplicateMark;
  error?: { codigo: string; mensaje: string };
}

/** Judgement of a field. */
export interface FieldValidation {
  valid: boolean;
  confianza: number;
  /** `palabras` are positions in `palabras_detectadas`. */
  origen: { regla: string; palabras: number[] };
  advertencias?: string[];
  notas?: string[];
  reason?: string;
  format?: string;
  currency?: string;
  normalized?: string;
  prefix?: string;
  prefix_inferred?: boolean;
  length?: number;
  parsed?: string;
  masked?: boolean;
}

export interface Word {
  texto: string;
  confianza: number;
  /** x and y of the first corner, x and y of the last, in pixels. */
  coordenadas?: [number, number, number, number];
  bbox?: { x_min: number; y_min: number; x_max: number; y_max: number; width: number; height: number };
}

export type FieldName =
  | 'monto' | 'referencia' | 'telefono' | 'cedula' | 'banco_origen' | 'banco_destino' | 'concepto' | 'fecha_operacion' | 'tipo_transaccion'
  | 'hora_operacion' | 'numero_operacion' | 'cuenta_origen' | 'cuenta_destino' | 'identificador_fiscal' | 'comprobante_pago' | 'canal_pago';

/** The individual JSON of a receipt. */
export interface ReceiptDocument {
  request_id: string;
  filename: string;
  receipt_id: string;
  timestamp_procesamiento: string;
  /** `error_messages` says why an image could not be read. */
  processing_metadata: { profile_used: Profile; processing_time: number; confidence_average: number; error_messages: string[]; [key: string]: unknown };
  original_text_ocr: string;
  structured_text_ocr: string;
  extracted_fields: Record<FieldName, string>;
  palabras_detectadas: Word[];
  metadata_whatsapp: Record<string, string>;
  validacion_campos: Partial<Record<FieldName, FieldValidation>>;
  validacion_recibo?: ReceiptValidation;
  moneda?: string;
  decision?: Decision;
  duplicado_de?: DuplicateMark;
  posible_duplicado?: DuplicateMark;
  info_guardado: Record<string, unknown>;
}

export interface BatchResults {
  extraccion_completa: {
    request_id: string;
    fecha_extraccion: string;
    total_archivos: number;
    archivos_exitosos: number;
    archivos_con_error: number;
  };
  resultados: ReceiptResult[];
}

export interface ProcessedResponse {
  status: string;
  files_processed: number;
  limit: number;
  offset: number;
  has_more: boolean;
  files: {
    filename: string;
    original_filename: string;
    receipt_id?: string;
    processed_at: string;
    fields_extracted: Record<string, string>;
    moneda?: string;
    estado_pago?: PaymentState;
    recibos_en_imagen?: number;
    decision?: Decision;
    duplicado_de?: DuplicateMark;
    posible_duplicado?: DuplicateMark;
  }[];
}
