using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Consumers;

/// <summary>Handles the cleaning requests of Ingest.</summary>
internal sealed class CleanResultsConsumer(ResultCleaner cleaner) : IHandler<CleanResults>
{
    public async Task HandleAsync(Delivery<CleanResults> delivery) =>
        await delivery.RespondAsync(await cleaner.CleanAsync(delivery.Message, delivery.CancellationToken));
}

internal sealed class CleanResultsSubscription() : StoringSubscription("clean-results");
