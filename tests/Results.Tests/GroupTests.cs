using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Storing;
using Ocr.Testing;

namespace Ocr.Results.Tests;

/// <summary>Results that are stored in one transaction (docs/adr/0028).</summary>
public sealed class GroupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Three batches of eight: repeated images, repeated references, references that differ in a digit, and unique payments.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Stored_together_or_one_after_the_other_results_are_marked_alike(int seed)
    {
        var messages = Batches(new Random(seed));
        using var other = new TempFolder();
        await using var together = await ResultsApp.StartAsync(_folder, new FakeTimeProvider(Messages.Opened));
        await using var alone = await ResultsApp.StartAsync(other, new FakeTimeProvider(Messages.Opened));
        await Task.WhenAll(messages.Select(message => StoreAsync(together, message)));
        foreach (var message in messages)
        {
            await StoreAsync(alone, message);
        }

        Assert.Equal(await SummaryAsync(alone), await SummaryAsync(together));
        Assert.True((await alone.RowsAsync()).Select(row => row.Duplicate).Distinct().Count() > 2);
        Assert.Equal(await BooksAsync(alone), await BooksAsync(together));
    }

    [Fact]
    public async Task A_result_that_cannot_be_stored_fails_alone()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        // Two uploads with one name, which Ingest never creates: their result files would collide.
        var messages = Enumerable.Range(1, 20).Select(number => Messages.Payment(number, position: number, size: 20)).ToArray();
        messages[11] = messages[11] with { Receipt = messages[11].Receipt with { StoredName = messages[4].Receipt.StoredName } };
        var storing = messages.Select(message => StoreAsync(app, message)).ToArray();
        await Assert.ThrowsAsync<DbUpdateException>(() => Task.WhenAll(storing));

        Assert.Equal([11], storing.Index().Where(task => task.Item.IsFaulted).Select(task => task.Index));
        Assert.Equal(19, (await app.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_batch_is_finished_with_its_last_result()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var messages = Enumerable.Range(1, 12).Select(number => Messages.Payment(number, position: number, size: 12)).ToArray();
        await Task.WhenAll(messages[..11].Select(message => StoreAsync(app, message)));
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        Assert.Null((await database.Batches.AsNoTracking().SingleAsync()).FinishedAt);
        await StoreAsync(app, messages[11]);
        Assert.NotNull((await database.Batches.AsNoTracking().SingleAsync()).FinishedAt);
    }

    private static FieldsExtracted[] Batches(Random random)
    {
        const int Size = 8;
        return [.. Enumerable.Range(0, 3 * Size).OrderBy(_ => random.Next()).Select(index => Messages.Payment(
            index,
            $"B{index / Size}",
            (index % Size) + 1,
            Size,
            image: random.Next(20),
            fields: [(FieldKeys.Referencia, Messages.Field($"0030393{random.Next(3)}7{random.Next(3)}44")), (FieldKeys.Monto, Messages.Field(random.Next(2) == 0 ? "104.54" : "20.00"))]))];
    }

    private static Task<StoredResult?> StoreAsync(ResultsApp app, FieldsExtracted message) =>
        app.Services.GetRequiredService<ResultStore>().StoreAsync(CompletedReceipt.Of(message), CancellationToken.None);

    private static async Task<IEnumerable<string>> SummaryAsync(ResultsApp app) => (await app.RowsAsync()).OrderBy(row => row.StoredName)
        .Select(row => $"{row.RequestId} {row.StoredName} {row.Duplicate} {row.DuplicateOf} {row.DocumentBytes} {row.Document} {row.Consolidated} {row.Listing}");

    private static async Task<IEnumerable<string>> BooksAsync(ResultsApp app)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        var claims = await database.Claims.AsNoTracking().ToListAsync();
        var payments = await database.Payments.AsNoTracking().ToListAsync();
        return [.. claims.Select(claim => $"{claim.Key} {claim.StoredName} {claim.Position}").Concat(payments.Select(payment => $"{payment.StoredName} {payment.Reference}")).Order()];
    }
}
