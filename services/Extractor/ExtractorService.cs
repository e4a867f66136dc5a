using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Extractor.Consumers;
using Ocr.Extractor.Live;
using Ocr.Extractor.Scoring;
using Ocr.Extractor.Telemetry;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Extractor;

/// <summary>Registers this service in a host, alone or together with others.</summary>
public static class ExtractorService
{
    /// <summary>Adds the services of the extractor. Errors in the rule file, the decision policy or the field model stop the process at start.</summary>
    /// <param name="builder">Builder of the host.</param>
    public static IHostApplicationBuilder AddExtractor(this IHostApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ExtractorOptions>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(LoadModel);
        builder.Services.AddSingleton(LoadRules);
        builder.Services.AddHostedService<RuleSelfCheck>();
        builder.Services.AddHostedService<RuleWatcher>();
        builder.Services.AddInstruments<ExtractorMetrics>();
        builder.Services.AddSingleton<IWarmUp, ExtractionWarmUp>();
        builder.Services.AddSingleton<IStatusReporter, ExtractorStatus>();
        return builder;
    }

    /// <summary>Adds the consumers of the extractor to the bus of the host.</summary>
    /// <param name="handlers">The handlers of the host.</param>
    public static void AddExtractorConsumers(this HandlerRegistry handlers) =>
        handlers.Add<TextRecognized, TextRecognizedConsumer, TextRecognizedSubscription>()
            .Add<CheckFields, CheckFieldsConsumer, CheckFieldsSubscription>();

    private static LiveRules LoadRules(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ExtractorOptions>>().Value;
        return new LiveRules(LiveText.Read(options), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<LoadedModel>().Model);
    }

    private static LoadedModel LoadModel(IServiceProvider provider) =>
        new(provider.GetRequiredService<IOptions<ExtractorOptions>>().Value.ResolveFieldModel() is { } folder ? FieldModel.LoadIfPresent(folder) : null);
}
