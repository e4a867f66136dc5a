using System.Text.RegularExpressions;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Integration.Harness;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Warming;
using Ocr.Testing;
using Ocr.Testing.Servers;

namespace Ocr.Integration;

/// <summary>The queues and exchanges that the bus creates at an empty broker.</summary>
[Collection(SharedCluster.Name)]
public sealed partial class TopologyTests(Cluster cluster) : IAsyncLifetime
{
    private const string WarmUpExchange = "Ocr.ServiceDefaults.Bus:WarmUpSample";

    public Task InitializeAsync() => cluster.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_unroutable_message_fails_at_the_publisher_immediately()
    {
        await using var alone = await StartAsync();
        var bus = alone.Services.GetRequiredService<IBus>();

        await Assert.ThrowsAnyAsync<Exception>(() => bus.Publish(new Unheard(1)).WaitAsync(TimeSpan.FromSeconds(20)));
        await alone.Services.GetRequiredService<IMessageBus>().PublishBestEffortAsync(new Unheard(2), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    // A trigger that names a missing queue never scales and reports no error.
    [Fact]
    public async Task Every_queue_that_scales_the_workers_has_workers()
    {
        await using var broker = await Broker.ConnectAsync(cluster.Servers[ServerKind.RabbitMq]);
        var manifest = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "deploy", "k8s", "base", "ocrworker.yaml"));
        var queues = TriggerQueue().Matches(manifest).Select(match => match.Groups[1].Value).ToArray();

        Assert.NotEmpty(queues);
        foreach (var queue in queues)
        {
            await Probe.UntilAsync(() => broker.ConsumersAsync(queue), consumers => consumers == cluster.Workers.Length, TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public async Task The_warm_up_of_the_bus_leaves_nothing_at_the_broker()
    {
        await using var alone = await StartAsync();
        await using var broker = await Broker.ConnectAsync(cluster.Servers[ServerKind.RabbitMq]);
        var warmUp = Assert.Single(alone.Services.GetServices<IWarmUp>());
        await warmUp.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        await warmUp.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(await broker.HasExchangeAsync(WarmUpExchange));

        await warmUp.EndAsync();

        await Probe.UntilAsync(() => broker.HasExchangeAsync(WarmUpExchange), exists => !exists, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_warm_up_of_the_bus_sends_no_receipt_to_a_service()
    {
        await using var alone = await StartAsync();
        await using var broker = await Broker.ConnectAsync(cluster.Servers[ServerKind.RabbitMq]);
        var tap = await broker.TapAsync(
            typeof(BatchOpened), typeof(RecognizeReceipt), typeof(TextRecognized), typeof(FieldsExtracted), typeof(ReceiptProcessed), typeof(GetDocument), typeof(ReceiptUploaded));
        var warmUp = Assert.Single(alone.Services.GetServices<IWarmUp>());

        await warmUp.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        await warmUp.EndAsync();
        Assert.Equal(0u, await broker.PurgeAsync(tap));

        // The tap receives what is published. The workers of this cluster ignore this message.
        var uploaded = new ReceiptUploaded { Receipt = SampleMessages.RecognizeReceipt(TimeProvider.System.GetUtcNow()).Receipt };
        await alone.Services.GetRequiredService<IMessageBus>().PublishBestEffortAsync(uploaded, CancellationToken.None);
        await Probe.UntilAsync(() => broker.PurgeAsync(tap), count => count > 0, TimeSpan.FromSeconds(20));
    }

    [GeneratedRegex(@"queueName: ([\w-]+)")]
    private static partial Regex TriggerQueue();

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
