using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Consumers;

/// <summary>Returns the individual JSON of a receipt to Ingest, which checked the tenant of the request (docs/adr/0046).</summary>
internal sealed class GetDocumentConsumer(IDbContextFactory<ResultsDbContext> contexts) : IHandler<GetDocument>
{
    public async Task HandleAsync(Delivery<GetDocument> delivery)
    {
        var (requestId, receiptId) = (delivery.Message.RequestId, delivery.Message.ReceiptId);
        await using var database = await contexts.CreateDbContextAsync(delivery.CancellationToken);
        var json = await database.Results.Where(row => row.RequestId == requestId && row.ReceiptId == receiptId)
            .Select(row => row.Document).SingleOrDefaultAsync(delivery.CancellationToken);
        await delivery.RespondAsync(new StoredDocument { Json = json });
    }
}

internal sealed class GetDocumentSubscription() : StoringSubscription("get-document");
