using MassTransit;

namespace Ocr.Ingest;

/// <summary>What a host needs to run this service, alone or beside others.</summary>
public static class IngestService
{
    /// <summary>Adds the services of Ingest.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddIngest(this IHostApplicationBuilder builder) => builder;

    /// <summary>Adds the consumers of Ingest to the bus of the host.</summary>
    /// <param name="bus">The bus to be.</param>
    public static void AddIngestConsumers(this IBusRegistrationConfigurator bus) => ArgumentNullException.ThrowIfNull(bus);

    /// <summary>Maps the endpoints of Ingest.</summary>
    /// <param name="app">The application.</param>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder app) => app;
}
