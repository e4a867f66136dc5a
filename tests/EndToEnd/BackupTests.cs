using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>A backup during uploads and reading restores everything that was accepted before it.</summary>
public sealed class BackupTests : IDisposable
{
    private const int Count = 12;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr backup ");
    private readonly DirectoryInfo _other = Directory.CreateTempSubdirectory("ocr restored ");

    private string Backup => Path.Combine(_data.FullName, "backup.tar");

    public void Dispose()
    {
        _data.Delete(recursive: true);
        _other.Delete(recursive: true);
    }

    [Fact]
    public async Task Receipts_accepted_before_a_backup_under_load_have_one_result_after_the_restore()
    {
        string[] names;
        string requestId;
        await using (var process = await StandaloneProcess.StartAsync(_data.FullName, ("READ_AHEAD", "false"), ("OCR_PARALLELISM", "1")))
        {
            names = (await process.Api.UploadAsync(Receipts.Take(Count))).StoredNames();
            requestId = await process.Api.StartBatchAsync();
            using var stop = new CancellationTokenSource();
            var load = UploadUntilAsync(process.Api, stop.Token);
            await AssertEndsAsync(_data, "Backup: 3 databases", "backup", Backup);
            await stop.CancelAsync();
            Assert.True(await load > 0);
            await process.KillAsync();
        }

        await AssertEndsAsync(_other, "Restored: 3 databases", "restore", Backup);
        await AssertEndsAsync(_other, "0 rows without their image", "check-images");
        await using var restored = await StandaloneProcess.StartAsync(_other.FullName);
        var status = await restored.Api.FinishAsync(requestId, Timeout);
        Assert.Equal(("completed", Count, 0), (status.Text("status"), status.Count("files_done"), status.Count("files_with_errors")));
        foreach (var name in names)
        {
            await restored.Api.ResultAsync(requestId, name);
        }
    }

    [Fact]
    public async Task A_wrong_call_prints_the_usage()
    {
        var (output, exitCode) = await StandaloneCommand.RunAsync(_data.FullName, "backup");
        Assert.Equal(2, exitCode);
        Assert.Contains("Usage: backup FILE", output, StringComparison.Ordinal);
    }

    // Uploads of one receipt each; the next starts after the response.
    private static async Task<int> UploadUntilAsync(Api api, CancellationToken stop)
    {
        var sent = 0;
        while (!stop.IsCancellationRequested)
        {
            sent++;
            await api.UploadAsync(Receipts.Unique(Receipts.Truth[0].Key, 1000 + sent));
        }

        return sent;
    }

    private static async Task AssertEndsAsync(DirectoryInfo data, string report, params string[] arguments)
    {
        var (output, exitCode) = await StandaloneCommand.RunAsync(data.FullName, arguments);
        Assert.True(exitCode == 0, output);
        Assert.Contains(report, output, StringComparison.Ordinal);
    }
}
