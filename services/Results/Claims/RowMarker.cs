using Ocr.Results.Data;
using Ocr.Results.Documents;

namespace Ocr.Results.Claims;

/// <summary>Writes into a stored result, and into all its documents, which earlier file it repeats.</summary>
internal static class RowMarker
{
    public static void Mark(ResultRow row, DuplicateKind kind, SeenReceipt earlier)
    {
        row.Duplicate = kind;
        row.DuplicateOf = earlier.ReceiptId;
        var mark = DuplicateMark.Of(kind, earlier.StoredName, earlier.RequestId);
        var (sure, perhaps) = kind is DuplicateKind.SameImage or DuplicateKind.SameReference ? (mark, (DuplicateMark?)null) : (null, mark);
        (row.Document, row.DocumentBytes) = DocumentWriter.Marked(row.Document, sure, perhaps);
        row.Consolidated = EntryWriter.MarkedConsolidated(row.Consolidated, sure, perhaps);
        row.Listing = EntryWriter.MarkedListing(row.Listing, row.DocumentBytes, sure, perhaps);
    }
}
