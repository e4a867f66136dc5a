using System.Security.Cryptography;
using System.Text;
using Ocr.Contracts;
using Ocr.Integration.Harness;

namespace Ocr.Integration;

/// <summary>Workers that are killed, stopped or added while receipts are read.</summary>
[Collection(SharedCluster.Name)]
public sealed class WorkerFaultTests(Cluster cluster) : IAsyncLifetime
{
    private const int Count = 30;
    private readonly Load _load = new(cluster);

    public Task InitializeAsync() => cluster.HealAsync();

    public Task DisposeAsync()
    {
        foreach (var worker in cluster.Workers)
        {
            worker.Images.Sniff = null;
        }

        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_worker_killed_during_inference_loses_nothing()
    {
        var sending = _load.SendAsync(Count);
        await _load.UntilFinalAsync(3);
        await cluster.Workers[0].Process.KillAsync();
        await cluster.Workers[1].Process.KillAsync();
        await sending;

        await _load.AssertExactlyOneResultEachAsync();
        Assert.Equal(1, await cluster.Ledger.MaxAttemptsAsync(_load.Accepted));
    }

    [Fact]
    public async Task Workers_terminated_under_load_finish_their_receipts_in_progress_and_the_remaining_worker_reads_the_rest()
    {
        var sending = _load.SendAsync(Count);
        await _load.UntilFinalAsync(3);
        var codes = await Task.WhenAll(cluster.Workers[0].Process.TerminateAsync(), cluster.Workers[1].Process.TerminateAsync());
        await sending;

        Assert.Equal([0, 0], codes);
        await _load.AssertExactlyOneResultEachAsync();
        Assert.Equal(1, await cluster.Ledger.MaxAttemptsAsync(_load.Accepted));
    }

    [Fact]
    public async Task An_image_that_crashes_every_worker_becomes_an_error_and_the_other_receipts_are_read()
    {
        var poison = Load.New(1)[0];
        foreach (var worker in cluster.Workers)
        {
            // The worker is killed when it requests the image: no handler runs, as after a crash in native code.
            var sha256 = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(poison.Content)));
            worker.Images.Sniff = packet => packet.Span.IndexOf(sha256) >= 0 ? worker.Process.KillAsync() : Task.CompletedTask;
        }

        using var over = new CancellationTokenSource();
        var orchestrator = RestartAsync(over.Token);
        await _load.SendAsync(cluster.Doors[0], [.. Load.New(4), poison, .. Load.New(4)]);
        await _load.AssertExactlyOneResultEachAsync(errors: 1);
        await over.CancelAsync();
        await orchestrator;

        var reason = Assert.Single(await cluster.Ledger.FinalAsync(), row => _load.Accepted.Contains(row.Key) && row.Value.Length > 0);
        Assert.Equal(FailureReasons.WorkerCrashed, reason.Value);
    }

    // Restarts workers like a Deployment.
    private async Task RestartAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await cluster.HealAsync();
            }
            catch (InvalidOperationException)
            {
                // The worker read the image and was killed before it was ready; it is started again.
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }
}
