/** Base of all errors of this package. */
export class OcrError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = this.constructor.name;
  }
}

/** No answer came: no connection, or it broke. */
export class Unreachable extends OcrError {}

/** No answer came in time, or a batch was not finished in time. */
export class TimedOut extends OcrError {}

/** No receipt of the batch could be read. */
export class BatchFailed extends OcrError {
  constructor(requestId, reason) {
    super(`${requestId}: ${reason}`);
    this.requestId = requestId;
    this.reason = reason;
  }
}

/** The server answered with an error, in the documented form where it could. */
export class ApiError extends OcrError {
  constructor(status, body, retryAfter) {
    const code = body.error_code ?? `HTTP_${status}`;
    const text = body.mensaje ?? body.message ?? '';
    const details = body.details === undefined ? '' : ` (${JSON.stringify(body.details)})`;
    super(`${code}: ${text}${details}`);
    this.status = status;
    this.code = code;
    this.details = body.details;
    this.requestId = body.request_id ?? '';
    this.help = body.help ?? '';
    this.retryAfter = retryAfter;
  }
}

/** Fields or files are wrong; nothing was stored. */
export class ValidationError extends ApiError {
  get fieldErrors() {
    return this.details?.field_errors ?? {};
  }

  get fileErrors() {
    return this.details?.file_errors ?? {};
  }
}

/** No key or token, or one that is not accepted. */
export class AuthenticationError extends ApiError {}

/** The key may not do this. */
export class PermissionDenied extends ApiError {}

/** No such result, batch or address. */
export class NotFound extends ApiError {}

/** The batch is not finished. */
export class BatchRunning extends ApiError {}

/** Some of the files that were named for a batch are in a batch already; no batch was opened. */
export class FilesInBatches extends ApiError {
  /** The request_id of the batch, by stored name of the file. */
  get batches() {
    return Object.fromEntries(this.details.files_in_batches.map((file) => [file.filename, file.request_id]));
  }
}

/** The idempotency key was used for other content; nothing was stored. */
export class KeyReused extends ApiError {}

/** A file or the request is over its limit; nothing was stored. */
export class FileTooLarge extends ApiError {}

/** Too many requests, still after all retries; `retryAfter` says when there is room, in seconds. */
export class RateLimited extends ApiError {}

/** The server failed, or a part of it is down. */
export class ServerError extends ApiError {}

const byStatus = new Map([
  [400, ValidationError], [401, AuthenticationError], [403, PermissionDenied], [404, NotFound],
  [409, BatchRunning], [413, FileTooLarge], [422, KeyReused], [429, RateLimited],
]);

/** The error of an answer. */
export function errorOf(status, body, retryAfter) {
  if (status === 409 && body.details?.files_in_batches) return new FilesInBatches(status, body, retryAfter);
  const Kind = byStatus.get(status) ?? (status >= 500 ? ServerError : ApiError);
  return new Kind(status, body, retryAfter);
}
