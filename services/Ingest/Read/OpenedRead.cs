using Ocr.Ingest.Data;

namespace Ocr.Ingest.Read;

/// <summary>A receipt that was stored to be read, and its batch.</summary>
/// <param name="Batch">The batch of this receipt.</param>
/// <param name="Receipt">The receipt.</param>
/// <param name="Replayed">Whether an earlier request with the same <c>Idempotency-Key</c> stored it.</param>
internal sealed record OpenedRead(BatchRow Batch, ReceiptRow Receipt, bool Replayed);
