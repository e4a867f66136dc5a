using System.Net;
using Ocr.Integration.Harness;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.Integration;

/// <summary>Clients that send one receipt each and wait for it while processes fail.</summary>
[Collection(SharedCluster.Name)]
public sealed class ReadTests(Cluster cluster) : IAsyncLifetime
{
    private const int Clients = 100;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(4);

    public Task InitializeAsync() => cluster.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_hundred_clients_at_the_same_time_each_get_their_own_receipt_while_a_worker_is_killed()
    {
        var before = (await cluster.Ledger.ResultsAsync()).Count;
        var uploads = Load.New(Clients);

        var reads = Task.WhenAll(uploads.Select((upload, number) => ReadAsync(cluster.Doors[number % cluster.Doors.Length], upload)));
        await Probe.UntilAsync(async () => (await cluster.Ledger.ResultsAsync()).Count, count => count >= before + 5, TimeSpan.FromMinutes(1));
        await cluster.Workers[0].Process.KillAsync();
        var answers = await reads;

        Assert.Equal(
            uploads.Select(upload => upload.Metadata["idWhatsapp"]),
            answers.Select(answer => answer.Body.Object("metadata_whatsapp").Text("idWhatsapp")));
        Assert.All(answers, answer => Assert.NotNull(answer.Body["decision"]));
        Assert.Equal(Clients, answers.Select(answer => answer.Body.Text("receipt_id")).Distinct().Count());
        Assert.Equal(Clients, answers.Select(answer => answer.Body.Text("request_id")).Distinct().Count());
        var results = await cluster.Ledger.ResultsAsync();
        Assert.All(answers, answer => Assert.Equal(1, results[answer.Body.Text("filename")]));
        Assert.Equal(before + Clients, results.Count);
    }

    // Like a bot: the id of the message is the key, and a request without a result is repeated.
    private static async Task<ApiResponse> ReadAsync(Api door, Upload upload)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        var key = Guid.NewGuid().ToString();
        while (true)
        {
            var (answer, _) = await door.ReadAsync(upload, "wait=120", key);
            if (answer.Status == HttpStatusCode.OK)
            {
                return answer;
            }

            Assert.True(answer.Status is HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, $"{answer.Status}: {answer.Body}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), timeout.Token);
        }
    }
}
