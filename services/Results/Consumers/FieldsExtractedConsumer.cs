using MassTransit;
using Ocr.Contracts;
using Ocr.Results.Cleaning;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

/// <summary>Stores a receipt that was read, and tells of it.</summary>
internal sealed class FieldsExtractedConsumer(ResultStore store, StageClock stages, ResultCleaner cleaner) : IConsumer<FieldsExtracted>
{
    public async Task Consume(ConsumeContext<FieldsExtracted> context)
    {
        if (!await cleaner.IsRemovedAsync(context.Message.Batch.RequestId, context.CancellationToken))
        {
            await store.StoreAndTellAsync(Reading.Of(context.Message), stages, context);
        }
    }
}

internal sealed class FieldsExtractedConsumerDefinition : StoringConsumerDefinition<FieldsExtractedConsumer>;
