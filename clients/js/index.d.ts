/** The message that an image came with. */
export interface Receipt {
  /** PNG, JPEG, WebP or HEIC. */
  content: Blob | Uint8Array | ArrayBuffer;
  fileName: string;
  /** A letter A–Z, or one or two digits. */
  numerosorteo: string;
  /** YYYYMMDD. */
  fechasorteo: string;
  /** Ends in @lid. */
  idWhatsapp: string;
  /** 2–50 characters. */
  nombre: string;
  /** HH-MM. */
  horamin: string;
  caption?: string;
  otro?: string;
}

export interface UploadedFile {
  original_name: string;
  stored_name: string;
  /** Opaque id, for addresses in place of the name. */
  receipt_id: string;
  size_bytes: number;
  metadata: Record<string, string>;
  validation: { valid: boolean; errors: string[]; warnings: string[] };
}

export interface UploadAnswer {
  success: boolean;
  message: string;
  files_uploaded: number;
  timestamp: string;
  files_processed: UploadedFile[];
  /** Names these files for a batch. */
  upload_id: string;
  /** After a partial upload: the receipts that were left out, with their place from 0. */
  files_rejected?: { index: number; original_name: string; validation: UploadedFile['validation'] }[];
}

export interface PendingAnswer {
  status: string;
  files_pending: number;
  total_size_mb: number;
  limit: number;
  offset: number;
  has_more: boolean;
  files: { filename: string; receipt_id: string; size_bytes: number; size_mb: number; uploaded_at: string; metadata: Record<string, string>; status: string; path: string }[];
}

export interface BatchAnswer {
  status: 'success' | 'processing';
  message: string;
  request_id: string;
  timestamp: string;
  processing_summary: {
    files_found: number;
    files_processed: number;
    files_with_errors: number;
    total_processing_time: string;
    average_time_per_file: string;
  };
  results: Record<string, unknown>[];
  files_processed: number;
}

export interface BatchStatus {
  status: 'processing' | 'completed' | 'failed';
  request_id: string;
  files_total: number;
  files_done: number;
  files_with_errors: number;
  error?: string;
}

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

