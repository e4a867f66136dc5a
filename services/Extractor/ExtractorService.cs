using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.Extractor.Consumers;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Status;

namespace Ocr.Extractor;

/// <summary>What a host needs to run this service, alone or beside others.</summary>
public static class ExtractorService
{
    /// <summary>Adds the services of the extractor. A rule file with faults stops the process at start.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddExtractor(this IHostApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ExtractorOptions>();
        builder.Services.AddSingleton(CreateEngine);
        builder.Services.AddHostedService<RuleSelfCheck>();
        builder.Services.AddSingleton<IStatusReporter, ExtractorStatus>();
        return builder;
    }

    /// <summary>Adds the consumer of the extractor to the bus of the host.</summary>
    /// <param name="bus">The bus to be.</param>
    public static void AddExtractorConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<TextRecognizedConsumer, TextRecognizedConsumerDefinition>();

    private static ExtractionEngine CreateEngine(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ExtractorOptions>>().Value;
        return new ExtractionEngine(RuleSet.Load(options.ResolveRules(), options.ResolveBanks()));
    }
}
