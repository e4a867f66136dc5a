using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Rereads;

/// <summary>Opens batches that read receipts again.</summary>
internal sealed class RereadOpener(IDbContextFactory<IngestDbContext> contexts, BatchOpener opener)
{
    /// <summary>Opens a batch that reads receipts again.</summary>
    /// <exception cref="ServiceDefaults.Errors.ApiException">404 or 409: there is nothing to read, or it is not possible now.</exception>
    public async Task<BatchRow> OpenAsync(RereadRequest request, TenantScope scope, CancellationToken cancellationToken) =>
        (await opener.OpenAsync(() => ClaimAsync(request, scope, cancellationToken)))!;

    private async Task<(BatchRow? Batch, bool IsNew)> ClaimAsync(RereadRequest request, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (rows, profile) = await RereadRows.MakeAsync(database, request, scope, cancellationToken);
        var batch = await opener.AddAsync(database, rows, new BatchOptions { Profile = request.Profile ?? profile }, cancellationToken);
        batch.RereadBy = request.Person;
        database.Receipts.AddRange(rows);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (batch, true);
    }
}
