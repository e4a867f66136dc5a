using MassTransit;
using Ocr.Contracts;
using Ocr.Results.Cleaning;
using Ocr.Results.Data;

namespace Ocr.Results.Consumers;

/// <summary>Notes a batch before its first result, so that asking for it says how far it is.</summary>
internal sealed class BatchOpenedConsumer(BatchBook batches, ResultCleaner cleaner) : IConsumer<BatchOpened>
{
    public async Task Consume(ConsumeContext<BatchOpened> context)
    {
        var message = context.Message;
        if (await cleaner.IsRemovedAsync(message.RequestId, context.CancellationToken))
        {
            return;
        }

        var batch = new BatchRow
        {
            RequestId = message.RequestId,
            Size = message.Size,
            Profile = message.Profile,
            OpenedAt = message.OpenedAt,
        };
        await batches.NoteAsync(batch, context.CancellationToken);
    }
}

internal sealed class BatchOpenedConsumerDefinition : StoringConsumerDefinition<BatchOpenedConsumer>;
