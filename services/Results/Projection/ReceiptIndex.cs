using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Projection;

/// <summary>The rows of the receipts of one transaction, locked until it ends.</summary>
internal sealed class ReceiptIndex(ResultsDbContext database)
{
    private const string Postgres = $$"""SELECT * FROM {{ResultsDbContext.SchemaName}}.receipts WHERE "ReceiptId" = ANY({0}) ORDER BY "Id" FOR UPDATE""";

    private readonly Dictionary<Guid, ReceiptIndexRow> _rows = [];

    /// <summary>Locks and reads the existing rows. The locks of batches are taken before.</summary>
    public async Task LoadAsync(IEnumerable<Guid> receipts, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. receipts.Except(_rows.Keys)];
        if (ids.Length == 0)
        {
            return;
        }

        var rows = database.IsPostgres
            ? database.Receipts.FromSqlRaw(Postgres, ids)
            : database.Receipts.Where(row => ids.Contains(row.ReceiptId));
        foreach (var row in await rows.ToListAsync(cancellationToken))
        {
            _rows[row.ReceiptId] = row;
        }
    }

    /// <summary>The row of a receipt; <see langword="null"/> before its first result.</summary>
    public ReceiptIndexRow? Find(Guid receiptId) => _rows.GetValueOrDefault(receiptId);

    /// <summary>Makes a new result the current reading of its receipt. A reading that failed does not replace one that succeeded.</summary>
    /// <returns>The row of the receipt.</returns>
    public async Task<ReceiptIndexRow> PutAsync(ResultRow row, CompletedReceipt completed, DecisionEntry? decision, CancellationToken cancellationToken)
    {
        var metadata = completed.Receipt.Metadata;
        if (Find(row.ReceiptId) is not { } receipt)
        {
            receipt = ReceiptProjection.New(row, metadata.DrawDate, metadata.DrawNumber, metadata.WhatsappId, metadata.SenderName, metadata.SentAt);
            _rows[row.ReceiptId] = receipt;
            database.Receipts.Add(receipt);
        }
        else
        {
            await LogAsync(receipt, row, completed.Batch, cancellationToken);
            if (!row.Succeeded && receipt.ReasonCode is null)
            {
                return receipt;
            }
        }

        ReceiptProjection.Apply(receipt, row, ReadValues.Of(completed), decision);
        return receipt;
    }

    /// <summary>Updates the marks of a result, when it is the current reading of its receipt.</summary>
    public void Mark(ResultRow row, DecisionEntry? decision)
    {
        if (Find(row.ReceiptId) is { } receipt && receipt.RequestId == row.RequestId)
        {
            ReceiptProjection.Mark(receipt, row, decision);
            receipt.Version++;
        }
    }

    // The log keeps the previous reading: its result is removed with its batch.
    private async Task LogAsync(ReceiptIndexRow receipt, ResultRow row, BatchInfo batch, CancellationToken cancellationToken)
    {
        var former = await database.Results.AsNoTracking()
            .Where(result => result.RequestId == receipt.RequestId && result.ReceiptId == receipt.ReceiptId)
            .Select(result => result.Document).FirstOrDefaultAsync(cancellationToken);
        var fields = former is null ? null : JsonSerializer.Deserialize<FormerFields>(former, OcrJson.Options)?.Fields;
        receipt.Version++;
        database.ReviewLog.Add(new ReviewLogRow
        {
            Tenant = receipt.Tenant,
            ReceiptId = receipt.ReceiptId,
            Version = receipt.Version,
            Action = ReviewActions.Reread,
            Person = batch.RereadBy ?? "",
            At = row.StoredAt,
            Data = JsonSerializer.Serialize(
                new RereadLogData(row.RequestId, batch.Profile, row.Succeeded, row.ReasonCode, receipt.RequestId, receipt.ResultFile, fields), OcrJson.Options),
        });
    }
}
