using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Ingest.Batches;

/// <summary>
/// Runs the statements that send receipts, read a batch and mark receipts as final, without any receipt. Their compilation takes most of the time of the first receipt.
/// </summary>
internal sealed class BatchWarmUp(
    IDbContextFactory<IngestDbContext> contexts, Leases leases, Dispatcher dispatcher, FinalMarker marker, BatchWaiter waiter, ServiceClock clock, TimeProvider time)
    : IWarmUp
{
    // No row has it.
    private const string Unknown = "";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var database = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await BatchProgress.ReadAsync(database, Unknown, TenantScope.Of(Tenants.Default), cancellationToken);
            await leases.RehearseAsync(database, await clock.NowAsync(cancellationToken), cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
        }

        await dispatcher.RehearseAsync();
        try
        {
            var batch = new BatchRow { RequestId = Unknown, Size = 0, Profile = Unknown, IncludeCoordinates = false, OpenedAt = time.GetUtcNow() };
            await waiter.WaitAsync(batch, TimeSpan.Zero, cancellationToken);
        }
        catch (ApiException)
        {
            // The batch does not exist.
        }

        await marker.MarkAsync(
            new ReceiptProcessed { RequestId = Unknown, ReceiptId = Guid.NewGuid(), Succeeded = true, ResultFile = Unknown, StoredAt = time.GetUtcNow() }, cancellationToken);
    }
}
