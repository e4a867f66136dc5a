using Ocr.Load.Deployment;
using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Tests;

/// <summary>The evaluation of a run detects lost and duplicated receipts.</summary>
public sealed class RunDataTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Journal _journal = new();

    [Fact]
    public void A_run_without_failures_has_no_losses_and_no_duplicates()
    {
        Accept("a", Kind.New);
        Accept("roto", Kind.Damaged);

        var measurement = Judge(Row("a", 12), Row("roto", 15, reason: "IMAGE_UNREADABLE"));

        Assert.Equal(new Tally(2, 0, 0, 0, 0, 0, 0, []), measurement.Tally with { FirstErrors = [] });
        Assert.Equal(0.2, measurement.Throughput);
        Assert.Equal(12, measurement.Latency["New"].P50);
        Assert.Equal(11, measurement.InBatch.P50);
        // Sixty in ten seconds in which two receipts were stored.
        Assert.Equal(30, measurement.Database.Transactions);
    }

    [Fact]
    public void A_receipt_without_a_result_is_lost_whether_or_not_it_has_a_row()
    {
        Accept("a", Kind.New);
        Accept("b", Kind.New);

        Assert.Equal(2, Judge(Row("a", null)).Tally.Lost);
    }

    [Fact]
    public void A_second_result_is_a_duplicate()
    {
        Accept("a", Kind.New);

        Assert.Equal(1, Judge(Row("a", 12), Row("a", 13)).Tally.Duplicates);
    }

    [Fact]
    public void An_error_of_a_good_receipt_and_a_reading_of_a_damaged_one_are_errors()
    {
        Accept("a", Kind.New);
        Accept("roto", Kind.Damaged);
        _journal.Errors.Enqueue("503");

        Assert.Equal(3, Judge(Row("a", 12, reason: "ATTEMPTS_EXHAUSTED"), Row("roto", 12)).Tally.Errors);
    }

    [Fact]
    public void Unfinished_results_and_receipts_that_were_sent_again_are_reported()
    {
        Accept("a", Kind.New);

        var tally = Judge(Row("a", 12) with { IsFinal = false, Attempts = 2 }).Tally;

        Assert.Equal((1, 1), (tally.Unfinished, tally.SentAgain));
    }

    [Fact]
    public void Only_what_was_stored_in_the_measured_part_counts()
    {
        Accept("early", Kind.New);
        Accept("late", Kind.New);

        Assert.Equal(0, Judge(Row("early", 9), Row("late", 20)).Throughput);
    }

    private void Accept(string name, Kind kind) => _journal.Accepted[name] = new Entry(kind, Start);

    // Measured from second 10 to second 20.
    private Measurement Judge(params LedgerRow[] rows) =>
        new RunData(_journal, rows, Mark(10), Mark(20), [Mark(10).Costs, Mark(20).Costs]).Judge("test", "0");

    private static Mark Mark(int second) =>
        new(Start.AddSeconds(second), new CostSample(second, new Dictionary<string, Cost> { ["ingest"] = new(second, 1_000_000) }), new StageTimes(), new DatabaseWork(second * 6, 0, 0, 0));

    private static LedgerRow Row(string name, int? stored, string? reason = null) =>
        new(name, Start, Start.AddSeconds(1), stored is { } second ? Start.AddSeconds(second) : null, true, 1, reason, false, 0);
}
