using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ocr.Extractor;
using Ocr.Gateway;
using Ocr.Ingest;
using Ocr.OcrWorker;
using Ocr.Results;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>A service, composed as in its <c>Program.cs</c> and not started: the settings that it reads, and the queues that it consumes.</summary>
internal sealed record ServiceUnderTest(
    string Name, Action<WebApplicationBuilder> Compose, Action<HandlerRegistry> Consumers)
{
    public static IReadOnlyList<ServiceUnderTest> All { get; } =
    [
        new("gateway", builder => builder.AddGateway().AddGatewayProxy(), bus => bus.AddGatewayConsumers()),
        new("ingest", builder => builder.AddIngest(), bus => bus.AddIngestConsumers()),
        new("ocrworker", builder => builder.AddOcrWorker(), bus => bus.AddOcrWorkerConsumers()),
        new("extractor", builder => builder.AddExtractor(), bus => bus.AddExtractorConsumers()),
        new("results", builder => builder.AddResults(), bus => bus.AddResultsConsumers()),
    ];

    /// <summary>Composes the service with these variables and no others.</summary>
    public WebApplication Build(IReadOnlyDictionary<string, string> variables, ISet<string>? read = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging().AddRouting();
        ((IConfigurationBuilder)builder.Configuration).Add(new RecordingSource(variables, read ?? new HashSet<string>()));
        builder.AddServiceDefaults(Name);
        builder.Services.AddOcrBus(builder.Configuration, Consumers);
        Compose(builder);
        return builder.Build();
    }

    /// <summary>The variables that the service reads, in <paramref name="variables"/> or not. All its options are validated.</summary>
    public IReadOnlySet<string> Read(IReadOnlyDictionary<string, string> variables)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        using var app = Build(variables, read);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return read;
    }

    /// <summary>Queues that it consumes, except temporary ones of a replica.</summary>
    public IReadOnlyList<string> Queues()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging().AddRouting();
        builder.AddServiceDefaults(Name);
        builder.Services.AddOcrBus(builder.Configuration, Consumers);
        Compose(builder);
        var definitions = builder.Services.Select(item => item.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumerDefinition<>)).ToArray();
        using var app = builder.Build();
        var formatter = app.Services.GetRequiredService<IEndpointNameFormatter>();
        return [.. definitions.Select(type => ((IConsumerDefinition)app.Services.GetRequiredService(type)).GetEndpointName(formatter)).Order(StringComparer.Ordinal)];
    }

    private sealed class RecordingSource(IReadOnlyDictionary<string, string> values, ISet<string> read) : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            read.Add(key);
            return (value = values.GetValueOrDefault(key)) is not null;
        }
    }
}
