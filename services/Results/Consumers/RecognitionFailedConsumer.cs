using MassTransit;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Consumers;

/// <summary>Stores a receipt that can never be read as an error result, and tells of it.</summary>
internal sealed class RecognitionFailedConsumer(ResultStore store, StageClock stages) : IConsumer<RecognitionFailed>
{
    public Task Consume(ConsumeContext<RecognitionFailed> context) => store.StoreAndTellAsync(Reading.Of(context.Message), stages, context);
}

internal sealed class RecognitionFailedConsumerDefinition : StoringConsumerDefinition<RecognitionFailedConsumer>;
