using MassTransit;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Makes a receipt final. A second event of the same receipt finds nothing left to do.</summary>
internal sealed class ReceiptProcessedConsumer(
    IDbContextFactory<IngestDbContext> contexts, BatchSignals batches, SweepSignal sweep, StageClock stages) : IConsumer<ReceiptProcessed>
{
    public async Task Consume(ConsumeContext<ReceiptProcessed> context)
    {
        using var work = stages.Work(StageClock.Finish, context.SentTime);
        var message = context.Message;
        await using var database = await contexts.CreateDbContextAsync(context.CancellationToken);
        await database.Receipts
            .Where(row => row.ReceiptId == message.ReceiptId && row.RequestId == message.RequestId && row.State == ReceiptState.Processing)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(item => item.State, message.Succeeded ? ReceiptState.Processed : ReceiptState.Failed)
                    .SetProperty(item => item.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(item => item.Outcome.StoredAt, message.StoredAt)
                    .SetProperty(item => item.Outcome.ReasonCode, message.ReasonCode)
                    .SetProperty(item => item.Outcome.Message, message.Message)
                    .SetProperty(item => item.Outcome.ResultFile, message.ResultFile)
                    .SetProperty(item => item.Outcome.CacheHit, message.CacheHit)
                    .SetProperty(item => item.Outcome.ProcessingSeconds, message.ProcessingSeconds)
                    .SetProperty(item => item.Outcome.WordCount, message.WordCount)
                    .SetProperty(item => item.Outcome.ConfidenceAverage, message.ConfidenceAverage)
                    .SetProperty(item => item.Outcome.TextLength, message.TextLength),
                context.CancellationToken);
        batches.Notify(message.RequestId);
        // There is room with the workers for one more.
        sweep.Set();
    }
}

/// <summary>Short writes: a few at once keep the database busy.</summary>
internal sealed class ReceiptProcessedConsumerDefinition : ConsumerDefinition<ReceiptProcessedConsumer>
{
    private const int AtOnce = 8;

    public ReceiptProcessedConsumerDefinition() => ConcurrentMessageLimit = AtOnce;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ReceiptProcessedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = AtOnce;
}
