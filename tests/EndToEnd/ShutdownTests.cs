using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>SIGTERM with a long queue: the process finishes what it is reading and leaves the rest to its next start.</summary>
public sealed class ShutdownTests : IDisposable
{
    private const int Batches = 4;
    private const int BatchSize = 50;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(8);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr shutdown ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_process_terminated_with_a_long_queue_stops_in_time_and_every_receipt_gets_one_result_later()
    {
        var names = new List<string>();
        var batches = new List<string>();
        await using (var process = await StandaloneProcess.StartAsync(_data.FullName))
        {
            for (var batch = 0; batch < Batches; batch++)
            {
                names.AddRange((await process.Api.UploadAsync(Unique(batch * BatchSize))).StoredNames());
                batches.Add(await process.Api.StartBatchAsync());
            }

            var (exitCode, took) = await process.TerminateAsync(Timeout);
            Assert.Equal(0, exitCode);
            Assert.True(took < Limit, $"It took {took} to go.\n{process.Log}");
        }

        await using var restarted = await StandaloneProcess.StartAsync(_data.FullName);
        var stored = new List<string>();
        foreach (var batch in batches)
        {
            var status = await restarted.Api.FinishAsync(batch, Timeout);
            Assert.Equal(("completed", BatchSize, 0), (status.Text("status"), status.Count("files_done"), status.Count("files_with_errors")));
            stored.AddRange(status.List("results").Select(result => result.Text("filename")));
        }

        Assert.Equal(names.Order(), stored.Order());
    }

    private static Upload[] Unique(int first) =>
    [
        .. Enumerable.Range(first, BatchSize).Select(index => Receipts.Unique(Receipts.Truth[index % Receipts.Truth.Count].Key, index + 1)),
    ];
}
