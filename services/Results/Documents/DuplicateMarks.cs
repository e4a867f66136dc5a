using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;

namespace Ocr.Results.Documents;

/// <summary>References of a stored document to earlier receipts, and the resulting decision.</summary>
/// <param name="Duplicate">The receipt that it repeats.</param>
/// <param name="Possible">The receipt that it may repeat.</param>
/// <param name="Decision">The decision; <see langword="null"/> for a result of a release without decisions.</param>
internal sealed record DuplicateMarks(DuplicateMark? Duplicate, DuplicateMark? Possible, DecisionEntry? Decision)
{
    /// <summary>The marks of a receipt that repeats none.</summary>
    public static DuplicateMarks None(CompletedReceipt completed) => new(null, null, CombinedDecision.Of(CombinedDecision.Of(completed), null, null));

    /// <summary>The marks of a receipt that repeats an earlier one.</summary>
    /// <param name="kind">Match of the two.</param>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="decision">The extractor's decision; <see langword="null"/> for a result of a release without decisions.</param>
    public static DuplicateMarks Of(DuplicateKind kind, SeenReceipt earlier, ReceiptDecision? decision)
    {
        var mark = DuplicateMark.Of(kind, earlier.StoredName, earlier.RequestId);
        var (sure, perhaps) = kind.IsSure() ? (mark, (DuplicateMark?)null) : (null, mark);
        return new DuplicateMarks(sure, perhaps, decision is null ? null : CombinedDecision.Of(decision, sure, perhaps));
    }
}
