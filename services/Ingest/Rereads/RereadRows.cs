using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Rereads;

/// <summary>
/// Creates the rows of a second reading: the receipt keeps its identity, and the row of its first reading stays in its batch. Call inside the
/// transaction that opens the batch.
/// </summary>
internal static class RereadRows
{
    /// <summary>The new rows, not stored yet, and the profile of the previous readings.</summary>
    /// <exception cref="ApiException">404 when there is nothing to read, 409 when a receipt is not final or its image was removed.</exception>
    public static async Task<(IReadOnlyList<ReceiptRow> Rows, string Profile)> MakeAsync(
        IngestDbContext database, RereadRequest request, TenantScope scope, CancellationToken cancellationToken)
    {
        var wanted = database.Receipts.Of(scope);
        wanted = request.ReceiptId is { } receipt
            ? wanted.Where(row => row.ReceiptId == receipt)
            : wanted.Where(row => row.RequestId == request.RequestId);
        var receipts = await wanted.Select(row => row.ReceiptId).Distinct().ToArrayAsync(cancellationToken);
        var ids = await database.Receipts.Where(row => receipts.Contains(row.ReceiptId)).Select(row => row.Id).ToArrayAsync(cancellationToken);
        await database.LockAsync(ids, cancellationToken);
        var rows = await database.Receipts.AsNoTracking().Where(row => receipts.Contains(row.ReceiptId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            throw new ApiException(ApiErrors.NotFound(request.ReceiptId is null ? "No existe un lote con ese request_id" : "No existe un recibo con ese identificador"));
        }

        var last = rows.GroupBy(row => row.ReceiptId).Select(readings => readings.Last()).ToList();
        Check(rows, last);
        var batch = last[0].RequestId;
        var profile = await database.Batches.Where(row => row.RequestId == batch).Select(row => row.Profile).SingleAsync(cancellationToken);
        return ([.. last.Select(row => Copy(row, request))], profile);
    }

    private static void Check(List<ReceiptRow> rows, List<ReceiptRow> last)
    {
        if (rows.Exists(row => row.State is ReceiptState.Processing or ReceiptState.Pending))
        {
            throw Conflict("Hay recibos que todavía no tienen resultado", "Espere a que termine su lote y vuelva a pedirla");
        }

        // A reading that failed loses its image in a cleaning, although an earlier reading of the receipt still has it.
        if (last.Exists(row => rows.TrueForAll(reading => reading.ReceiptId != row.ReceiptId || reading.ImageRemoved)))
        {
            throw Conflict("La imagen ya no está guardada", "Suba la imagen de nuevo");
        }
    }

    private static ApiException Conflict(string details, string help) => new(ApiErrors.Of(StatusCodes.Status409Conflict) with { Details = details, Help = help });

    private static ReceiptRow Copy(ReceiptRow row, RereadRequest request) => new()
    {
        ReceiptId = row.ReceiptId,
        Tenant = row.Tenant,
        StoredName = row.StoredName,
        OriginalName = row.OriginalName,
        ObjectKey = row.ObjectKey,
        Sha256 = row.Sha256,
        ContentType = row.ContentType,
        SizeBytes = row.SizeBytes,
        UploadedAt = row.UploadedAt,
        AcceptedAt = row.AcceptedAt,
        Owner = request.Client,
        Cost = row.Cost,
        Weight = request.Weight,
        Metadata = row.Metadata,
        Reread = true,
        Traceparent = row.Traceparent,
        Outcome = new ReceiptOutcome(),
    };
}
