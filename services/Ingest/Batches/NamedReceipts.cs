using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Batches;

/// <summary>The receipts that a client names for a batch.</summary>
/// <param name="Rows">The receipts, all pending, locked and in order of arrival; empty when <paramref name="Batch"/> contains them.</param>
/// <param name="Batch">The batch that already contains exactly these receipts: the client repeats its request.</param>
internal sealed record NamedReceipts(IReadOnlyList<ReceiptRow> Rows, BatchRow? Batch)
{
    /// <summary>Locks and returns the receipts. Call inside the transaction that claims them.</summary>
    /// <exception cref="ApiException">404 when one does not exist, 409 when one is in another batch, 400 when they belong to several tenants.</exception>
    public static async Task<NamedReceipts> TakeAsync(
        IngestDbContext database, BatchOptions options, TenantScope scope, CancellationToken cancellationToken)
    {
        var receipts = database.Receipts.Of(scope);
        var ids = await (options.UploadId is { } upload
            ? receipts.Where(row => row.UploadId == upload)
            : receipts.Where(row => options.Files!.Contains(row.StoredName) && !row.Reread)).Select(row => row.Id).ToArrayAsync(cancellationToken);
        await database.LockAsync(ids, cancellationToken);
        var rows = await database.Receipts.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        Check(rows, options);
        if (rows.All(row => row.State == ReceiptState.Pending))
        {
            return new NamedReceipts(rows, null);
        }

        var batches = rows.Select(row => row.RequestId).Distinct().ToArray();
        return batches is [{ } only]
            && await database.Batches.AsNoTracking().SingleOrDefaultAsync(batch => batch.RequestId == only, cancellationToken) is { } batch
            && batch.Size == rows.Count
                ? new NamedReceipts([], batch)
                : throw InAnotherBatch(rows);
    }

    private static void Check(List<ReceiptRow> rows, BatchOptions options)
    {
        if (rows.Count == 0 && options.UploadId is not null)
        {
            throw new ApiException(ApiErrors.NotFound("No existe una carga con ese upload_id"));
        }

        var missing = options.Files?.Except(rows.Select(row => row.StoredName)).ToArray() ?? [];
        if (missing.Length > 0)
        {
            throw new ApiException(ApiErrors.NotFound($"No existen estos archivos: {string.Join(", ", missing)}"));
        }

        if (rows.Select(row => row.Tenant).Distinct().Count() > 1)
        {
            throw new ApiException(ApiErrors.InvalidField("files", "Los archivos pertenecen a varios tenants; envíe un lote por tenant"));
        }
    }

    private static ApiException InAnotherBatch(IEnumerable<ReceiptRow> rows) => new(ApiErrors.Of(409) with
    {
        Message = "Some files are already in a batch",
        Mensaje = "Algunos archivos ya están en un lote",
        Details = new TakenFiles([.. rows.Where(row => row.RequestId is not null).Select(row => new TakenFile(row.StoredName, row.RequestId!))]),
        Help = "Consulte /api/ocr/status/{request_id} de cada lote, o quite esos archivos de la solicitud",
    });
}

/// <summary>Receipts that are in another batch.</summary>
public sealed record TakenFiles([property: JsonPropertyName("files_in_batches")] IReadOnlyList<TakenFile> Files);

/// <summary>A receipt and its batch.</summary>
public sealed record TakenFile(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("request_id")] string RequestId);
