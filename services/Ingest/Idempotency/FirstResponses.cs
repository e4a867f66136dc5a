using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Idempotency;

/// <summary>
/// Keeps the first response to each <c>Idempotency-Key</c> for 24 hours. It is stored in the transaction that stores the receipts: of two concurrent
/// requests with the same key, one stores receipts and the other returns its response.
/// </summary>
internal sealed class FirstResponses(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly ApiError Reused = new(
        StatusCodes.Status422UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED_422", "Idempotency-Key was used for another request",
        "La Idempotency-Key ya se usó con otro contenido", "Use una clave nueva por mensaje; repita una clave solo para reintentar la misma solicitud");

    /// <summary>The first response; <see langword="null"/> when the request is the first.</summary>
    /// <exception cref="ApiException">422: the key was used for another request.</exception>
    public async Task<FirstResponseRow?> FindAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var oldest = await clock.NowAsync(cancellationToken) - Kept;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await database.FirstResponses.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == request.Tenant && row.Key == request.Key && row.At > oldest, cancellationToken);
        return first is null || first.Fingerprint == request.Fingerprint ? first : throw new ApiException(Reused);
    }

    /// <summary>Adds the response of a request. The caller saves: when a concurrent request was first, the save fails with a unique violation.</summary>
    public async Task AddAsync(
        IngestDbContext database, IdempotentRequest request, string? response, string? requestId, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        var oldest = now - Kept;
        await database.FirstResponses.Where(row => row.Tenant == request.Tenant && row.Key == request.Key && row.At <= oldest)
            .ExecuteDeleteAsync(cancellationToken);
        database.FirstResponses.Add(new FirstResponseRow
        {
            Tenant = request.Tenant,
            Key = request.Key,
            Fingerprint = request.Fingerprint,
            Response = response,
            RequestId = requestId,
            At = now,
        });
    }

    /// <summary>Removes responses that are no longer replayed.</summary>
    public async Task RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        var oldest = await clock.NowAsync(cancellationToken) - Kept;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.FirstResponses.Where(row => row.At <= oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
