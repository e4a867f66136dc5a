using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Statistics;

/// <summary>Uploads by outcome over all replicas: the total, and counts per minute for the last hours.</summary>
internal sealed class UploadCounters(IDbContextFactory<IngestDbContext> contexts, UploadStatistics statistics, TimeProvider time)
{
    private const string Insert = """
        ("Tenant", "Minute", "Code", "Files", "Bytes") VALUES ({0}, {1}, {2}, {3}, {4})
        ON CONFLICT ("Tenant", "Minute", "Code") DO UPDATE SET "Files" = counted."Files" + excluded."Files", "Bytes" = counted."Bytes" + excluded."Bytes"
        """;

    private const string Sqlite = "INSERT INTO upload_tallies AS counted " + Insert;
    private const string Postgres = $"INSERT INTO {IngestDbContext.SchemaName}.upload_tallies AS counted " + Insert;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    /// <summary>Stores the counts of this replica, and deletes minutes that are no longer read.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var counts = statistics.Take();
        if (counts.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(counts, cancellationToken);
        }
        catch
        {
            statistics.Return(counts);
            throw;
        }
    }

    /// <summary>Reads the counters of a scope, including the latest counts of this replica.</summary>
    public async Task<UploadReport> ReadAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var hourAgo = time.GetUtcMilliseconds() - TimeSpan.FromHours(1);
        var all = await database.UploadCounters.AsNoTracking().Of(scope).Where(row => row.Minute == DateTimeOffset.UnixEpoch).ToListAsync(cancellationToken);
        var accepted = all.Where(row => row.Code.Length == 0).ToArray();
        var refused = all.Where(row => row.Code.Length > 0).GroupBy(row => row.Code, (code, rows) => (Code: code, Files: rows.Sum(row => row.Files)))
            .OrderByDescending(row => row.Files).ThenBy(row => row.Code, StringComparer.Ordinal);
        return new UploadReport(
            accepted.Sum(row => row.Files),
            accepted.Sum(row => row.Bytes),
            [.. refused],
            await database.UploadCounters.Of(scope).Where(row => row.Minute > hourAgo && row.Code != "").SumAsync(row => row.Files, cancellationToken));
    }

    private async Task WriteAsync(
        IReadOnlyDictionary<(string Tenant, DateTimeOffset Minute, string Code), (long Files, long Bytes)> counts, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Every replica uses the same order, so that two replicas cannot deadlock.
        foreach (var ((tenant, minute, code), (files, bytes)) in Both(counts).OrderBy(item => item.Key))
        {
            await database.Database.ExecuteSqlRawAsync(
                database.IsPostgres ? Postgres : Sqlite, [tenant, minute.UtcDateTime, code, files, bytes], cancellationToken);
        }

        var old = time.GetUtcMilliseconds() - Kept;
        await database.UploadCounters.Where(row => row.Minute < old && row.Minute > DateTimeOffset.UnixEpoch).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<KeyValuePair<(string Tenant, DateTimeOffset Minute, string Code), (long Files, long Bytes)>> Both(
        IReadOnlyDictionary<(string Tenant, DateTimeOffset Minute, string Code), (long Files, long Bytes)> counts) =>
        counts.Concat(counts.GroupBy(item => (item.Key.Tenant, item.Key.Code)).Select(group => KeyValuePair.Create(
            (group.Key.Tenant, DateTimeOffset.UnixEpoch, group.Key.Code), (group.Sum(item => item.Value.Files), group.Sum(item => item.Value.Bytes)))));
}

/// <summary>Files of uploads since the tables were created.</summary>
/// <param name="Accepted">Accepted files.</param>
/// <param name="AcceptedBytes">Their size.</param>
/// <param name="Refused">Files refused, by code of the error, the most frequent first.</param>
/// <param name="RefusedLastHour">Files refused in the last 60 minutes.</param>
internal sealed record UploadReport(
    long Accepted, long AcceptedBytes, IReadOnlyList<(string Code, long Files)> Refused, long RefusedLastHour);
