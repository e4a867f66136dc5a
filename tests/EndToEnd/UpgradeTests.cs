using System.Diagnostics;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>
/// This release on the data of an earlier one: <c>tests/assets/upgrade/data.tar.gz</c>, made by <c>make.sh</c> there. It has a finished batch of
/// three receipts, a batch of two that was not read before the process was killed, and one receipt in no batch.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr upgrade ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Receipts_of_an_earlier_release_keep_their_results_and_unread_ones_get_theirs()
    {
        await UnpackAsync();
        await using var process = await StandaloneProcess.StartAsync(_data.FullName);
        var batches = await Probe.UntilAsync(() => BatchesAsync(process.Api), found => found.Length == 2, Timeout);

        var finished = await process.Api.FinishAsync(batches[0], Timeout);
        Assert.Equal((3, 0), (finished.Count("files_done"), finished.Count("files_with_errors")));
        var interrupted = await process.Api.FinishAsync(batches[1], Timeout);
        Assert.Equal((2, 0), (interrupted.Count("files_done"), interrupted.Count("files_with_errors")));

        var pending = await process.Api.ProcessAsync();
        Assert.Single(pending.Body.List("results"));

        var found = (await process.Api.GetAsync("/api/receipts")).List("receipts").ToArray();
        Assert.Equal(6, found.Select(receipt => receipt.Text("receipt_id")).Distinct().Count());
    }

    private static async Task<string[]> BatchesAsync(Api api) =>
        [.. (await api.GetAsync("/api/batches/history")).List("batches").Select(batch => batch.Text("request_id")).Order(StringComparer.Ordinal)];

    private async Task UnpackAsync()
    {
        using var tar = Process.Start("tar", ["-xzf", Path.Combine(Repository.Root, "tests", "assets", "upgrade", "data.tar.gz"), "-C", _data.FullName]);
        await tar.WaitForExitAsync();
        Assert.Equal(0, tar.ExitCode);
    }
}
