using Ocr.Contracts;
using Ocr.Extractor.Decision;
using Ocr.ReceiptCli.Scoring;
using Ocr.Recognition;
using Ocr.Testing;

namespace Ocr.ReceiptCli.Tests;

/// <summary>Reads and decides the frozen pictures of <c>tests/assets/payable</c>: what must not be paid is never accepted, and what may be paid is not rejected.</summary>
public sealed class PayableTests(PayableTests.Decided decided) : IClassFixture<PayableTests.Decided>
{
    /// <summary>Kinds of pictures that show one completed payment.</summary>
    private static readonly string[] Paid = ["done", "over", "dollars", "letters", "footer"];

    [Fact]
    public void Nothing_is_accepted_that_must_not_be_paid() =>
        Assert.Equal("", Names(decided.Receipts.Where(receipt => DecisionScore.VerdictOf(receipt) == Verdicts.Accept && DecisionScore.IsWrong(receipt))));

    [Fact]
    public void No_payment_that_went_through_is_rejected() =>
        Assert.Equal("", Names(decided.Receipts.Where(receipt => Paid.Contains(Kind(receipt)) && DecisionScore.VerdictOf(receipt) == Verdicts.Reject)));

    [Fact]
    public void Payments_in_bolivares_with_whole_data_are_accepted_without_a_person()
    {
        var whole = decided.Receipts.Where(receipt => Kind(receipt) is "done" or "over" or "dollars").ToList();
        var accepted = whole.Count(receipt => DecisionScore.VerdictOf(receipt) == Verdicts.Accept);
        Assert.True(accepted >= 0.7 * whole.Count, $"{accepted} of {whole.Count}");
    }

    [Theory]
    [InlineData("payments")]
    [InlineData("statement")]
    [InlineData("checkout")]
    [InlineData("payment-data")]
    [InlineData("shop")]
    [InlineData("two")]
    [InlineData("received")]
    [InlineData("decimals")]
    [InlineData("starred")]
    public void No_picture_of_this_kind_is_accepted(string kind)
    {
        var receipts = decided.Receipts.Where(receipt => Kind(receipt) == kind).ToList();
        Assert.NotEmpty(receipts);
        Assert.Equal("", Names(receipts.Where(receipt => DecisionScore.VerdictOf(receipt) == Verdicts.Accept)));
    }

    private static string Kind(ScoredReceipt receipt) => receipt.Truth.Layout["payable-".Length..];

    private static string Names(IEnumerable<ScoredReceipt> receipts) =>
        string.Join(", ", receipts.Select(receipt => $"{receipt.Truth.File} {Kind(receipt)} {receipt.Truth.State}"));

    /// <summary>The pictures, read once.</summary>
    public sealed class Decided : IAsyncLifetime
    {
        internal IReadOnlyList<ScoredReceipt> Receipts { get; private set; } = [];

        public async Task InitializeAsync()
        {
            using var pipeline = Pipeline.Open(null, null, ReadingProfile.Balanced, policy: DecisionPolicy.Load(Path.Combine(RepositoryRoot.Path, "rules", "decision.json")));
            var folder = new DirectoryInfo(Path.Combine(RepositoryRoot.Path, "tests", "assets", "payable"));
            Receipts = (await new FolderScorer(pipeline, null).ScoreAsync(folder, Environment.ProcessorCount, CancellationToken.None)).Receipts;
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
