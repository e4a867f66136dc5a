// Options, status and response of a batch.

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

export interface BatchResponse {
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

export type Profile = 'ultra_rapido' | 'balanced' | 'high_confidence';
