using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

public sealed class LeaseTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 7, 11, 14, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_receipt_without_a_result_is_sent_again_after_its_lease_and_given_up_at_last()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartAsync(_folder, worker, _time, ("LEASE_SECONDS", "100"), ("MAX_ATTEMPTS", "3"));
        await app.UploadAsync(1);
        await app.ProcessAsync(respondAsync: true);

        // 100 s, then 200 s, then 400 s: each lease twice as long as the one before.
        await Probe.UntilAsync(() => worker.Commands.Count == 1);
        Assert.Equal(_time.GetUtcNow().AddSeconds(100), (await app.RowsAsync())[0].LeaseUntil);
        await PassAsync(99, app, sent: 1);
        await PassAsync(2, app, sent: 2);
        await PassAsync(201, app, sent: 3);
        Assert.Empty(worker.Failures);
        await PassAsync(401, app, sent: 3);
        await Probe.UntilAsync(() => worker.Failures.Count == 1);

        Assert.Equal([1, 2, 3], worker.Commands.Select(command => command.Attempt));
        var failure = worker.Failures.Single();
        Assert.Equal(FailureReasons.AttemptsExhausted, failure.ReasonCode);
        // Not final before Results says so; until then the failure is said again.
        Assert.Equal(ReceiptState.Processing, (await app.RowsAsync())[0].State);
        await PassAsync(401, app, sent: 3);
        await Probe.UntilAsync(() => worker.Failures.Count == 2);
    }

    [Fact]
    public async Task A_result_delivered_twice_counts_once_and_the_first_stays()
    {
        var worker = new ScriptedWorker
        {
            Script = command => [ScriptedWorker.Read(command), ScriptedWorker.Read(command, succeeded: false), ScriptedWorker.Read(command)],
        };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(5);
        var answer = await app.ProcessAsync();
        Assert.Equal(5, (int)answer["processing_summary"]!["files_found"]!);
        Assert.Equal(5, answer["results"]!.AsArray().Count);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).All(row => row.State != ReceiptState.Processing));
    }

    [Fact]
    public async Task What_was_in_flight_when_the_process_ended_is_sent_again_at_the_next_start()
    {
        string requestId;
        await using (var first = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }))
        {
            await first.UploadAsync(4);
            requestId = (string)(await first.ProcessAsync(respondAsync: true))["request_id"]!;
            await Probe.UntilAsync(() => first.Worker.Commands.Count == 4);
        }

        await using var second = await IngestApp.StartAsync(_folder);
        await Probe.UntilAsync(async () => (string?)(await second.GetAsync($"/api/ocr/status/{requestId}"))["status"] == "completed");
        Assert.Equal([2, 2, 2, 2], second.Worker.Commands.Select(command => command.Attempt));
    }

    [Fact]
    public async Task No_more_receipts_are_with_the_workers_than_allowed()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartAsync(_folder, worker, settings: ("MAX_IN_FLIGHT", "3"));
        await app.UploadAsync(7);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => worker.Commands.Count == 3);
        // The answers make room; what was sent before is a duplicate the second time.
        await worker.AnswerAsync(app);
        await Probe.UntilAsync(() => worker.Commands.Count == 6);
        await worker.AnswerAsync(app);
        await Probe.UntilAsync(() => worker.Commands.Count == 7);
        Assert.Equal(7, worker.Commands.Select(command => command.Receipt.ReceiptId).Distinct().Count());
    }

    private async Task PassAsync(int seconds, IngestApp app, int sent)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        // The loop looks once a second of this clock; several looks prove that nothing more is sent.
        for (var look = 0; look < 5; look++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Delay(20);
        }

        await Probe.UntilAsync(() => app.Worker.Commands.Count >= sent);
        Assert.Equal(sent, app.Worker.Commands.Count);
    }
}
