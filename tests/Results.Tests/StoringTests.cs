using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class StoringTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task However_often_and_however_close_a_reading_comes_it_is_one_result()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var messages = Enumerable.Range(0, 60).Select(index => Messages.Read(position: (index % 3) + 1, size: 3));
        await Task.WhenAll(messages.Select(app.PublishAsync));
        // Every delivery tells of the stored result again, in case the first telling was lost.
        await Probe.UntilAsync(() => app.Published.Count >= 60);
        Assert.Equal([1, 2, 3], (await app.RowsAsync()).Select(row => row.Position).Order());
        Assert.Equal(3, app.Published.Distinct().Count());
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
    public async Task What_is_told_is_what_is_stored()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var told = app.Published.Single();
        var row = Assert.Single(await app.RowsAsync());
        Assert.Equal($"{Messages.Batch}_20250711-A--123456@lid_Juan_14-30.png.json", told.ResultFile);
        Assert.Equal((true, 3, 21), (told.Succeeded, told.WordCount, told.TextLength));
        Assert.Equal(0.94, told.ConfidenceAverage, 3);
        Assert.Equal(row.ToEvent(), told);
    }

    [Fact]
    public async Task A_result_whose_telling_was_lost_is_told_by_the_loop()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time);
        // Stored as by a consumer that died before it published.
        await app.Services.GetRequiredService<ResultStore>().StoreAsync(Reading.Of(Messages.Read()), CancellationToken.None);
        Assert.Empty(app.Published);
        await Probe.UntilAsync(() => Task.FromResult(app.Published.Count == 1), () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });
        await Probe.UntilAsync(async () => (await app.RowsAsync())[0].Announced);
    }

    [Fact]
    public async Task A_batch_whose_last_result_was_stored_and_no_more_is_finished_by_the_loop()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time);
        await app.Services.GetRequiredService<ResultStore>().StoreAsync(Reading.Of(Messages.Read()), CancellationToken.None);
        var contexts = app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>();
        await using var database = await contexts.CreateDbContextAsync();
        // As when the database went away between the two.
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
            var (json, bytes) = DocumentWriter.Write(Reading.Of(message), Messages.Opened, Marks.None(Reading.Of(message)));
            Assert.Equal(Encoding.UTF8.GetByteCount(json), bytes);
            Assert.Equal(bytes, (int?)JsonNode.Parse(json)!["info_guardado"]!["size_bytes"]);
        }
    }
}
