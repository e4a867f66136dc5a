using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Consumers;
using Ocr.Results.Data;
using Ocr.Results.Draws;
using Ocr.Results.Duplicates;
using Ocr.Results.Endpoints;
using Ocr.Results.Export;
using Ocr.Results.Projection;
using Ocr.Results.Publishing;
using Ocr.Results.Reviews;
using Ocr.Results.Search;
using Ocr.Results.Status;
using Ocr.Results.Storing;
using Ocr.Results.Telemetry;
using Ocr.Results.Truths;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Results;

/// <summary>Registers this service in a host, alone or with other services.</summary>
public static class ResultsService
{
    /// <summary>Adds the services of Results.</summary>
    /// <param name="builder">The builder of the host.</param>
    public static IHostApplicationBuilder AddResults(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddValidatedOptions<ResultsOptions>();
        services.AddValidatedOptions<ClaimOptions>();
        services.AddServiceDatabase<ResultsDbContext>(ResultsDbContext.SchemaName);
        services.AddSingleton<BatchStore>().AddSingleton<ResultWriter>().AddSingleton<ResultStore>().AddSingleton<ResultPublisher>();
        services.AddSingleton<ClaimLedger>().AddSingleton<ResultCleaner>().AddSingleton<ExtractionEndpoint>();
        services.AddSingleton<DrawBook>().AddSingleton<ReviewStore>().AddSingleton<FieldChecker>().AddSingleton<ReviewPublisher>().AddSingleton<ReviewEndpoints>().AddSingleton<SearchEndpoint>();
        services.AddSingleton<DrawStore>().AddSingleton<DrawExport>().AddSingleton<DrawEndpoints>().AddSingleton<TruthEndpoint>();
        services.AddSingleton<ReceiptBackfill>().AddHostedService(provider => provider.GetRequiredService<ReceiptBackfill>());
        services.AddSingleton<IStatusReporter, ResultsStatus>();
        services.AddHostedService<ResultsLoop>();
        services.AddHostedService<ClaimPruner>();
        services.AddInstruments<ResultsMetrics>();
        services.AddSingleton<IWarmUp, StoringWarmUp>();
        services.AddHostedService<OutboxSample>();
        return builder;
    }

    /// <summary>Adds the consumers of Results to the bus of the host.</summary>
    /// <param name="handlers">The handlers of the host.</param>
    public static void AddResultsConsumers(this HandlerRegistry handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        handlers.Add<FieldsExtracted, FieldsExtractedConsumer, FieldsExtractedSubscription>()
            .Add<RecognitionFailed, RecognitionFailedConsumer, RecognitionFailedSubscription>()
            .Add<BatchOpened, BatchOpenedConsumer, BatchOpenedSubscription>()
            .Add<CleanResults, CleanResultsConsumer, CleanResultsSubscription>()
            .Add<GetDocument, GetDocumentConsumer, GetDocumentSubscription>();
    }

    /// <summary>Maps the endpoints of Results.</summary>
    /// <param name="app">The application.</param>
    public static IEndpointRouteBuilder MapResults(this IEndpointRouteBuilder app)
    {
        ProcessedEndpoint.Map(app);
        ResultEndpoint.Map(app);
        ResultDataEndpoint.Map(app);
        ExtractionEndpoint.Map(app);
        BatchesEndpoint.Map(app);
        SearchEndpoint.Map(app);
        TruthEndpoint.Map(app);
        DrawEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        return app;
    }
}
