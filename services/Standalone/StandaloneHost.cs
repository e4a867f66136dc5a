using System.Globalization;
using Ocr.Extractor;
using Ocr.Gateway;
using Ocr.Ingest;
using Ocr.OcrWorker;
using Ocr.Results;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Standalone;

/// <summary>All services in one process: messages in memory, rows in SQLite, images in a folder. No logic of its own.</summary>
internal static class StandaloneHost
{
    /// <summary>Composes the application.</summary>
    /// <param name="args">Settings as <c>--NAME value</c>, which win over the environment.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = builder.Configuration.GetValidated<StandaloneOptions>();
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, options.Port.ToString(CultureInfo.InvariantCulture));

        builder.AddServiceDefaults("standalone");
        builder.Services.AddOcrBus(builder.Configuration, static bus =>
        {
            bus.AddIngestConsumers();
            bus.AddOcrWorkerConsumers();
            bus.AddExtractorConsumers();
            bus.AddResultsConsumers();
            bus.AddGatewayConsumers();
        });
        builder.Services.StartWithBus();
        builder.AddIngest();
        builder.AddOcrWorker();
        builder.AddExtractor();
        builder.AddResults();
        builder.AddGateway();

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapGateway();
        app.MapIngest();
        app.MapResults();
        app.SayWhenReady();
        return app;
    }
}
