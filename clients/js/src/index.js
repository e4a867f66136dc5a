export { OcrClient } from './client.js';
export { RetryPolicy } from './retry.js';
export { Reviews } from './reviews.js';
export { WebhookError, Webhooks, verifyWebhook } from './webhooks.js';
export {
  OcrError, Unreachable, TimedOut, BatchFailed, ApiError, ValidationError, AuthenticationError, PermissionDenied,
  NotFound, BatchRunning, FilesInBatches, FileTooLarge, KeyReused, RateLimited, ServerError,
} from './errors.js';
