using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>Values at an edge of the image, where a part of them may be missing.</summary>
public sealed class ImageEdgeTests
{
    private const string Doubt = "Toca el borde de la imagen: puede estar cortado";

    /// <summary>Layouts that print a reference on one line.</summary>
    public static TheoryData<string> WithReference => [.. Gallery.Layouts.Keys.Except(["binance-p2p", "zinli"])];

    [Theory]
    [MemberData(nameof(WithReference))]
    public void A_reference_at_a_side_of_the_image_is_doubted_and_not_accepted(string layout)
    {
        var screen = Gallery.Make(layout, 21).Screen;
        var reference = ReferenceOf(screen);
        var right = Extract(screen, 0, reference.Max(word => word.X1));
        Assert.Contains(Doubt, right.Fields["referencia"].Warnings);
        Assert.NotEqual(Verdicts.Accept, right.Decision!.Verdict);

        // Without the left side, some layouts have no label.
        var left = Extract(screen, reference.Min(word => word.X0), screen.Width);
        Assert.True(left.Fields["referencia"].Value.Length == 0 || left.Fields["referencia"].Warnings.Contains(Doubt));
        Assert.NotEqual(Verdicts.Accept, left.Decision!.Verdict);
    }

    [Theory]
    [MemberData(nameof(WithReference))]
    public void A_reference_that_ends_half_a_text_height_before_the_edge_is_not_doubted(string layout)
    {
        var screen = Gallery.Make(layout, 21).Screen;
        var reference = ReferenceOf(screen);
        var receipt = Extract(screen, 0, reference.Max(word => word.X1 + ((word.Y1 - word.Y0) / 2) + 1));
        Assert.DoesNotContain(Doubt, receipt.Fields["referencia"].Warnings);
    }

    [Theory]
    [MemberData(nameof(WithReference))]
    public void A_receipt_of_which_a_side_is_missing_is_never_rejected(string layout)
    {
        var screen = Gallery.Make(layout, 21).Screen;
        foreach (var (_, word) in screen.Words.Index().Where(item => item.Index % 3 == 0))
        {
            // Through the second character.
            var cut = word.X0 + ((word.X1 - word.X0) / word.Text.Length);
            Assert.NotEqual(Verdicts.Reject, Extract(screen, cut, screen.Width).Decision!.Verdict);
            Assert.NotEqual(Verdicts.Reject, Extract(screen, 0, cut).Decision!.Verdict);
        }
    }

    [Fact]
    public void Text_at_a_side_of_the_image_is_reviewed_and_the_same_text_with_a_margin_rejected()
    {
        var screen = new Screen().Text(30).At(0.3f, "Una frase que no").At(0.3f, "habla de dinero");
        var whole = Shipped.Read(screen);
        Assert.Equal(("TEXTO_SIN_PAGO", Verdicts.Reject), (whole.Judgement!.ReasonCode, whole.Decision!.Verdict));
        var cut = Extract(screen, screen.Words.Min(word => word.X0), screen.Width);
        Assert.Equal(("IMAGEN_CORTADA", Verdicts.Review), (cut.Judgement!.ReasonCode, cut.Decision!.Verdict));
    }

    /// <summary>The words of the reference, which is not doubted in the whole image.</summary>
    private static List<WordBox> ReferenceOf(Screen screen)
    {
        var field = Shipped.Read(screen).Fields["referencia"];
        Assert.DoesNotContain(Doubt, field.Warnings);
        return [.. field.WordIndexes.Select(i => screen.Words[i])];
    }

    /// <summary>The receipt whose image reaches from one column to another, with the words that are in it.</summary>
    private static ExtractedReceipt Extract(Screen screen, int left, int right) => Shipped.Engine.Extract(
        [.. screen.Words.Where(word => word.X1 > left && word.X0 < right)
            .Select(word => word with { X0 = Math.Max(word.X0 - left, 0), X1 = Math.Min(word.X1, right) - left })],
        right - left,
        screen.Height);
}
