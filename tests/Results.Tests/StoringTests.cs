using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Storing;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class StoringTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_redelivered_reading_is_stored_once()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var messages = Enumerable.Range(0, 60).Select(index => Messages.Read(position: (index % 3) + 1, size: 3));
        await Task.WhenAll(messages.Select(app.PublishAsync));
        // Every delivery publishes the stored result again, in case the first event was lost.
        await Probe.UntilAsync(() => app.Published.Count >= 60);
        Assert.Equal([1, 2, 3], (await app.RowsAsync()).Select(row => row.Position).Order());
        Assert.Equal(3, app.Published.DistinctBy(told => JsonSerializer.Serialize(told)).Count());
    }

    [Fact]
    public async Task The_first_outcome_stays_whatever_comes_later()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Failed());
        await app.StoreAsync(Messages.Read());
        Assert.False(Assert.Single(await app.RowsAsync()).Succeeded);
        Assert.All(app.Published, told => Assert.Equal((false, "IMAGE_UNREADABLE"), (told.Succeeded, told.ReasonCode)));
    }

    [Fact]
    public async Task The_published_event_equals_the_stored_row()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var told = app.Published.Single();
        var row = Assert.Single(await app.RowsAsync());
        Assert.Equal($"{Messages.Batch}_20250711-A--123456@lid_Juan_14-30.png.json", told.ResultFile);
        Assert.Equal((true, 3, 21), (told.Succeeded, told.WordCount, told.TextLength));
        Assert.Equal(0.94, told.ConfidenceAverage, 3);
        Assert.Equal(JsonSerializer.Serialize(row.ToEvent(Messages.Read().Batch.Size)), JsonSerializer.Serialize(told));
    }

    [Fact]
    public async Task The_event_of_a_result_holds_it_in_short()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var summary = app.Published.Single().Summary!;
        var document = JsonNode.Parse(Assert.Single(await app.RowsAsync()).Document)!;

        Assert.Equal((Tenants.Default, Messages.Read().Batch.Size), (summary.Tenant, summary.BatchSize));
        Assert.Equal((string)document["filename"]!, summary.StoredName);
        Assert.Equal(FieldKeys.All, summary.Fields.Keys);
        Assert.All(summary.Fields, field => Assert.Equal((string)document["extracted_fields"]![field.Key]!, field.Value));
        Assert.Contains(summary.Fields.Values, value => value.Length > 0);
        Assert.Equal((string)document["decision"]!["valor"]!, summary.Verdict);
        Assert.Equal((string)document["metadata_whatsapp"]!["nombre"]!, summary.Metadata.SenderName);
        Assert.Null(summary.DuplicateOf);
    }

    [Fact]
    public async Task The_event_of_a_duplicate_names_the_earlier_receipt_and_that_of_an_error_has_no_fields()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var again = Messages.Read();
        again = again with { Receipt = again.Receipt with { ReceiptId = Guid.NewGuid(), StoredName = "otra.png" }, Batch = again.Batch with { Position = 2 } };
        await app.StoreAsync(again);
        var duplicate = app.Published.Single(told => told.ReceiptId == again.Receipt.ReceiptId).Summary!.DuplicateOf!;
        Assert.Equal((Messages.Read().Receipt.StoredName, Messages.Batch, "MISMA_IMAGEN"), (duplicate.StoredName, duplicate.RequestId, duplicate.Code));

        var failed = Messages.Failed();
        failed = failed with { Receipt = failed.Receipt with { ReceiptId = Guid.NewGuid(), StoredName = "rota.png", Sha256 = new string('b', 64) } };
        await app.StoreAsync(failed);
        var summary = app.Published.Single(told => told.ReceiptId == failed.Receipt.ReceiptId).Summary!;
        Assert.Empty(summary.Fields);
        Assert.Equal((Verdicts.Review, "SIN_LECTURA"), (summary.Verdict, summary.Reasons[0].Code));
    }

    [Fact]
    public async Task A_result_marked_as_a_duplicate_after_its_event_is_published_again()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        // The second receipt is read first, so its event contains no duplicate.
        var later = Messages.Payment(2, position: 2, size: 2);
        await app.StoreAsync(later);
        await Probe.UntilAsync(async () => (await app.RowsAsync())[0].Published);
        Assert.Null(app.Published.Single().Summary!.DuplicateOf);

        await app.StoreAsync(Messages.Payment(1, position: 1, size: 2));

        await Probe.UntilAsync(() => app.Published.Any(told => told.ReceiptId == later.Receipt.ReceiptId && told.Summary!.DuplicateOf is not null));
        var told = app.Published.Last(told => told.ReceiptId == later.Receipt.ReceiptId).Summary!.DuplicateOf!;
        Assert.Equal(("recibo-1.png", "MISMA_REFERENCIA"), (told.StoredName, told.Code));
        await Probe.UntilAsync(async () => (await app.RowsAsync()).All(row => row.Published));
    }

    [Fact]
    public async Task The_confirmation_of_an_event_does_not_hide_a_later_mark()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time);
        var store = app.Services.GetRequiredService<ResultStore>();
        // Stored and published, but not yet confirmed.
        var stored = (await store.StoreAsync(CompletedReceipt.Of(Messages.Payment(2, position: 2, size: 2)), CancellationToken.None))!;
        await store.StoreAsync(CompletedReceipt.Of(Messages.Payment(1, position: 1, size: 2)), CancellationToken.None);

        await store.MarkPublishedAsync(stored.Id, stored.Event, CancellationToken.None);

        Assert.Equal([false, false], (await app.RowsAsync()).Select(row => row.Published));
    }

    [Fact]
    public async Task A_start_with_the_in_memory_transport_publishes_recent_results_again()
    {
        await using (var app = await ResultsApp.StartAsync(_folder))
        {
            await app.StoreAsync(Messages.Read());
            await Probe.UntilAsync(async () => (await app.RowsAsync())[0].Published);
        }

        await using var again = await ResultsApp.StartAsync(_folder, new FakeTimeProvider(DateTimeOffset.MaxValue.AddYears(-1)));
        await Probe.UntilAsync(() => again.Published.Count == 1);
    }

    [Fact]
    public async Task A_result_whose_event_was_lost_is_published_by_the_loop()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time);
        // Stored as by a consumer that crashed before it published.
        await app.Services.GetRequiredService<ResultStore>().StoreAsync(CompletedReceipt.Of(Messages.Read()), CancellationToken.None);
        Assert.Empty(app.Published);
        await Probe.UntilAsync(() => Task.FromResult(app.Published.Count == 1), () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });
        await Probe.UntilAsync(async () => (await app.RowsAsync())[0].Published);
    }

    [Fact]
    public async Task A_batch_whose_last_result_was_stored_before_a_crash_is_finished_by_the_loop()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time);
        await app.Services.GetRequiredService<ResultStore>().StoreAsync(CompletedReceipt.Of(Messages.Read()), CancellationToken.None);
        var contexts = app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>();
        await using var database = await contexts.CreateDbContextAsync();
        // Simulates a database that became unavailable between the two.
        await database.Batches.ExecuteUpdateAsync(batch => batch.SetProperty(row => row.FinishedAt, (DateTimeOffset?)null));

        await Probe.UntilAsync(async () => (await database.Batches.AsNoTracking().SingleAsync()).FinishedAt is not null, () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void The_size_in_a_document_is_its_own()
    {
        for (var words = 0; words < 40; words++)
        {
            var message = Messages.Read();
            message = message with { Text = message.Text with { Words = [.. Enumerable.Repeat(new WordBox("ñandú", 1, 0, 0, 9, 9), words)] } };
            var (json, bytes) = DocumentWriter.Write(CompletedReceipt.Of(message), Messages.Opened, DuplicateMarks.None(CompletedReceipt.Of(message)));
            Assert.Equal(Encoding.UTF8.GetByteCount(json), bytes);
            Assert.Equal(bytes, (int?)JsonNode.Parse(json)!["info_guardado"]!["size_bytes"]);
        }
    }
}
