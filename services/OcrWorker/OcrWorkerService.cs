using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Consumers;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Redis;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.OcrWorker;

/// <summary>What a host needs to run this service, alone or beside others.</summary>
public static class OcrWorkerService
{
    /// <summary>Adds the services of the worker.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddOcrWorker(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<OcrWorkerOptions>();
        services.AddObjectStore();
        services.AddHostedService<ModelSelfCheck>();
        services.AddSingleton<IReceiptReader>(CreateReader);
        services.AddRedis(builder.Configuration);
        services.AddSingleton<MemoryWordCache>();
        services.AddSingleton(CreateCache);
        services.AddSingleton<SharedFlights>();
        services.AddSingleton(provider => new InferencePool(Options(provider).Parallelism));
        services.AddSingleton<WordSource>();
        services.AddSingleton<WorkerStatistics>();
        services.AddInstruments<WorkerMetrics>();
        services.AddHostedService<HeartbeatService>();
        return builder;
    }

    /// <summary>Adds the consumers of the worker to the bus of the host.</summary>
    /// <param name="bus">The bus to be.</param>
    public static void AddOcrWorkerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<RecognizeReceiptConsumer, RecognizeReceiptConsumerDefinition>();
        bus.AddConsumer<SuspectReceiptConsumer, SuspectReceiptConsumerDefinition>();
        bus.AddConsumer<CrashedReceiptConsumer, CrashedReceiptConsumerDefinition>();
        bus.AddConsumer<ReadAheadConsumer, ReadAheadConsumerDefinition>();
    }

    // One thread an inference: as many inferences run at once as there are cores.
    private static ReceiptReader CreateReader(IServiceProvider provider)
    {
        var options = Options(provider);
        var pack = Path.Combine(AssetFolder.Locate("models", options.ModelsDirectory), options.ModelPack);
        return ReceiptReader.Create(pack, new ReaderOptions { IntraOpThreads = 1 });
    }

    private static IWordCache CreateCache(IServiceProvider provider)
    {
        var local = provider.GetRequiredService<MemoryWordCache>();
        var redis = provider.GetRequiredService<RedisConnection>();
        return redis.IsConfigured ? new RedisWordCache(redis, local, Options(provider)) : local;
    }

    private static OcrWorkerOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<OcrWorkerOptions>>().Value;
}
