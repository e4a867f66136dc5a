using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Integration.Harness;
using Ocr.ServiceDefaults.Bus;
using Ocr.Testing.Servers;

namespace Ocr.Integration;

/// <summary>What the bus makes of a broker that has nothing yet.</summary>
[Collection(SharedCluster.Name)]
public sealed class TopologyTests(Cluster cluster) : IAsyncLifetime
{
    public Task InitializeAsync() => cluster.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_message_that_no_queue_takes_is_a_fault_of_its_publisher_at_once()
    {
        await using var alone = await StartAsync();
        var bus = alone.Services.GetRequiredService<IBus>();

        await Assert.ThrowsAnyAsync<Exception>(() => bus.Publish(new Unheard(1)).WaitAsync(TimeSpan.FromSeconds(20)));
        await bus.Publish(new Unheard(2), message => message.MayGoUnheard()).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BUS_TRANSPORT"] = "rabbitmq",
            ["RABBITMQ_URL"] = ServerAddress.RabbitMq(cluster.Servers[ServerKind.RabbitMq].Port),
            ["urls"] = "http://127.0.0.1:0",
        });
        builder.Services.AddOcrBus(builder.Configuration, static _ => { });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }

    /// <summary>A message without a consumer.</summary>
    public sealed record Unheard(int Number);
}
