using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Read;

/// <summary>Requests the individual JSON of receipts from Results over the bus.</summary>
internal sealed class ResultDocuments(IMessageBus bus, ILogger<ResultDocuments> logger)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The document of a final receipt; <see langword="null"/> when Results does not respond now, or has removed it.</summary>
    public async Task<string?> FindAsync(ReceiptRow receipt, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetDocument { RequestId = receipt.RequestId!, ReceiptId = receipt.ReceiptId };
            return (await bus.RequestAsync<GetDocument, StoredDocument>(request, Timeout, cancellationToken)).Json;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The result is stored: the client gets its address.
            Log.DocumentNotRead(logger, receipt.RequestId!, exception);
            return null;
        }
    }
}
