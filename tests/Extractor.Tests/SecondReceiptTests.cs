using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Context;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Tests;

public sealed class SecondReceiptTests
{
    private static readonly FieldPack Pack = FieldPack.Read(Shipped.ModelFolder).Manifest;

    /// <summary>Layouts without those that print their amount or their date twice.</summary>
    public static TheoryData<string> PrintingOnce => [.. Gallery.Layouts.Keys.Except(["binance-p2p", "bnc", "mercantil-web"])];

    [Theory]
    [MemberData(nameof(PrintingOnce))]
    public void One_receipt_of_a_known_app_is_not_two_whatever_the_model_says(string layout)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var screen = Gallery.Make(layout, seed).Screen;
            var page = LayoutBuilder.Build(screen.Words, screen.Width, screen.Height);
            foreach (var share in (double[])[0.3, 0.5, 0.7])
            {
                Assert.False(SecondReceipt.IsShown(new ReceiptContext(page, Shipped.Rules) { Scores = Scores(page, share * screen.Height, two: 0.9) }), $"{layout}, seed {seed}, from {share}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Two_receipts_of_a_known_app_are_two_only_when_the_model_says_so(string layout)
    {
        var (words, height) = Stacked(layout);
        var page = LayoutBuilder.Build(words, 1080, 2 * height);
        Assert.True(SecondReceipt.IsShown(new ReceiptContext(page, Shipped.Rules) { Scores = Scores(page, height, two: 0.5) }));
        Assert.False(SecondReceipt.IsShown(new ReceiptContext(page, Shipped.Rules) { Scores = Scores(page, height, two: 0.49) }));
    }

    [Fact]
    public void On_labels_that_the_rules_do_not_know_the_model_decides()
    {
        var screen = new Screen().Text(30).Stack("Guarismo", null, "20,00 Bs").Stack("Jornada", null, "hoy").Stack("Folio", null, "000000000001").Stack("Sede", null, "Centro");
        var page = LayoutBuilder.Build(screen.Words, screen.Width, screen.Height);
        Assert.True(SecondReceipt.IsShown(new ReceiptContext(page, Shipped.Rules) { Scores = Scores(page, screen.Height / 2, two: 0.5) }));
    }

    [Theory]
    [InlineData("bdv-card")]
    [InlineData("banesco")]
    [InlineData("bnc")]
    public void Two_receipts_in_one_picture_are_counted(string layout)
    {
        var (words, height) = Stacked(layout);
        Assert.Equal(2, Shipped.WithModel.Extract(words, 1080, 2 * height).Judgement!.ReceiptsInImage);
    }

    private static (IReadOnlyList<WordBox> Words, int Height) Stacked(string layout)
    {
        var (upper, lower) = (Gallery.Make(layout, 1).Screen, Gallery.Make(layout, 2).Screen);
        return ([.. upper.Words, .. lower.Words.Select(word => word with { Y0 = word.Y0 + upper.Height, Y1 = word.Y1 + upper.Height })], upper.Height);
    }

    /// <summary>The model's scores, but every word from a height on is tagged as a second receipt's, and the probability of two receipts is given.</summary>
    private static PageScores Scores(Page page, double from, double two)
    {
        var model = Shipped.Model.Score(page, Shipped.Rules);
        var tags = page.Tokens.SelectMany(token => Enum.GetValues<FieldTag>().Select(tag =>
            token.Box.Y0 >= from ? tag == FieldTag.SecondReceipt ? 1 : 0 : tag == FieldTag.SecondReceipt ? 0 : model[token, tag]));
        return new PageScores([.. tags], [1f, .. new float[Pack.States.Count - 1]], [1f, .. new float[Pack.Kinds.Count - 1]], two, Pack);
    }
}
