using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ocr.Extractor.Consumers;
using Ocr.Extractor.Live;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Telemetry;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor;

/// <summary>What a host needs to run this service, alone or beside others.</summary>
public static class ExtractorService
{
    /// <summary>Adds the services of the extractor. A rule file with faults stops the process at start.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddExtractor(this IHostApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ExtractorOptions>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(LoadRules);
        builder.Services.AddHostedService<RuleSelfCheck>();
        builder.Services.AddHostedService<RuleWatcher>();
        builder.Services.AddInstruments<ExtractorMetrics>();
        builder.Services.AddSingleton<IStatusReporter, ExtractorStatus>();
        return builder;
    }

    /// <summary>Adds the consumer of the extractor to the bus of the host.</summary>
    /// <param name="bus">The bus to be.</param>
    public static void AddExtractorConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<TextRecognizedConsumer, TextRecognizedConsumerDefinition>();

    private static LiveRules LoadRules(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ExtractorOptions>>().Value;
        return new LiveRules(RuleText.Read(options.ResolveRules(), options.ResolveBanks()), provider.GetRequiredService<TimeProvider>());
    }
}
