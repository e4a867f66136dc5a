// What the package exports: the classes and functions here, the data types in types/.
import type { PendingResponse, Receipt, UploadResponse } from './types/upload.js';
import type { BatchOptions, BatchResponse, BatchStatus, Profile } from './types/batch.js';
import type { BatchResults, ProcessedResponse, ReceiptDocument, ReceiptResult } from './types/result.js';
import type { CallOptions, ClientOptions, Permission, ReadOneOptions, WaitOptions } from './types/client.js';
import type { Filters, ReceiptPage, ReviewState, ReviewedReceipt, ReviewedResponse } from './types/reviews.js';
import type { EventType, OcrEvent, StreamEvent } from './types/events.js';
import type { Delivery, Webhook, WebhookFields, WebhookSecret } from './types/webhooks.js';

export * from './types/upload.js';
export * from './types/batch.js';
export * from './types/result.js';
export * from './types/client.js';
export * from './types/reviews.js';
export * from './types/events.js';
export * from './types/webhooks.js';

export class RetryPolicy {
  /** `attempts`: how often a request is sent at most; waits are seconds. */
  constructor(options?: { attempts?: number; firstWait?: number; longestWait?: number });
  waitBefore(attempt: number, retryAfter?: number): number | null;
}

export class Reviews {
  search(filters?: Filters, options?: CallOptions): Promise<ReceiptPage>;
  all(filters?: Filters, options?: CallOptions): AsyncGenerator<ReviewedReceipt>;
  receipt(receiptId: string, options?: CallOptions): Promise<ReviewedResponse>;
  correct(receiptId: string, version: number, fields: Record<string, string | null>, options?: CallOptions & { reason?: string }): Promise<ReviewedResponse>;
  decide(receiptId: string, version: number, decision: ReviewState, options?: CallOptions & { reason?: string }): Promise<ReviewedResponse>;
  audit(receiptId: string, options?: CallOptions & { limit?: number; offset?: number }): Promise<Record<string, any>>;
  reread(receiptId: string, profile?: Profile, options?: CallOptions): Promise<string>;
  rereadBatch(requestId: string, profile?: Profile, options?: CallOptions): Promise<string>;
  draws(options?: CallOptions & { limit?: number; offset?: number }): Promise<Record<string, any>>;
  draw(date: string, number: string, options?: CallOptions): Promise<Record<string, any>>;
  setCutOff(date: string, number: string, time: string | null, options?: CallOptions): Promise<Record<string, any>>;
  exportDraw(date: string, number: string, format?: 'xlsx' | 'csv', options?: CallOptions): Promise<Blob>;
  truth(options?: CallOptions & { limit?: number }): Promise<Record<string, any>>;
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
  upload(receipts: Receipt[], options?: CallOptions & { partial?: boolean; idempotencyKey?: string }): Promise<UploadResponse>;
  pending(options?: CallOptions & { limit?: number; offset?: number }): Promise<PendingResponse>;
  processBatch(batch?: BatchOptions & { timeout?: number }, options?: CallOptions): Promise<BatchResponse>;
  startBatch(batch?: BatchOptions, options?: CallOptions): Promise<string>;
  batchStatus(requestId: string, options?: CallOptions): Promise<BatchStatus>;
  wait(requestId: string, options?: WaitOptions): Promise<BatchStatus>;
  results(requestId?: string, options?: CallOptions): Promise<BatchResults>;
  resultsCsv(requestId?: string, options?: CallOptions): Promise<Blob>;
  processed(options?: CallOptions & { limit?: number; offset?: number }): Promise<ProcessedResponse>;
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
