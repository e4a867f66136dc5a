using MassTransit;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Cleaning;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Figures;
using Ocr.Ingest.Images;
using Ocr.Ingest.Objects;
using Ocr.Ingest.Pending;
using Ocr.Ingest.Status;
using Ocr.Ingest.Telemetry;
using Ocr.Ingest.Upload;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.Ingest;

/// <summary>What a host needs to run this service, alone or beside others.</summary>
public static class IngestService
{
    /// <summary>Adds the services of Ingest.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddIngest(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddValidatedOptions<IngestOptions>();
        services.AddValidatedOptions<BusOptions>();
        services.AddObjectStore();
        services.AddServiceDatabase<IngestDbContext>(IngestDbContext.SchemaName);
        services.AddSingleton<SweepSignal>().AddSingleton<HostInstance>().AddSingleton<BatchSignals>();
        services.AddSingleton<Publisher>().AddSingleton<Announcer>().AddSingleton<Leases>().AddSingleton<Dispatcher>();
        services.AddSingleton<UploadFigures>().AddSingleton<Tallies>();
        services.AddSingleton<ImageHolds>().AddSingleton<ImageRemover>();
        services.AddSingleton<ReceiptWriter>().AddSingleton<UploadEndpoint>();
        services.AddSingleton<BatchOpener>().AddSingleton<BatchWaiter>().AddSingleton<BatchEndpoints>();
        services.AddSingleton<IStatusReporter, IngestStatus>();
        services.AddHostedService<IngestLoop>();
        services.AddInstruments<IngestMetrics>();
        services.AddHostedService<BacklogSample>();
        AddCleaning(services);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<IngestOptions>>(static (server, ingest) =>
            server.Limits.MinRequestBodyDataRate = new MinDataRate(ingest.Value.MinUploadRate, TimeSpan.FromSeconds(5)));
        return builder;
    }

    private static void AddCleaning(IServiceCollection services)
    {
        services.AddValidatedOptions<RetentionOptions>();
        services.AddSingleton<PendingSweep>().AddSingleton<FailedSweep>().AddSingleton<FinishedBatchSweep>().AddSingleton<OrphanSweep>();
        services.AddSingleton<ResultsArchive>().AddSingleton<Cleaner>().AddSingleton<CleanEndpoint>();
        services.AddSingleton<Chores>().AddHostedService<RetentionLoop>();
    }

    /// <summary>Adds the consumers of Ingest to the bus of the host.</summary>
    /// <param name="bus">The bus to be.</param>
    public static void AddIngestConsumers(this IBusRegistrationConfigurator bus)
    {
        ArgumentNullException.ThrowIfNull(bus);
        bus.AddConsumer<ReceiptProcessedConsumer, ReceiptProcessedConsumerDefinition>();
    }

    /// <summary>Maps the endpoints of Ingest.</summary>
    /// <param name="app">The application.</param>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder app)
    {
        UploadEndpoint.Map(app);
        PendingEndpoint.Map(app);
        BatchEndpoints.Map(app);
        ImageEndpoint.Map(app);
        CleanEndpoint.Map(app);
        return app;
    }
}
