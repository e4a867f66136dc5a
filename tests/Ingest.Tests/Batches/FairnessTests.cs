using Ocr.Contracts;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

/// <summary>Order in which the receipts of different senders reach the workers.</summary>
public sealed class FairnessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_receipt_behind_forty_costly_ones_of_another_key_is_among_the_next()
    {
        await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] });
        await app.UploadAsync(40, _ => TestImages.Costly(), owner: "key-1");
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => app.Worker.Commands.Count >= 5);
        var mine = (await app.UploadAsync(1, owner: "key-2")).Single();
        await app.ProcessAsync(respondAsync: true);

        // The workers have only a few receipts, which cannot be reordered.
        Assert.InRange(app.Worker.Commands.Count, 5, 6);
        await RespondUntilAsync(app, commands => commands.Any(command => command.Receipt.StoredName == mine));

        Assert.InRange(app.Worker.Commands.ToList().FindIndex(command => command.Receipt.StoredName == mine), 0, 6);
    }

    [Fact]
    public async Task Owners_take_turns_by_what_their_receipts_cost()
    {
        await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }, settings: ("MAX_IN_FLIGHT", "1"));
        await app.UploadAsync(30, owner: "key-1");
        await app.ProcessAsync(respondAsync: true);
        await app.UploadAsync(30, owner: "key-2");
        await app.ProcessAsync(respondAsync: true);

        await RespondUntilAsync(app, commands => commands.Count == 60);

        // After the first few, which were sent before the second sender, each sender has half of the turns.
        var owners = app.Worker.Commands.Select(command => command.Batch.RequestId).Skip(4).Take(40).ToArray();
        Assert.InRange(owners.Count(owner => owner == owners[0]), 18, 22);
    }

    [Fact]
    public async Task An_owner_of_weight_three_gets_three_times_the_turns_of_another()
    {
        await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }, settings: ("MAX_IN_FLIGHT", "1"));
        await app.UploadAsync(40, owner: "key-1");
        await app.ProcessAsync(respondAsync: true);
        await app.UploadAsync(40, owner: "key-3", weight: 3);
        var heavy = (string)(await app.ProcessAsync(respondAsync: true))["request_id"]!;

        await RespondUntilAsync(app, commands => commands.Count == 80);

        var turns = app.Worker.Commands.Select(command => command.Batch.RequestId == heavy).Skip(4).Take(40).ToArray();
        Assert.InRange(turns.Count(isHeavy => isHeavy), 28, 32);
    }

    [Fact]
    public async Task Cheap_receipts_of_an_owner_are_sent_before_its_costly_ones_which_are_sent_too()
    {
        await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] }, settings: ("MAX_IN_FLIGHT", "1"));
        await app.UploadAsync(10, index => index < 5 ? TestImages.Costly() : TestImages.Unique(), owner: "key-1");
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => app.Worker.Commands.Count == 1);
        await app.UploadAsync(40, owner: "key-1");
        await app.ProcessAsync(respondAsync: true);

        await RespondUntilAsync(app, commands => commands.Count == 50);

        var positions = app.Worker.Commands.Select((command, place) => (Costly: command.Batch is { Size: 10, Position: <= 5 }, place)).ToArray();
        Assert.All(positions.Take(5), item => Assert.False(item.Costly));
        Assert.InRange(positions.First(item => item.Costly).place, 5, 30);
    }

    [Fact]
    public async Task A_costly_image_is_not_read_ahead()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(2, index => index == 0 ? TestImages.Costly() : TestImages.Unique());
        await Probe.UntilAsync(() => !app.Worker.Uploads.IsEmpty);
        Assert.Equal((await app.RowsAsync())[1].StoredName, Assert.Single(app.Worker.Uploads).Receipt.StoredName);
    }

    [Fact]
    public async Task An_image_that_is_sent_again_is_read_ahead_once()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var image = TestImages.Unique();
        await app.UploadAsync(2, _ => image);
        await app.UploadAsync(1, _ => image);
        var last = await app.UploadAsync(1);
        await Probe.UntilAsync(() => app.Worker.Uploads.Any(upload => upload.Receipt.StoredName == last[0]));
        Assert.Equal(2, app.Worker.Uploads.Count);
    }

    private static async Task RespondUntilAsync(IngestApp app, Func<IReadOnlyList<RecognizeReceipt>, bool> reached)
    {
        var bus = (MassTransit.IBus)app.Services.GetService(typeof(MassTransit.IBus))!;
        var answered = 0;
        await Probe.UntilAsync(
            () => Task.FromResult(reached([.. app.Worker.Commands])),
            async () =>
            {
                foreach (var command in app.Worker.Commands.Skip(answered).Take(1))
                {
                    answered++;
                    await bus.Publish(ScriptedWorker.Read(command));
                }

                await Task.Delay(10);
            });
    }
}
