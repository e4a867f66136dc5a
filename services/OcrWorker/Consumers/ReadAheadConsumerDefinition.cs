using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>As many as there are threads; the pool lets batches pass.</summary>
internal sealed class ReadAheadConsumerDefinition : ConsumerDefinition<ReadAheadConsumer>
{
    private readonly int _limit;

    public ReadAheadConsumerDefinition(IOptions<OcrWorkerOptions> options)
    {
        _limit = options.Value.Parallelism;
        ConcurrentMessageLimit = _limit;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ReadAheadConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = _limit;
        // What may have ended two workers is left to its batch, where it is dealt with.
        endpointConfigurator.LimitReturns(1, deadLetterQueue: null);
    }
}
