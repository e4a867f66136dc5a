using MassTransit;

namespace Ocr.Results;

/// <summary>What a host needs to run this service, alone or beside others.</summary>
public static class ResultsService
{
    /// <summary>Adds the services of Results.</summary>
    /// <param name="builder">The host to be.</param>
    public static IHostApplicationBuilder AddResults(this IHostApplicationBuilder builder) => builder;

    /// <summary>Adds the consumers of Results to the bus of the host.</summary>
    /// <param name="bus">The bus to be.</param>
    public static void AddResultsConsumers(this IBusRegistrationConfigurator bus) => ArgumentNullException.ThrowIfNull(bus);

    /// <summary>Maps the endpoints of Results.</summary>
    /// <param name="app">The application.</param>
    public static IEndpointRouteBuilder MapResults(this IEndpointRouteBuilder app) => app;
}
