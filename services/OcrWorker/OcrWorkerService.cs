using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Consumers;
using Ocr.OcrWorker.Converting;
using Ocr.OcrWorker.Heartbeats;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Redis;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Warming;
using Ocr.Storage;

namespace Ocr.OcrWorker;

/// <summary>Registers this service in a host, alone or together with others.</summary>
public static class OcrWorkerService
{
    /// <summary>Adds the services of the worker.</summary>
    /// <param name="builder">Builder of the host.</param>
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
        services.AddSingleton<DistributedReadLock>();
        services.AddSingleton(provider => new InferencePool(Options(provider).Parallelism, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<PoolStop>();
        services.AddHealthChecks().AddCheck<StuckWorkCheck>(StuckWorkCheck.Name, tags: [HealthEndpoints.LiveTag]);
        services.AddSingleton<HeicImages>().AddSingleton<RecognitionService>().AddSingleton<ReadingProbe>();
        services.AddSingleton<WorkerStatistics>();
        services.AddSingleton<IWarmUp, ReadLockWarmUp>().AddSingleton<IWarmUp, ReadingWarmUp>();
        services.AddInstruments<WorkerMetrics>();
        services.AddHostedService<HeartbeatService>();
        return builder;
    }

    /// <summary>Stops a process that runs only the worker when a reading does not end.</summary>
    /// <param name="builder">Builder of the host.</param>
    public static IHostApplicationBuilder StopWhenStuck(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<StuckWorkStop>();
        return builder;
    }

    /// <summary>Adds the consumers of the worker to the bus of the host.</summary>
    /// <param name="handlers">The handlers of the host.</param>
    public static void AddOcrWorkerConsumers(this HandlerRegistry handlers)
    {
        handlers.Add<RecognizeReceipt, RecognizeReceiptConsumer, RecognizeReceiptSubscription>()
            .Add<RecognizeReceipt, SuspectReceiptConsumer, SuspectReceiptSubscription>()
            .Add<RecognizeReceipt, CrashedReceiptConsumer, CrashedReceiptSubscription>()
            .Add<ReceiptUploaded, ReadAheadConsumer, ReadAheadSubscription>();
    }

    // One thread per inference: the pool runs as many inferences concurrently as there are cores.
    private static ReceiptReader CreateReader(IServiceProvider provider)
    {
        var options = Options(provider);
        var pack = Path.Combine(AssetFolder.Locate("models", options.ModelsDirectory), options.ModelPack);
        return ReceiptReader.Create(pack, new ReaderOptions
        {
            IntraOpThreads = 1,
            Engine = options.InferenceEngine,
            MaxPixels = options.MaxMegapixels * 1_000_000L,
            MaxWords = options.MaxWords,
        });
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
