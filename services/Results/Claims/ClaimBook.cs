using Microsoft.EntityFrameworkCore;
using Ocr.Results.Data;

namespace Ocr.Results.Claims;

/// <summary>Who holds the keys that the receipts of one transaction show: read once, and kept as the transaction changes it.</summary>
internal sealed class ClaimBook(ResultsDbContext database)
{
    private const string Columns = """("Key", "ReceiptId", "RequestId", "Position", "StoredName", "ClaimedAt")""";
    private const string UnlessHeld = """ON CONFLICT ("Key") DO NOTHING""";
    private const int ColumnCount = 6;
    private Dictionary<string, ClaimRow> _claims = [];

    /// <summary>Claims keys for those that show them first, unless somebody holds them already, and reads who holds them.</summary>
    /// <param name="claims">One for each key.</param>
    /// <param name="oldest">What was claimed before counts no more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TakeAsync(IEnumerable<ClaimRow> claims, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        // One order for every transaction, so that no two wait for each other.
        ClaimRow[] wanted = [.. claims.OrderBy(claim => claim.Key, StringComparer.Ordinal)];
        string[] keys = [.. wanted.Select(claim => claim.Key)];
        await InsertAsync(wanted, cancellationToken);
        await ReadAsync(keys, cancellationToken);
        if (_claims.Values.Any(claim => claim.ClaimedAt < oldest))
        {
            await database.Claims.Where(claim => keys.Contains(claim.Key) && claim.ClaimedAt < oldest).ExecuteDeleteAsync(cancellationToken);
            await InsertAsync(wanted, cancellationToken);
            await ReadAsync(keys, cancellationToken);
        }
    }

    /// <summary>The claims of others on a receipt's keys, the earliest first.</summary>
    public IReadOnlyList<ClaimRow> OfOthers(IReadOnlyList<string> keys, Guid receiptId) =>
        [.. keys.Select(key => _claims.GetValueOrDefault(key)).OfType<ClaimRow>().Where(claim => claim.ReceiptId != receiptId)
            .OrderBy(claim => claim.ClaimedAt).ThenBy(claim => claim.Position)];

    /// <summary>Whether a receipt holds any of the keys.</summary>
    public bool IsHolder(SeenReceipt receipt) => Of(receipt).Any();

    /// <summary>Whatever a duplicate shows besides is claimed for the first one, so that the next duplicate leads there, too.</summary>
    public async Task MoveAsync(SeenReceipt from, SeenReceipt to, CancellationToken cancellationToken)
    {
        foreach (var claim in Of(from).ToArray())
        {
            (claim.ReceiptId, claim.RequestId, claim.Position, claim.StoredName) = (to.ReceiptId, to.RequestId, to.Position, to.StoredName);
        }

        // Also those that no receipt of this transaction shows.
        await database.Claims.Where(claim => claim.ReceiptId == from.ReceiptId && claim.RequestId == from.RequestId).ExecuteUpdateAsync(
            claim => claim.SetProperty(item => item.ReceiptId, to.ReceiptId).SetProperty(item => item.RequestId, to.RequestId)
                .SetProperty(item => item.Position, to.Position).SetProperty(item => item.StoredName, to.StoredName),
            cancellationToken);
    }

    private IEnumerable<ClaimRow> Of(SeenReceipt receipt) =>
        _claims.Values.Where(claim => claim.ReceiptId == receipt.ReceiptId && claim.RequestId == receipt.RequestId);

    private async Task ReadAsync(string[] keys, CancellationToken cancellationToken) =>
        _claims = await database.Claims.AsNoTracking().Where(claim => keys.Contains(claim.Key))
            .ToDictionaryAsync(claim => claim.Key, StringComparer.Ordinal, cancellationToken);

    // Waits for another transaction that is inserting one of the keys; what it left is read afterwards.
    private Task<int> InsertAsync(ClaimRow[] claims, CancellationToken cancellationToken) =>
        database.IsPostgres ? InsertInPostgresAsync(claims, cancellationToken) : InsertInSqliteAsync(claims, cancellationToken);

    // One text for any number of claims, which is planned once.
    private Task<int> InsertInPostgresAsync(ClaimRow[] claims, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {ResultsDbContext.SchemaName}.claims {Columns} SELECT * FROM unnest({{0}}, {{1}}, {{2}}, {{3}}, {{4}}, {{5}}) {UnlessHeld}",
            [
                claims.Select(claim => claim.Key).ToArray(), claims.Select(claim => claim.ReceiptId).ToArray(),
                claims.Select(claim => claim.RequestId).ToArray(), claims.Select(claim => claim.Position).ToArray(),
                claims.Select(claim => claim.StoredName).ToArray(), claims.Select(claim => claim.ClaimedAt.UtcDateTime).ToArray(),
            ],
            cancellationToken);

    private Task<int> InsertInSqliteAsync(ClaimRow[] claims, CancellationToken cancellationToken)
    {
        var rows = claims.Select((_, row) => $"({string.Join(", ", Enumerable.Range(row * ColumnCount, ColumnCount).Select(place => $"{{{place}}}"))})");
        var values = claims.SelectMany(claim => new object[]
        {
            claim.Key, claim.ReceiptId, claim.RequestId, claim.Position, claim.StoredName, claim.ClaimedAt.UtcDateTime,
        });
        var statement = $"INSERT INTO claims {Columns} VALUES {string.Join(", ", rows)} {UnlessHeld}";
        return database.Database.ExecuteSqlRawAsync(statement, values, cancellationToken);
    }
}
