using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Projection;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Duplicates;

/// <summary>The results that one transaction stores or changes. Documents of new results are written at the end, when all their marks are known.</summary>
internal sealed class ResultGroup(ResultsDbContext database)
{
    private readonly Dictionary<ResultRow, (CompletedReceipt Completed, DuplicateMarks Marks)> _new = [];
    private readonly Dictionary<ResultRow, DuplicateMarks> _marked = [];

    /// <summary>New results, in order of arrival.</summary>
    public IReadOnlyCollection<ResultRow> New => _new.Keys;

    /// <summary>Decision on a new result, with its duplicates; one of <see cref="Verdicts"/>.</summary>
    public string DecisionOn(ResultRow row) => _new[row].Marks.Decision?.Verdict ?? Verdicts.Review;

    /// <summary>Adds a new result.</summary>
    public void Add(ResultRow row, CompletedReceipt completed)
    {
        _new.Add(row, (completed, DuplicateMarks.None(completed)));
        database.Results.Add(row);
    }

    /// <summary>Results that satisfy a condition, new and stored ones, in the state of the transaction.</summary>
    public async Task<IReadOnlyList<ResultRow>> WhereAsync(Expression<Func<ResultRow, bool>> condition, CancellationToken cancellationToken)
    {
        await database.Results.Where(condition).LoadAsync(cancellationToken);
        return [.. database.Results.Local.Where(condition.Compile(preferInterpretation: true))];
    }

    /// <summary>Writes the earlier file that a result repeats, and the resulting decision, into the result and all its documents.</summary>
    public void Mark(ResultRow row, DuplicateKind kind, SeenReceipt earlier)
    {
        var wasDuplicate = row.Duplicate.IsSure();
        row.Duplicate = kind;
        row.DuplicateOf = earlier.ReceiptId;
        var decision = row.Decision is null ? null : JsonSerializer.Deserialize<ReceiptDecision>(row.Decision, OcrJson.Options);
        var marks = DuplicateMarks.Of(kind, earlier, decision);
        if (_new.TryGetValue(row, out var made))
        {
            _new[row] = (made.Completed, marks);
            return;
        }

        if (!wasDuplicate)
        {
            // Its event was published without this mark, or is being confirmed now. It is published again.
            row.Published = false;
            database.Entry(row).Property(item => item.Published).IsModified = true;
        }

        _marked[row] = marks;
        (row.Document, row.DocumentBytes) = DocumentWriter.Marked(row.Document, marks);
        row.Consolidated = EntryWriter.MarkedConsolidated(row.Consolidated, marks);
        row.Listing = EntryWriter.MarkedListing(row.Listing, row.DocumentBytes, marks);
    }

    /// <summary>Writes the documents of the new results, and the rows of all changed receipts.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var receipts = new ReceiptIndex(database);
        await receipts.LoadAsync(_new.Keys.Concat(_marked.Keys).Select(row => row.ReceiptId), cancellationToken);
        foreach (var (row, marks) in _marked)
        {
            receipts.Mark(row, marks.Decision);
        }

        foreach (var (row, (completed, marks)) in _new)
        {
            RowWriter.WriteDocuments(row, completed, marks, await receipts.PutAsync(row, completed, marks.Decision, cancellationToken));
        }
    }
}