export interface ProcessedAnswer {
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

export type Profile = 'ultra_rapido' | 'balanced' | 'high_confidence';

export type Permission = 'process_ocr' | 'download_results' | 'clean_system' | 'webhooks';

export interface BatchOptions {
  profile?: Profile;
  language?: 'spa' | 'eng';
  include_coordinates?: boolean;
  max_images?: number;
  /** The upload whose files are the batch. */
  upload_id?: string;
  /** Stored names of the files of the batch; not with `upload_id`. */
  files?: string[];
}

/** `signal` ends the call, retries and waits included; `timeout` is seconds for one try. */
export interface CallOptions {
  signal?: AbortSignal;
  timeout?: number;
}

export interface WaitOptions {
  /** Told whenever more receipts are done. */
  onProgress?: (status: BatchStatus) => void;
  /** Seconds; 600 by default. */
  timeout?: number;
  signal?: AbortSignal;
}

export interface ReadOneOptions {
  /** The id of the message, so that a repeated call gets the same receipt; random by default. */
  idempotencyKey?: string;
  profile?: Profile;
  includeCoordinates?: boolean;
  /** Seconds; 120 by default. */
  timeout?: number;
  signal?: AbortSignal;
}

export interface ClientOptions {
  /** Goes out as X-API-Key. */
  apiKey?: string;
  /** Goes out as Authorization: Bearer. */
  token?: string;
  /** Seconds for one try; 30 by default. */
  timeout?: number;
  retry?: RetryPolicy;
}

export class RetryPolicy {
  /** `attempts`: how often a request is sent at most; waits are seconds. */
  constructor(options?: { attempts?: number; firstWait?: number; longestWait?: number });
  waitBefore(attempt: number, retryAfter?: number): number | null;
}

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

export interface ReviewedAnswer {
  receipt: ReviewedReceipt;
  data: Record<string, any>;
}

type Filters = Record<string, string>;

export class Reviews {
  search(filters?: Filters, options?: CallOptions): Promise<ReceiptPage>;
  all(filters?: Filters, options?: CallOptions): AsyncGenerator<ReviewedReceipt>;
  receipt(receiptId: string, options?: CallOptions): Promise<ReviewedAnswer>;
  correct(receiptId: string, version: number, fields: Record<string, string | null>, options?: CallOptions & { reason?: string }): Promise<ReviewedAnswer>;
  decide(receiptId: string, version: number, decision: ReviewState, options?: CallOptions & { reason?: string }): Promise<ReviewedAnswer>;
  audit(receiptId: string, options?: CallOptions & { limit?: number; offset?: number }): Promise<Record<string, any>>;
  reread(receiptId: string, profile?: Profile, options?: CallOptions): Promise<string>;
  rereadBatch(requestId: string, profile?: Profile, options?: CallOptions): Promise<string>;
  draws(options?: CallOptions & { limit?: number; offset?: number }): Promise<Record<string, any>>;
  draw(date: string, number: string, options?: CallOptions): Promise<Record<string, any>>;
  setCutOff(date: string, number: string, time: string | null, options?: CallOptions): Promise<Record<string, any>>;
  exportDraw(date: string, number: string, format?: 'xlsx' | 'csv', options?: CallOptions): Promise<Blob>;
  truth(options?: CallOptions & { limit?: number }): Promise<Record<string, any>>;
}

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

/** An event and its place in the stream. `stream.gap` says that events before it are no longer stored; its `id` is blank. */
export type StreamEvent =
  | { id: string; type: EventType; event: OcrEvent }
  | { id: string; type: 'stream.gap'; event: { type: 'stream.gap'; mensaje: string } };

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

/** The webhooks of the tenant. Keys need the permission `webhooks`. */
export class Webhooks {
  private constructor();
  create(webhook: WebhookFields & { url: string }, options?: CallOptions): Promise<WebhookSecret>;
  list(options?: CallOptions): Promise<Webhook[]>;
  get(id: string, options?: CallOptions): Promise<Webhook>;
  change(id: string, changes: WebhookFields, options?: CallOptions): Promise<Webhook>;
  delete(id: string, options?: CallOptions): Promise<void>;
  rotateSecret(id: string, options?: CallOptions & { horasDeSolape?: number }): Promise<WebhookSecret>;
  deliveries(id: string, options?: CallOptions & { estado?: Delivery['estado']; limit?: number; offset?: number }): Promise<Delivery[]>;
  replay(id: string, options?: CallOptions & { deliveryId?: number }): Promise<number>;
}

/** Verifies a webhook and returns its event. `body` exactly as received; `tolerance` in seconds. Throws `WebhookError`. */
export function verifyWebhook(
  secret: string | string[], body: string | Uint8Array | ArrayBuffer, headers: Headers | Record<string, string | string[] | undefined>,
  options?: { tolerance?: number; now?: number },
): Promise<OcrEvent>;

export class OcrClient {
  /** Search, corrections, decisions and draws. */
  readonly reviews: Reviews;
  constructor(baseUrl: string | URL, options?: ClientOptions);
  readonly webhooks: Webhooks;
  read(receipts: Receipt[], options?: WaitOptions & { profile?: Profile }): Promise<ReceiptResult[]>;
  readOne(receipt: Receipt, options?: ReadOneOptions): Promise<ReceiptDocument>;
  upload(receipts: Receipt[], options?: CallOptions & { partial?: boolean; idempotencyKey?: string }): Promise<UploadAnswer>;
  pending(options?: CallOptions & { limit?: number; offset?: number }): Promise<PendingAnswer>;
  processBatch(batch?: BatchOptions & { timeout?: number }, options?: CallOptions): Promise<BatchAnswer>;
  startBatch(batch?: BatchOptions, options?: CallOptions): Promise<string>;
  batchStatus(requestId: string, options?: CallOptions): Promise<BatchStatus>;
  wait(requestId: string, options?: WaitOptions): Promise<BatchStatus>;
  results(requestId?: string, options?: CallOptions): Promise<BatchResults>;
  resultsCsv(requestId?: string, options?: CallOptions): Promise<Blob>;
  processed(options?: CallOptions & { limit?: number; offset?: number }): Promise<ProcessedAnswer>;
  result(resultId: string, options?: CallOptions): Promise<ReceiptDocument>;
  resultData(resultId: string, options?: CallOptions): Promise<Record<string, any>>;
  image(resultId: string, options?: CallOptions): Promise<Blob>;
  history(options?: CallOptions & { limit?: number; offset?: number }): Promise<Record<string, any>>;
  batch(requestId: string, options?: CallOptions): Promise<Record<string, any>>;
  events(options?: { tipos?: EventType[]; lastEventId?: string | number; signal?: AbortSignal }): AsyncGenerator<StreamEvent, never>;
  status(options?: CallOptions): Promise<Record<string, any>>;
  health(options?: CallOptions): Promise<Record<string, any>>;
  metrics(options?: CallOptions): Promise<Record<string, any>>;
  queueStatus(options?: CallOptions): Promise<Record<string, any>>;
  clean(what?: { force_clean?: boolean; preserve_results?: boolean; retention_hours?: number }, options?: CallOptions): Promise<Record<string, any>>;
  login(options?: CallOptions): Promise<string>;
  generateKey(name: string, permissions: Permission[], options?: CallOptions & { tenant?: string }): Promise<Record<string, any>>;
  listKeys(options?: CallOptions): Promise<Record<string, any>>;
  audit(options?: CallOptions & { limit?: number; offset?: number }): Promise<Record<string, any>>;
  revokeKey(id: string, options?: CallOptions): Promise<Record<string, any>>;
}

export class OcrError extends Error {}
export class Unreachable extends OcrError {}
export class TimedOut extends OcrError {}

/** A request that is not a valid webhook. Respond with 400. */
export class WebhookError extends OcrError {}

export class BatchFailed extends OcrError {
  readonly requestId: string;
  readonly reason: string;
}

export class ApiError extends OcrError {
  readonly status: number;
  /** Stable code that ends in the status, NOT_FOUND_404. */
  readonly code: string;
  readonly details: unknown;
  readonly requestId: string;
  readonly help: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

export class ValidationError extends ApiError {
  readonly fieldErrors: Record<string, string[]>;
  readonly fileErrors: Record<string, string[]>;
}

export class AuthenticationError extends ApiError {}
export class PermissionDenied extends ApiError {}
export class NotFound extends ApiError {}
export class BatchRunning extends ApiError {}

export class FilesInBatches extends ApiError {
  /** The request_id of the batch, by stored name of the file. */
  readonly batches: Record<string, string>;
}

export class KeyReused extends ApiError {}
export class FileTooLarge extends ApiError {}
export class RateLimited extends ApiError {}
export class ServerError extends ApiError {}
