// Options of the client and of its calls.
import type { BatchStatus, Profile } from './batch.js';
import type { RetryPolicy } from '../index.js';

export interface ClientOptions {
  /** Goes out as X-API-Key. */
  apiKey?: string;
  /** Goes out as Authorization: Bearer. */
  token?: string;
  /** Seconds for one try; 30 by default. */
  timeout?: number;
  retry?: RetryPolicy;
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

export type Permission = 'process_ocr' | 'download_results' | 'clean_system' | 'webhooks';
