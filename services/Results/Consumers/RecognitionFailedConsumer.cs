using MassTransit;
using Ocr.Contracts;
using Ocr.Results.Cleaning;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

/// <summary>Stores a receipt that can never be read as an error result, and tells of it.</summary>
internal sealed class RecognitionFailedConsumer(ResultStore store, StageClock stages, ResultCleaner cleaner) : IConsumer<RecognitionFailed>
{
    public async Task Consume(ConsumeContext<RecognitionFailed> context)
    {
        if (!await cleaner.IsRemovedAsync(context.Message.Batch.RequestId, context.CancellationToken))
        {
            await store.StoreAndTellAsync(Reading.Of(context.Message), stages, context);
        }
    }
}

internal sealed class RecognitionFailedConsumerDefinition : StoringConsumerDefinition<RecognitionFailedConsumer>;
