using Ocr.Contracts;
using Ocr.Integration.Harness;
using Ocr.Testing;
using Ocr.Testing.Servers;

namespace Ocr.Integration;

/// <summary>Messages that are delivered twice or lost.</summary>
[Collection(SharedCluster.Name)]
public sealed class DeliveryTests(Cluster cluster) : IAsyncLifetime
{
    private readonly Load _load = new(cluster);

    public Task InitializeAsync() => cluster.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_message_delivered_twice_gives_one_result_each()
    {
        await using var broker = await Broker.ConnectAsync(cluster.Servers[ServerKind.RabbitMq]);
        await broker.RepeatAsync(
            typeof(BatchOpened), typeof(RecognizeReceipt), typeof(TextRecognized), typeof(FieldsExtracted), typeof(ReceiptProcessed));
        await _load.SendAsync(12);

        await _load.AssertExactlyOneResultEachAsync();
        Assert.True(broker.Repeated >= 12 * 3, $"Only {broker.Repeated} messages were repeated.");
    }

    [Fact]
    public async Task Commands_that_the_broker_lost_are_sent_again_when_their_leases_end()
    {
        await cluster.ShortenLeasesAsync(5);
        await Task.WhenAll(cluster.Workers.Select(worker => worker.Process.TerminateAsync()));
        await _load.SendAsync(6);
        await using (var broker = await Broker.ConnectAsync(cluster.Servers[ServerKind.RabbitMq]))
        {
            await Probe.UntilAsync(() => broker.PurgeAsync("recognize-receipt"), lost => lost > 0, TimeSpan.FromSeconds(30));
        }

        await cluster.HealAsync();

        await _load.AssertExactlyOneResultEachAsync();
        Assert.InRange(await cluster.Ledger.MaxAttemptsAsync(_load.Accepted), 2, 4);
        await cluster.EndShortLeasesAsync();
    }

    [Fact]
    public async Task Replicas_of_Ingest_and_Results_that_die_leave_their_work_to_the_others()
    {
        var sending = _load.SendAsync(18);
        await _load.UntilFinalAsync(2);
        // The gateway forwards to the first replica of each service, so the second ones are stopped.
        await cluster.Ingests[1].KillAsync();
        await cluster.Results[1].KillAsync();
        await cluster.Ingests[1].StartAsync();
        await sending;

        await _load.AssertExactlyOneResultEachAsync();
    }
}
