using Microsoft.Extensions.DependencyInjection;
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
        await using var app = await IngestApp.StartAsync(_folder, worker, _time, ("LEASE_SECONDS", "1000"), ("MAX_ATTEMPTS", "3"));
        await app.UploadAsync(1);
        await app.ProcessAsync(respondAsync: true);

        // 1000 s, then 2000 s, then 4000 s: each lease twice as long as the one before.
        await Probe.UntilAsync(() => worker.Commands.Count == 1);
        Assert.Equal(_time.GetUtcNow().AddSeconds(1000), (await app.RowsAsync())[0].LeaseUntil);
        await PassAsync(980);
        Assert.Single(worker.Commands);
        await PassAsync(20, () => worker.Commands.Count == 2);
        await PassAsync(1900);
        Assert.Equal(2, worker.Commands.Count);
        await PassAsync(2000, () => worker.Commands.Count == 3);
        await PassAsync(4000, () => worker.Failures.Count == 1);

        Assert.Equal([1, 2, 3], worker.Commands.Select(command => command.Attempt));
        Assert.Equal(FailureReasons.AttemptsExhausted, worker.Failures.Single().ReasonCode);
        // Not final before Results says so; until then the failure is said again.
        Assert.Equal(ReceiptState.Processing, (await app.RowsAsync())[0].State);
        await PassAsync(4000, () => worker.Failures.Count == 2);
        Assert.Equal(3, worker.Commands.Count);
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
        Assert.Equal(4, second.Worker.Commands.Count);
    }

    [Fact]
    public async Task However_often_the_process_ends_no_receipt_is_blamed_for_the_others()
    {
        var requestId = "";
        // All three at once, twice; then one by one, since one of them may be what ends the process. Only that one pays.
        foreach (var sent in (int[])[3, 3, 1])
        {
            await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }, settings: ("MAX_ATTEMPTS", "2"));
            if (requestId.Length == 0)
            {
                await app.UploadAsync(3);
                requestId = (string)(await app.ProcessAsync(respondAsync: true))["request_id"]!;
            }

            await Probe.UntilAsync(() => app.Worker.Commands.Count == sent);
        }

        await using var last = await IngestApp.StartAsync(_folder, settings: ("MAX_ATTEMPTS", "2"));
        await Probe.UntilAsync(async () => (string?)(await last.GetAsync($"/api/ocr/status/{requestId}"))["status"] == "completed");
        Assert.Empty(last.Worker.Failures);
    }

    [Fact]
    public async Task A_receipt_that_ends_the_process_is_given_up_and_its_neighbours_are_read()
    {
        var given = 0;
        for (var start = 0; start < 20 && given == 0; start++)
        {
            var worker = new ScriptedWorker();
            var ended = false;
            worker.Script = command =>
            {
                // From the poisoned one on this process does nothing any more.
                ended |= command.Batch.Position == 3;
                return ended ? [] : [ScriptedWorker.Read(command)];
            };
            await using var app = await IngestApp.StartAsync(_folder, worker, settings: ("MAX_ATTEMPTS", "2"));
            if (start == 0)
            {
                await app.UploadAsync(6);
                await app.ProcessAsync(respondAsync: true);
            }

            await Probe.UntilAsync(() => ended || !worker.Failures.IsEmpty);
            given = worker.Failures.Count;
            if (given > 0)
            {
                Assert.Equal(3, worker.Failures.Single().Batch.Position);
                await AnswerFailureAsync(app);
                await Probe.UntilAsync(async () => (await app.RowsAsync()).All(row => row.State != ReceiptState.Processing));
                Assert.Equal([3], (await app.RowsAsync()).Where(row => row.State == ReceiptState.Failed).Select(row => row.Position));
            }
        }

        Assert.Equal(1, given);
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

    // What Results does with a failure.
    private static Task AnswerFailureAsync(IngestApp app)
    {
        var failure = app.Worker.Failures.Single();
        var command = new RecognizeReceipt { Batch = failure.Batch, Receipt = failure.Receipt, Attempt = 1 };
        return app.Services.GetRequiredService<MassTransit.IBus>().Publish(ScriptedWorker.Read(command, succeeded: false));
    }

    /// <summary>Lets time pass, and then second by second, as the loop looks, until the outcome, or for ten looks without one.</summary>
    private async Task PassAsync(int seconds, Func<bool>? outcome = null)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        for (var look = 0; outcome is null && look < 10; look++)
        {
            await LookAsync();
        }

        await Probe.UntilAsync(() => Task.FromResult(outcome?.Invoke() ?? true), LookAsync);
    }

    private async Task LookAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(20);
    }
}
