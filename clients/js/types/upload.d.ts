// Receipts and the responses of an upload.

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

export interface UploadResponse {
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

export interface PendingResponse {
  status: string;
  files_pending: number;
  total_size_mb: number;
  limit: number;
  offset: number;
  has_more: boolean;
  files: { filename: string; receipt_id: string; size_bytes: number; size_mb: number; uploaded_at: string; metadata: Record<string, string>; status: string; path: string }[];
}
