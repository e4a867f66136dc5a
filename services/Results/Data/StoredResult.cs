using Ocr.Contracts;

namespace Ocr.Results.Data;

/// <summary>A result that is stored.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Event">What tells of it.</param>
internal sealed record StoredResult(long Id, ReceiptProcessed Event)
{
    public static StoredResult Of(ResultRow row, int batchSize) => new(row.Id, row.ToEvent(batchSize));
}
