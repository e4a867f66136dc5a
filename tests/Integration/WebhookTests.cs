using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Integration.Harness;
using Ocr.Testing;
using Ocr.Testing.Harness;
using Ocr.Testing.Servers;
using Ocr.Testing.Webhooks;

namespace Ocr.Integration;

/// <summary>Events of every accepted receipt and batch reach the webhook, whatever process ends in between.</summary>
[Collection(SharedCluster.Name)]
public sealed class WebhookTests(Cluster cluster) : IAsyncLifetime
{
    private const int Count = 24;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(150);
    private readonly Load _load = new(cluster);

    public Task InitializeAsync() => cluster.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("broker")]
    [InlineData("database")]
    [InlineData("gateway")]
    [InlineData("receiver")]
    public async Task Every_receipt_and_batch_arrives_signed_although_a_part_is_killed(string part)
    {
        await cluster.ShortenLeasesAsync(20);
        await using var receiver = await Receiver.StartAsync();
        var (id, secret) = await CreateAsync(receiver);
        var sending = _load.SendAsync(Count);
        await _load.UntilFinalAsync(3);
        await BreakAsync(part, receiver);
        await sending;
        await _load.AssertExactlyOneResultEachAsync();

        var batches = await cluster.Ledger.BatchesAsync(_load.Accepted);
        var expected = _load.Accepted.Concat(batches).Order(StringComparer.Ordinal).ToArray();
        await Probe.UntilAsync(() => Task.FromResult(Named(receiver)), named => !expected.Except(named).Any(), Timeout);
        Assert.All(receiver.All, received => Assert.True(received.IsSignedWith(secret)));
        using var removed = await cluster.Gateway.Api.Client.DeleteAsync(new Uri($"/api/webhooks/{id}", UriKind.Relative));
        Assert.True(removed.IsSuccessStatusCode);
        await cluster.EndShortLeasesAsync();
    }

    // Names of receipts and batches.
    private static HashSet<string> Named(Receiver receiver) =>
    [
        .. receiver.All.Select(received => received.Json).Select(json => json.Text("type") == "receipt.read"
            ? json.Object("data").Text("filename")
            : json.Object("data").Text("request_id")),
    ];

    private async Task<(string Id, string Secret)> CreateAsync(Receiver receiver)
    {
        using var response = await cluster.Gateway.Api.Client.PostAsJsonAsync(
            "/api/webhooks", new JsonObject { ["url"] = receiver.Url.ToString(), ["eventos"] = new JsonArray("receipt.read", "batch.completed") });
        var created = (await ApiResponse.ReadAsync(response)).Body;
        return (created.Object("webhook").Text("id"), created.Text("secreto"));
    }

    private async Task BreakAsync(string part, Receiver receiver)
    {
        switch (part)
        {
            case "gateway":
                await cluster.Gateway.KillAsync();
                await cluster.Gateway.StartAsync();
                break;
            case "receiver":
                await receiver.EndAsync();
                await Task.Delay(TimeSpan.FromSeconds(3));
                await receiver.ListenAsync();
                break;
            default:
                var server = cluster.Servers[part == "broker" ? ServerKind.RabbitMq : ServerKind.Postgres];
                await server.KillAsync();
                await Task.Delay(TimeSpan.FromSeconds(1));
                await server.StartAsync();
                break;
        }
    }
}
