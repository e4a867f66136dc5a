using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Projection;

/// <summary>Adds the rows of receipts whose results were stored by a release without such rows, or by a replica of it during an update.</summary>
internal sealed class ReceiptBackfill(IDbContextFactory<ResultsDbContext> contexts, DrawBook draws, TimeProvider time, ILogger<ReceiptBackfill> logger) : BackgroundService
{
    private const int Chunk = 100;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Adds missing rows; returns their number.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (after, added) = (0L, 0);
        while (true)
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await database.Results.AsNoTracking()
                .Where(row => row.Id > after && !database.Receipts.Any(receipt => receipt.ReceiptId == row.ReceiptId))
                .OrderBy(row => row.Id).Take(Chunk).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                added += await TryAddAsync(row, cancellationToken) ? 1 : 0;
                after = row.Id;
            }

            if (rows.Count < Chunk)
            {
                return added;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next start continues.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await RunAsync(cancellationToken) is > 0 and var count)
            {
                Log.ReceiptsAdded(logger, count);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SweepFailed(logger, exception);
        }
    }

    private async Task<bool> TryAddAsync(ResultRow row, CancellationToken cancellationToken)
    {
        var document = JsonSerializer.Deserialize<ResultDocument>(row.Document, OcrJson.Options)!;
        var entry = JsonSerializer.Deserialize<ConsolidatedEntry>(row.Consolidated, OcrJson.Options)!;
        var sender = document.Whatsapp;
        var receipt = ReceiptProjection.New(row, sender.DrawDate, sender.DrawNumber, sender.WhatsappId, sender.SenderName, sender.SentAt);
        ReceiptProjection.Apply(receipt, row, ReadValues.Of(document, entry), document.Decision);
        await draws.NoteAsync(row.Tenant, receipt.DrawDate, receipt.DrawNumber, cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        database.Receipts.Add(receipt);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Another replica added it.
            return false;
        }
    }
}
