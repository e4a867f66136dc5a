using Ocr.Contracts;
using Ocr.Results.Storing;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Consumers;

/// <summary>Returns the individual JSON of a receipt to Ingest, which checked the tenant of the request (docs/adr/0046).</summary>
internal sealed class GetDocumentConsumer(ResultStore store) : IHandler<GetDocument>
{
    public async Task HandleAsync(Delivery<GetDocument> delivery)
    {
        var json = await store.FindDocumentAsync(delivery.Message.RequestId, delivery.Message.ReceiptId, delivery.CancellationToken);
        await delivery.RespondAsync(new StoredDocument { Json = json });
    }
}

internal sealed class GetDocumentSubscription() : StoringSubscription("get-document");
