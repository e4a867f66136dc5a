using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Consumers;

/// <summary>Stores a batch before its first result, so that its progress can be queried.</summary>
internal sealed class BatchOpenedConsumer(BatchStore batches, ResultCleaner cleaner) : IHandler<BatchOpened>
{
    public async Task HandleAsync(Delivery<BatchOpened> delivery)
    {
        var message = delivery.Message;
        if ((await cleaner.RemovedAsync([message.RequestId])).Count > 0)
        {
            return;
        }

        var batch = new BatchHistoryRow
        {
            RequestId = message.RequestId,
            Size = message.Size,
            Profile = message.Profile,
            OpenedAt = message.OpenedAt,
            Tenant = message.Tenant,
            RereadBy = message.RereadBy,
        };
        await batches.NoteAsync(batch, delivery.CancellationToken);
    }
}

internal sealed class BatchOpenedSubscription() : StoringSubscription("batch-opened");
