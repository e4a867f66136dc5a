namespace Ocr.Recognition.Tests.Amounts;

/// <summary>The frozen pictures of <c>tests/assets/raised</c>: amounts in two sizes, which are not in the training data.</summary>
public sealed class RaisedAmountTests : IDisposable
{
    // Share of the pictures on which figure, unit and cents must be read as separate words, or all in one.
    private const double MinRead = 0.6;

    private readonly ReceiptReader _reader = ReceiptReader.Create(Repository.Pack);

    [Fact]
    public void Figure_and_cents_of_an_amount_in_two_sizes_are_read()
    {
        var amounts = PrintedAmount.Load();
        var missed = amounts.Where(amount => !amount.IsIn(_reader.Read(amount.Image()))).Select(amount => amount.ToString()).ToList();
        Assert.True(missed.Count <= (1 - MinRead) * amounts.Count, $"{amounts.Count - missed.Count} of {amounts.Count}\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Unread_cents_are_reported()
    {
        // A figure read alone, where the picture shows cents next to it, would be an amount without a doubt.
        var silent = PrintedAmount.Load().Where(amount => amount.IsCutSilently(_reader.Read(amount.Image()))).Select(amount => amount.ToString());
        Assert.Equal("", string.Join('\n', silent));
    }

    public void Dispose() => _reader.Dispose();
}
