using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

/// <summary>Events of several receipts that one statement marks as final (docs/adr/0028).</summary>
public sealed class FinalMarkerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_receipt_gets_its_own_outcome_once()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        app.Worker.Script = _ => [];
        await app.UploadAsync(6);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => app.Worker.Commands.Count == 6);
        var marker = app.Services.GetRequiredService<FinalMarker>();
        var commands = app.Worker.Commands.OrderBy(command => command.Batch.Position).ToArray();
        ReceiptProcessed[] events =
        [
            .. commands.Select(command => ScriptedWorker.Read(command, succeeded: command.Batch.Position != 3) with { WordCount = command.Batch.Position }),
            ScriptedWorker.Read(commands[0], succeeded: false),
            ScriptedWorker.Read(commands[1]) with { RequestId = "BATCH_20200101_000000_000" },
        ];
        await Task.WhenAll(events.Select(item => marker.MarkAsync(item, CancellationToken.None)));
        await marker.MarkAsync(ScriptedWorker.Read(commands[4], succeeded: false), CancellationToken.None);

        var rows = (await app.RowsAsync()).OrderBy(row => row.Position).ToArray();
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Select(row => row.Outcome.WordCount));
        Assert.Equal([3], rows.Where(row => row.State == ReceiptState.Failed).Select(row => row.Position));
        Assert.Equal([FailureReasons.ImageUnreadable], rows.Select(row => row.Outcome.ReasonCode).OfType<string>());
        Assert.All(rows, row => Assert.Equal((true, null, 0.94), (row.FinalAt is not null, row.LeaseUntil, row.Outcome.ConfidenceAverage)));
        Assert.All(rows.Zip(commands), pair => Assert.EndsWith($"{pair.Second.Receipt.StoredName}.json", pair.First.Outcome.ResultFile));
    }
}
