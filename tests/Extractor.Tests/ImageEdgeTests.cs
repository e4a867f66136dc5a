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
