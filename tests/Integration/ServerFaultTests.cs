using Ocr.Integration.Harness;
using Ocr.Testing.Servers;

namespace Ocr.Integration;

/// <summary>Servers that fail and recover, stay unavailable or are slow while receipts are read.</summary>
[Collection(SharedCluster.Name)]
public sealed class ServerFaultTests(Cluster cluster) : IAsyncLifetime
{
    private const int Count = 30;
    private readonly Load _load = new(cluster);

    public async Task InitializeAsync()
    {
        await cluster.HealAsync();
        await cluster.ShortenLeasesAsync(20);
    }

    public async Task DisposeAsync()
    {
        await cluster.EndShortLeasesAsync();
        cluster.Database.Delay = TimeSpan.Zero;
        await cluster.Servers[ServerKind.Redis].StartAsync();
    }

    [Theory]
    [InlineData(ServerKind.RabbitMq)]
    [InlineData(ServerKind.Postgres)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.S3)]
    public async Task A_server_that_is_killed_and_started_again_under_load_loses_nothing(ServerKind kind)
    {
        var sending = _load.SendAsync(Count);
        await _load.UntilFinalAsync(3);
        await cluster.Servers[kind].KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await cluster.Servers[kind].StartAsync();
        await sending;

        await _load.AssertExactlyOneResultEachAsync();
    }

    [Fact]
    public async Task Uploads_are_accepted_without_a_broker_and_read_when_it_is_back()
    {
        await cluster.Servers[ServerKind.RabbitMq].KillAsync();
        await _load.SendAsync(12);
        Assert.Equal(0, (await cluster.Ledger.FinalAsync()).Keys.Count(_load.Accepted.Contains));

        await cluster.Servers[ServerKind.RabbitMq].StartAsync();

        await _load.AssertExactlyOneResultEachAsync();
    }

    [Fact]
    public async Task Everything_is_read_while_Redis_stays_unavailable()
    {
        await cluster.Servers[ServerKind.Redis].KillAsync();
        await _load.SendAsync(12);

        await _load.AssertExactlyOneResultEachAsync();
    }

    [Fact]
    public async Task A_slow_database_delays_and_breaks_nothing()
    {
        cluster.Database.Delay = TimeSpan.FromMilliseconds(100);
        await _load.SendAsync(12);

        await _load.AssertExactlyOneResultEachAsync();
    }
}
