using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Data;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Read;

/// <summary>Stores a receipt with its batch in one transaction, or returns those of the first request with the same key.</summary>
internal sealed class ReadStore(
    IDbContextFactory<IngestDbContext> contexts, UploadStore store, BatchOpener opener, FirstResponses responses)
{
    /// <summary>Stores the receipt.</summary>
    public async Task<OpenedRead> StoreAsync(
        UploadForm form, Sender sender, IdempotentRequest? request, BatchOptions options, CancellationToken cancellationToken)
    {
        BatchRow? batch = null;
        var (rows, first) = await store.StoreAsync(
            form,
            sender,
            request,
            async (database, added, token) =>
            {
                batch = await opener.AddAsync(database, added, options, token);
                if (request is not null)
                {
                    await responses.AddAsync(database, request, null, batch.RequestId, token);
                }
            },
            cancellationToken);
        if (first is not null)
        {
            return await ReplayAsync(first, cancellationToken);
        }

        opener.Opened(batch!);
        return new OpenedRead(batch!, rows[0], Replayed: false);
    }

    /// <summary>The receipt and batch of the first request with this key; <see langword="null"/> when this is the first.</summary>
    /// <exception cref="ApiException">422: the key was used for another request.</exception>
    public async Task<OpenedRead?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken) =>
        await responses.FindAsync(request, cancellationToken) is { } first ? await ReplayAsync(first, cancellationToken) : null;

    private async Task<OpenedRead> ReplayAsync(FirstResponseRow first, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await database.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == first.RequestId, cancellationToken);
        var receipt = await database.Receipts.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == first.RequestId, cancellationToken);
        return batch is null || receipt is null
            ? throw new ApiException(ApiErrors.NotFound("El recibo de esa Idempotency-Key se leyó y fue eliminado por una limpieza"))
            : new OpenedRead(batch, receipt, Replayed: true);
    }
}
