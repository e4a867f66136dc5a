using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Consumers;

/// <summary>
/// Handles a message of a receipt that a service gave up: no result will arrive, so the lease is shortened. An error after recognition is charged to
/// the receipt when the system works; the worker itself reports images that it cannot read.
/// </summary>
internal sealed class ReceiptErrorConsumer(IDbContextFactory<IngestDbContext> contexts, ErrorAttribution attribution, ServiceClock clock, ILogger<ReceiptErrorConsumer> logger)
    : IHandler<GivenUp<RecognizeReceipt>>, IHandler<GivenUp<TextRecognized>>, IHandler<GivenUp<FieldsExtracted>>
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // Compared by name, because the error is from another process. An unavailable server is charged to no receipt.
    private static readonly string[] Outages =
        ["IOException", "SocketException", "HttpRequestException", "NpgsqlException", "SqliteException", "TimeoutException", "OperationCanceledException", "TaskCanceledException"];

    public Task HandleAsync(Delivery<GivenUp<RecognizeReceipt>> delivery) =>
        EndAsync(delivery.Message.Message.Batch, delivery.Message.Message.Receipt, countable: false, delivery.CancellationToken);

    public Task HandleAsync(Delivery<GivenUp<TextRecognized>> delivery) =>
        EndAsync(delivery.Message.Message.Batch, delivery.Message.Message.Receipt, !IsOutage(delivery.Message.Causes), delivery.CancellationToken);

    public Task HandleAsync(Delivery<GivenUp<FieldsExtracted>> delivery) =>
        EndAsync(delivery.Message.Message.Batch, delivery.Message.Message.Receipt, !IsOutage(delivery.Message.Causes), delivery.CancellationToken);

    private static bool IsOutage(IEnumerable<string> causes) =>
        causes.Any(cause => Outages.Any(outage => cause.EndsWith("." + outage, StringComparison.Ordinal)));

    private async Task EndAsync(BatchInfo batch, ReceiptInfo receipt, bool countable, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await database.Receipts.AsNoTracking().SingleOrDefaultAsync(
            item => item.ReceiptId == receipt.ReceiptId && item.RequestId == batch.RequestId && item.State == ReceiptState.Processing, cancellationToken);
        if (row is null)
        {
            return;
        }

        var errors = row.Errors + (countable && attribution.IsCharged(receipt.ReceiptId) ? 1 : 0);
        var wait = First * Math.Pow(2, Math.Min(row.Attempt, 4) - 1);
        var until = await clock.NowAsync(cancellationToken) + (wait < Longest ? wait : Longest);
        Log.ReceiptFaulted(logger, batch.RequestId, row.Position, errors);
        // A lease without an owner is not renewed.
        await database.Receipts.Where(item => item.Id == row.Id && item.State == ReceiptState.Processing)
            .ExecuteUpdateAsync(
                item => item.SetProperty(one => one.Errors, errors).SetProperty(one => one.LeaseUntil, until).SetProperty(one => one.LeaseOwner, (Guid?)null),
                cancellationToken);
    }
}

/// <summary>Such messages are rare, and their handler is fast.</summary>
internal sealed class ReceiptErrorSubscription : Subscription
{
    public ReceiptErrorSubscription()
        : base("receipt-fault") => ConcurrencyLimit = 1;
}
