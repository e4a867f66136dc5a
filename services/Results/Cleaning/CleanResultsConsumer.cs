using MassTransit;
using Ocr.Contracts;
using Ocr.Results.Consumers;

namespace Ocr.Results.Cleaning;

/// <summary>Answers the cleaning of Ingest.</summary>
internal sealed class CleanResultsConsumer(ResultCleaner cleaner) : IConsumer<CleanResults>
{
    public async Task Consume(ConsumeContext<CleanResults> context) =>
        await context.RespondAsync(await cleaner.CleanAsync(context.Message, context.CancellationToken));
}

internal sealed class CleanResultsConsumerDefinition : StoringConsumerDefinition<CleanResultsConsumer>;
