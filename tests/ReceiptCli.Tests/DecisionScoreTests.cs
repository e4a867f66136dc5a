using Ocr.Contracts;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Tests;

public sealed class DecisionScoreTests
{
    private static readonly Truth Printed = Sample.Truth("a.png", "bdv", Sample.Printed);

    private static readonly DecisionScore Score = new("heldout", "balanced",
    [
        Decided(Printed, Verdicts.Accept),
        Decided(Printed with { File = "wrong.png" }, Verdicts.Accept, (FieldKeys.Monto, "1.00")),
        Decided(Printed with { File = "pending.png", State = PaymentStates.Pending }, Verdicts.Accept),
        Decided(Sample.Truth("chat.png", "chat"), Verdicts.Accept),
        Decided(Printed, Verdicts.Review),
        Decided(Printed, Verdicts.Reject),
        Decided(Printed, Verdicts.Reject, (FieldKeys.Referencia, "")),
        Sample.Receipt(Printed with { File = "unreadable.png" }),
    ]);

    [Fact]
    public void Counts_verdicts_and_how_often_they_are_wrong()
    {
        Assert.Equal((new Share(4, 8), new Share(2, 8), new Share(2, 8)), (Score.Share(Verdicts.Accept), Score.Share(Verdicts.Review), Score.Share(Verdicts.Reject)));
        Assert.Equal(new Share(3, 4), Score.AcceptedWrong);
        Assert.Equal(new Share(2, 6), Score.GoodAccepted);
        Assert.Equal(new Share(1, 2), Score.RejectedRight);
    }

    [Fact]
    public void Counts_what_kept_receipts_from_being_accepted() =>
        Assert.Equal([("CONFIANZA_BAJA monto", 3)], Score.Reasons);

    [Fact]
    public void The_report_has_a_line_a_set_and_names_what_was_accepted_wrongly()
    {
        var report = DecisionMarkdown.Write("compact-1.0.0", "1.0.0", [Score, Score with { Set = "empty", Receipts = [] }]);
        Assert.Contains("| heldout | balanced | 8 | 2 of 6 | 33.3 | 50.0 | 3 of 4 | 75.00 | 25.0 | 25.0 | 1 of 2 |", report, StringComparison.Ordinal);
        Assert.Contains("Accepted although wrong: wrong.png, pending.png, chat.png.", report, StringComparison.Ordinal);
        Assert.Contains("| empty | balanced | 0 |", report, StringComparison.Ordinal);
        Assert.Contains("| **all** | balanced | 8 | 2 of 6 |", report, StringComparison.Ordinal);
        Assert.Contains("| CONFIANZA_BAJA monto | 3 |", report, StringComparison.Ordinal);
    }

    private static ScoredReceipt Decided(Truth truth, string verdict, params (string Key, string Value)[] changes) => Sample.Receipt(truth, changes) with
    {
        Decision = new ReceiptDecision
        {
            Verdict = verdict,
            PolicyVersion = "1.0.0",
            Reasons = verdict == Verdicts.Accept ? [] : [new DecisionReason { Code = "CONFIANZA_BAJA", Text = "…", Field = FieldKeys.Monto }],
        },
    };
}
