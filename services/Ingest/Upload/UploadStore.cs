using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Statistics;
using Ocr.Ingest.Telemetry;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Upload;

/// <summary>Stores the files of a request. A repeated request with the same key is not stored again.</summary>
internal sealed class UploadStore(ReceiptWriter writer, FirstResponses responses, UploadStatistics statistics, ReadAhead readAhead, IngestMetrics metrics)
{
    private const int Attempts = 20;

    /// <summary>Returns the stored rows, or the first response of the request's key.</summary>
    /// <param name="form">Valid files.</param>
    /// <param name="sender">Client of the request.</param>
    /// <param name="request">The request, when it has an <c>Idempotency-Key</c>.</param>
    /// <param name="also">Stores further rows in the same transaction.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    public async Task<(IReadOnlyList<ReceiptRow> Rows, FirstResponseRow? First)> StoreAsync(
        UploadForm form, Sender sender, IdempotentRequest? request, AlsoStore also, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (request is not null && await responses.FindAsync(request, cancellationToken) is { } first)
            {
                return ([], first);
            }

            try
            {
                var rows = await writer.WriteAsync(form.Files, sender, also, cancellationToken);
                statistics.Accepted(sender.Tenant, rows.Count, form.Files.Sum(file => file.SizeBytes));
                metrics.Uploaded(rows.Count);
                readAhead.Add(rows);
                return (rows, null);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && exception.IsUniqueViolation())
            {
                // A concurrent request with this key was stored first, or the new batch id exists.
            }
            catch (ApiException) when (request is not null)
            {
                // A concurrent request with this key may have used the budget.
                if (await responses.FindAsync(request, cancellationToken) is not { } other)
                {
                    throw;
                }

                return ([], other);
            }
        }
    }
}

/// <summary>Stores further rows in the transaction of new receipts.</summary>
internal delegate Task AlsoStore(IngestDbContext database, IReadOnlyList<ReceiptRow> rows, CancellationToken cancellationToken);
