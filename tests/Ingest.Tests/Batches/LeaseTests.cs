using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

public sealed class LeaseTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 7, 11, 14, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_lost_command_is_sent_again_after_its_lease_without_an_attempt()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await StartAsync(worker);
        await app.UploadAsync(1);
        await app.ProcessAsync(respondAsync: true);

        await Probe.UntilAsync(() => worker.Commands.Count == 1);
        Assert.Equal(_time.GetUtcNow().AddSeconds(1000), (await app.RowsAsync())[0].LeaseUntil);
        // A worker without receipts in progress and without results is idle: no receipt is in the queue.
        for (var sent = 2; sent <= 6; sent++)
        {
            await PassAsync(app, 1010, () => app.Beat(), () => worker.Commands.Count == sent);
        }

        Assert.Empty(worker.Failures);
        Assert.Equal(0, (await app.RowsAsync())[0].Errors);
    }

    [Fact]
    public async Task Waiting_in_a_queue_that_makes_progress_is_not_an_attempt()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await StartAsync(worker);
        await app.UploadAsync(2);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => worker.Commands.Count == 2);

        // Three hours, in which the workers process one receipt of others every ten minutes.
        var answered = 0;
        await PassAsync(app, 3 * 3600, () => app.Beat(answered++ / 10, Guid.NewGuid()));

        Assert.Equal(2, worker.Commands.Count);
        Assert.Empty(worker.Failures);
    }

    [Fact]
    public async Task The_lease_of_a_receipt_in_progress_is_renewed()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await StartAsync(worker);
        await app.UploadAsync(1);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => worker.Commands.Count == 1);

        var answered = 0;
        await PassAsync(app, 3 * 3600, () => app.Beat(answered += 100, worker.Commands.First().Receipt.ReceiptId));

        Assert.Single(worker.Commands);
    }

    [Fact]
    public async Task A_command_that_a_moving_queue_left_behind_is_sent_again()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await StartAsync(worker);
        await app.UploadAsync(1);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => worker.Commands.Count == 1);

        var answered = 0;
        await PassAsync(app, 3000, () => app.Beat(answered += 100, Guid.NewGuid()), () => worker.Commands.Count == 2);
    }

    [Fact]
    public async Task Without_any_worker_nothing_is_sent_twice()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await StartAsync(worker);
        await app.UploadAsync(1);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => worker.Commands.Count == 1);

        await PassAsync(app, 3 * 3600, () => { });

        Assert.Single(worker.Commands);
    }

    [Fact]
    public async Task Repeated_regular_stops_charge_no_attempt()
    {
        var requestId = "";
        for (var stop = 0; stop < 8; stop++)
        {
            await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }, settings: ("MAX_ATTEMPTS", "2"));
            if (requestId.Length == 0)
            {
                await app.UploadAsync(1);
                requestId = (string)(await app.ProcessAsync(respondAsync: true))["request_id"]!;
            }

            await Probe.UntilAsync(() => app.Worker.Commands.Count == 1);
        }

        await using var last = await IngestApp.StartAsync(_folder, settings: ("MAX_ATTEMPTS", "2"));
        await Probe.UntilAsync(async () => (string?)(await last.GetAsync($"/api/ocr/status/{requestId}"))["status"] == "completed");
        Assert.Equal((0, 0), ((await last.RowsAsync())[0].Crashes, (await last.RowsAsync())[0].Errors));
    }

    [Fact]
    public async Task A_result_delivered_twice_counts_once_and_the_first_stays()
    {
        var worker = new ScriptedWorker { Script = command => [ScriptedWorker.Read(command), ScriptedWorker.Read(command)] };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(5);
        var answer = await app.ProcessAsync();
        Assert.Equal(5, (int)answer["processing_summary"]!["files_found"]!);
        Assert.Equal(5, answer["results"]!.AsArray().Count);

        // All are final now. The same result with another outcome must not replace the first one.
        var marker = app.Services.GetRequiredService<FinalMarker>();
        await Task.WhenAll(worker.Commands.Select(command => marker.MarkAsync(ScriptedWorker.Read(command, succeeded: false), CancellationToken.None)));

        Assert.All(await app.RowsAsync(), row => Assert.Equal((ReceiptState.Processed, null, 25), (row.State, row.Outcome.ReasonCode, row.Outcome.WordCount)));
    }

    [Fact]
    public async Task Receipts_in_flight_when_the_process_ended_are_sent_again_at_the_next_start()
    {
        string requestId;
        await using (var first = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }))
        {
            await first.UploadAsync(4);
            requestId = (string)(await first.ProcessAsync(respondAsync: true))["request_id"]!;
            await Probe.UntilAsync(() => first.Worker.Commands.Count == 4);
            await first.KillAsync();
        }

        await using var second = await IngestApp.StartAsync(_folder);
        await Probe.UntilAsync(async () => (string?)(await second.GetAsync($"/api/ocr/status/{requestId}"))["status"] == "completed");
        Assert.Equal(4, second.Worker.Commands.Count);
    }

    [Fact]
    public async Task Repeated_crashes_charge_only_the_receipt_that_causes_them()
    {
        var requestId = "";
        // All three together, twice; then one by one, since one of them may cause the crash. Only that one is charged.
        foreach (var sent in (int[])[3, 3, 1])
        {
            await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }, settings: ("MAX_ATTEMPTS", "2"));
            if (requestId.Length == 0)
            {
                await app.UploadAsync(3);
                requestId = (string)(await app.ProcessAsync(respondAsync: true))["request_id"]!;
            }

            await Probe.UntilAsync(() => app.Worker.Commands.Count == sent);
            await app.KillAsync();
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
                // After the poisoned receipt this process does nothing more.
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
                await RespondWithFailureAsync(app);
                await Probe.UntilAsync(async () => (await app.RowsAsync()).All(row => row.State != ReceiptState.Processing));
                Assert.Equal([3], (await app.RowsAsync()).Where(row => row.State == ReceiptState.Failed).Select(row => row.Position));
            }

            await app.KillAsync();
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
        // The results free capacity; receipts that were sent before are duplicates the second time.
        await worker.RespondAsync(app);
        await Probe.UntilAsync(() => worker.Commands.Count == 6);
        await worker.RespondAsync(app);
        await Probe.UntilAsync(() => worker.Commands.Count == 7);
        Assert.Equal(7, worker.Commands.Select(command => command.Receipt.ReceiptId).Distinct().Count());
    }

    // Simulates the reaction of Results to a failure.
    private static Task RespondWithFailureAsync(IngestApp app)
    {
        var failure = app.Worker.Failures.Single();
        var command = new RecognizeReceipt { Batch = failure.Batch, Receipt = failure.Receipt, Attempt = 1 };
        return app.Services.GetRequiredService<MassTransit.IBus>().Publish(ScriptedWorker.Read(command, succeeded: false));
    }

    private Task<IngestApp> StartAsync(ScriptedWorker worker) =>
        IngestApp.StartAsync(_folder, worker, _time, ("LEASE_SECONDS", "1000"), ("MAX_ATTEMPTS", "3"), ("SWEEP_SECONDS", "60"));

    /// <summary>Advances the time minute by minute, with sweeps and heartbeats; until the outcome, if one is expected.</summary>
    private async Task PassAsync(IngestApp app, int seconds, Action beat, Func<bool>? outcome = null)
    {
        for (var passed = 0; passed < seconds && !(outcome?.Invoke() ?? false); passed += 60)
        {
            beat();
            _time.Advance(TimeSpan.FromSeconds(60));
            app.Services.GetRequiredService<DispatchTrigger>().Set();
            await (outcome is null ? UntilLeasesAreKeptAsync(app) : Task.Delay(50));
        }

        await Probe.UntilAsync(() => Task.FromResult(outcome?.Invoke() ?? true));
    }

    // A lease of 1000 s is renewed when 250 to 500 s are left. Without this wait a slow database lets it end before the loop could renew it.
    private Task UntilLeasesAreKeptAsync(IngestApp app) =>
        Probe.UntilAsync(async () => (await app.RowsAsync()).All(row => row.LeaseUntil > _time.GetUtcNow().AddSeconds(200)));
}
