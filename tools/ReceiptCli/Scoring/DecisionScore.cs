using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>The decisions on the receipts of one folder, read with one profile.</summary>
/// <param name="Set">Name of the folder.</param>
/// <param name="Profile">Name of the profile in the API.</param>
/// <param name="Receipts">The receipts with their truth.</param>
internal sealed record DecisionScore(string Set, string Profile, IReadOnlyList<ScoredReceipt> Receipts)
{
    /// <summary>Share of receipts with a verdict; an unreadable image is reviewed.</summary>
    public Share Share(string verdict) => Scoring.Share.Of(Receipts, receipt => VerdictOf(receipt) == verdict);

    /// <summary>Share of accepted receipts among those that show all that a person would pay out on.</summary>
    public Share GoodAccepted => Scoring.Share.Of(Receipts.Where(receipt => receipt.Truth.IsWhole), receipt => VerdictOf(receipt) == Verdicts.Accept);

    /// <summary>Share of wrong acceptances: the payment was not completed, or a value relevant for the payout is wrong.</summary>
    public Share AcceptedWrong => Scoring.Share.Of(Receipts.Where(receipt => VerdictOf(receipt) == Verdicts.Accept), IsWrong);

    /// <summary>Share of rejected receipts without any wrong field.</summary>
    public Share RejectedRight => Scoring.Share.Of(Receipts.Where(receipt => VerdictOf(receipt) == Verdicts.Reject), receipt => !IsWrong(receipt));

    /// <summary>Number of receipts that each reason prevented from being accepted, the most frequent first.</summary>
    public IEnumerable<(string Code, int Receipts)> Reasons => Receipts
        .SelectMany(receipt => (receipt.Decision?.Reasons ?? []).Select(reason => reason.Field is null ? reason.Code : $"{reason.Code} {reason.Field}").Distinct())
        .GroupBy(code => code, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))
        .OrderByDescending(group => group.Item2).ThenBy(group => group.Key, StringComparer.Ordinal);

    public static string VerdictOf(ScoredReceipt receipt) => receipt.Decision?.Verdict ?? Verdicts.Review;

    public static bool IsWrong(ScoredReceipt receipt) => !receipt.Truth.IsPaid || !receipt.Succeeds;
}
