using Ocr.Contracts;
using Ocr.Results.Data;

namespace Ocr.Results.Storing;

/// <summary>A stored result.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Event">The event of the result.</param>
internal sealed record StoredResult(long Id, ReceiptProcessed Event)
{
    public static StoredResult Of(ResultRow row, int batchSize) => new(row.Id, row.ToEvent(batchSize));
}
