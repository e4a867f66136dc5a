using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Ingest.Backup;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Cleaning;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Consumers;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Images;
using Ocr.Ingest.Objects;
using Ocr.Ingest.Pending;
using Ocr.Ingest.Read;
using Ocr.Ingest.Rereads;
using Ocr.Ingest.Statistics;
using Ocr.Ingest.Status;
using Ocr.Ingest.Telemetry;
using Ocr.Ingest.Upload;
using Ocr.Ingest.Workers;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Net;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Storage;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Warming;
using Ocr.Storage;

namespace Ocr.Ingest;

/// <summary>Registers this service in a host, alone or with other services.</summary>
public static class IngestService
{
    /// <summary>Adds the services of Ingest.</summary>
    /// <param name="builder">The builder of the host.</param>
    public static IHostApplicationBuilder AddIngest(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddValidatedOptions<IngestOptions>();
        services.AddValidatedOptions<BusOptions>();
        services.AddObjectStore();
        services.AddServiceDatabase<IngestDbContext>(IngestDbContext.SchemaName);
        services.AddSingleton<DispatchTrigger>().AddSingleton<HostInstance>().AddSingleton<BatchSignals>();
        services.AddSingleton<ServiceClock>().AddSingleton<WorkerBoard>().AddSingleton<DispatchWindow>().AddSingleton<ErrorAttribution>().AddSingleton<FinalMarker>();
        services.AddSingleton<Publisher>().AddSingleton<ReadAhead>().AddSingleton<BatchPublisher>().AddSingleton<CompletionPublisher>().AddSingleton<Leases>().AddSingleton<LeaseKeeper>().AddSingleton<Dispatcher>();
        services.AddSingleton<UploadStatistics>().AddSingleton<UploadCounters>();
        services.AddSingleton<ObjectReservations>().AddSingleton<ImageRemover>();
        services.AddSingleton<CostBudget>().AddSingleton<ReceiptWriter>().AddSingleton<FirstResponses>().AddSingleton<UploadStore>();
        services.AddSingleton<UploadIntake>().AddSingleton<MultipartBody>().AddSingleton<UploadEndpoint>();
        services.AddSingleton<BatchOpener>().AddSingleton<BatchWaiter>().AddSingleton<BatchEndpoints>();
        services.AddSingleton<RereadOpener>().AddSingleton<RereadEndpoints>();
        AddRead(services);
        services.AddSingleton<IStatusReporter, IngestStatus>();
        services.AddHostedService<IngestLoop>();
        services.AddInstruments<IngestMetrics>();
        services.AddSingleton<IWarmUp, UploadWarmUp>().AddSingleton<IWarmUp, BatchWarmUp>().AddSingleton<IWarmUp, HttpWarmUp>();
        services.AddHostedService<BacklogSample>();
        AddDisk(services, builder.Configuration);
        AddCleaning(services);
        AddBackup(services);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<IngestOptions>>(static (server, ingest) =>
            server.Limits.MinRequestBodyDataRate = new MinDataRate(ingest.Value.MinUploadRate, TimeSpan.FromSeconds(5)));
        return builder;
    }

    private static void AddRead(IServiceCollection services)
    {
        services.AddValidatedOptions<ReadOptions>();
        services.TryAddSingleton(static provider =>
            new PublicAddressGuard(NetworkList.Empty, requiresTls: !provider.GetRequiredService<IOptions<ReadOptions>>().Value.AllowsHttp));
        services.AddSingleton<ImageDownload>().AddSingleton<ReadBody>().AddSingleton<ReadStore>().AddSingleton<ResultDocuments>().AddSingleton<ReadEndpoint>();
    }

    // Disks of uploads and rows. With PostgreSQL and S3 only the disk of the temporary folder counts.
    private static void AddDisk(IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetValidated<DatabaseOptions>();
        services.AddValidatedOptions<DiskOptions>();
        services.AddSingleton<DiskReserve>();
        services.AddSingleton(static provider => new WatchedFolder(provider.GetRequiredService<IOptions<IngestOptions>>().Value.TempFolder));
        services.AddHealthChecks().AddDiskSpaceCheck();
        if (!database.IsPostgres || configuration.GetValidated<ObjectStoreOptions>().Kind == ObjectStoreKind.File)
        {
            services.AddSingleton(new WatchedFolder(database.DataDirectory));
        }

        services.AddSingleton(provider => new DiskBallast(
            database.IsPostgres ? null : database.DataDirectory, provider.GetRequiredService<DiskReserve>()));
        services.AddHostedService(static provider => provider.GetRequiredService<DiskBallast>());
    }

    private static void AddCleaning(IServiceCollection services)
    {
        services.AddValidatedOptions<RetentionOptions>();
        services.AddSingleton<PendingSweep>().AddSingleton<FailedSweep>().AddSingleton<FinishedBatchSweep>().AddSingleton<OrphanSweep>();
        services.AddSingleton<ResultsArchive>().AddSingleton<Cleaner>().AddSingleton<CleanEndpoint>();
        services.AddSingleton<ScheduledJobLock>().AddHostedService<RetentionLoop>();
    }

    private static void AddBackup(IServiceCollection services)
    {
        services.AddSingleton<IProgramCommand, BackupCommand>().AddSingleton<IProgramCommand, RestoreCommand>();
        services.AddSingleton<IProgramCommand, BackupImagesCommand>().AddSingleton<IProgramCommand, RestoreImagesCommand>();
        services.AddSingleton<IProgramCommand, CheckImagesCommand>();
    }

    /// <summary>Adds the consumers of Ingest to the bus of the host.</summary>
    /// <param name="handlers">The handlers of the host.</param>
    public static void AddIngestConsumers(this HandlerRegistry handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        handlers.Add<ReceiptProcessed, ReceiptProcessedConsumer, ReceiptProcessedSubscription>()
            .AddGivenUp<RecognizeReceipt, ReceiptErrorConsumer, ReceiptErrorSubscription>()
            .AddGivenUp<TextRecognized, ReceiptErrorConsumer, ReceiptErrorSubscription>()
            .AddGivenUp<FieldsExtracted, ReceiptErrorConsumer, ReceiptErrorSubscription>()
            .Add<WorkerHeartbeat, WorkerHeartbeatConsumer, WorkerHeartbeatSubscription>();
    }

    /// <summary>Maps the endpoints of Ingest.</summary>
    /// <param name="app">The application.</param>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder app)
    {
        UploadEndpoint.Map(app);
        ReadEndpoint.Map(app);
        PendingEndpoint.Map(app);
        BatchEndpoints.Map(app);
        RereadEndpoints.Map(app);
        ImageEndpoint.Map(app);
        CleanEndpoint.Map(app);
        return app;
    }
}
