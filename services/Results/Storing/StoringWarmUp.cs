using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Results.Storing;

/// <summary>Stores a batch and generated receipts in transactions that are rolled back, and runs the statements that follow without any receipt.</summary>
internal sealed class StoringWarmUp(BatchStore batches, ResultWriter writer, ResultStore store, TimeProvider time) : IWarmUp
{
    private const int Together = 4;
    private const long NoRow = -1;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        await batches.RehearseAsync(new BatchHistoryRow { RequestId = "", Size = 1, Profile = "", OpenedAt = now, Tenant = Tenants.Default }, cancellationToken);
        await writer.RehearseAsync(
            [.. Enumerable.Range(1, Together).Select(position => new Incoming(CompletedReceipt.Of(Travelled(SampleMessages.FieldsExtracted(position, now))), null))]);
        await store.MarkPublishedAsync(NoRow, SampleMessages.ReceiptProcessed(now), cancellationToken);
        await store.FindDocumentAsync("", Guid.Empty, cancellationToken);
    }

    // Serialised and read again, as by the bus.
    private static FieldsExtracted Travelled(FieldsExtracted message) =>
        JsonSerializer.Deserialize<FieldsExtracted>(JsonSerializer.SerializeToUtf8Bytes(message, OcrJson.Options), OcrJson.Options)!;
}
