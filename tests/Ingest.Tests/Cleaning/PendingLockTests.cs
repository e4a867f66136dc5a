using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Cleaning;

/// <summary>A cleaning concurrent with transactions that have locked the rows to remove.</summary>
public sealed class PendingLockTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pending_receipt_that_another_transaction_has_locked_is_removed_too()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder, settings: ("SWEEP_SECONDS", "60"));
        await app.UploadAsync(1);
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        await using var locking = await database.Database.BeginTransactionAsync();
        await database.LockAsync([(await app.RowsAsync()).Single().Id], CancellationToken.None);

        var cleaning = app.CleanAsync(new { force_clean = true });
        await Task.WhenAny(cleaning, Task.Delay(TimeSpan.FromSeconds(1)));
        await locking.CommitAsync();

        Assert.Equal(1, (int)(await cleaning)["cleanup_summary"]!["files_removed"]!);
        Assert.Empty(await app.RowsAsync());
    }
}
