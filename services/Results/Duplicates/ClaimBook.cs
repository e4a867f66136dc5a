using Microsoft.EntityFrameworkCore;
using Ocr.Results.Claims;
using Ocr.Results.Data;

namespace Ocr.Results.Duplicates;

/// <summary>Owners of the keys of the receipts in one transaction. They are read once and updated with the changes of the transaction.</summary>
internal sealed class ClaimBook(ResultsDbContext database)
{
    private const string Columns = """("Key", "ReceiptId", "RequestId", "Position", "StoredName", "ClaimedAt")""";
    private const string UnlessHeld = """ON CONFLICT ("Key") DO NOTHING""";
    private const int ColumnCount = 6;
    private Dictionary<string, ClaimRow> _claims = [];

    /// <summary>Claims keys for the first receipts that show them, unless they are claimed already, and reads their owners.</summary>
    /// <param name="claims">One claim per key.</param>
    /// <param name="oldest">Claims from before this instant do not count.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task TakeAsync(IEnumerable<ClaimRow> claims, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        // Every transaction uses the same order, so that two transactions cannot deadlock.
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

    /// <summary>The claims of other receipts on a receipt's keys, the earliest first.</summary>
    public IReadOnlyList<ClaimRow> OfOthers(IReadOnlyList<string> keys, Guid receiptId) =>
        [.. keys.Select(key => _claims.GetValueOrDefault(key)).OfType<ClaimRow>().Where(claim => claim.ReceiptId != receiptId)
            .OrderBy(claim => claim.ClaimedAt).ThenBy(claim => claim.Position)];

    /// <summary>Whether a receipt owns any of the keys.</summary>
    public bool IsHolder(SeenReceipt receipt) => Of(receipt).Any();

    /// <summary>Claims the other keys of a duplicate for the first receipt, so that the next duplicate refers to it, too.</summary>
    public async Task MoveAsync(SeenReceipt from, SeenReceipt to, CancellationToken cancellationToken)
    {
        foreach (var claim in Of(from).ToArray())
        {
            (claim.ReceiptId, claim.RequestId, claim.Position, claim.StoredName) = (to.ReceiptId, to.RequestId, to.Position, to.StoredName);
        }

        // Includes keys that no receipt of this transaction shows.
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

    // Waits for another transaction that is inserting one of the keys; the result is read afterwards.
    private Task<int> InsertAsync(ClaimRow[] claims, CancellationToken cancellationToken) =>
        database.IsPostgres ? InsertInPostgresAsync(claims, cancellationToken) : InsertInSqliteAsync(claims, cancellationToken);

    // The statement is the same for any number of claims and is planned once.
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
