using CsCheck;
using Ocr.Recognition.Detection;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>Any output of the recognizer becomes words within the box that was read.</summary>
public sealed class TextRecognitionFuzzTests
{
    private const int Classes = 4; // blank character, a, b, CTC's blank

    private static readonly Gen<float> Score = Gen.Frequency(
        (20, Gen.Float[-20, 20]), (2, Gen.OneOfConst(0f, 50f)),
        (1, Gen.OneOfConst(float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue)));

    private static readonly Gen<(Crop Crop, TextRegion Region)> Crops = Gen.Select(
        Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[1, 500], Gen.Int[1, 80], Gen.Int[4, 128], (x, y, width, height, squeezed) => (
            new Crop(new PixelBox(x, y, x + width, y + height), squeezed),
            new TextRegion(x + 0.4, y + 0.3, x + width - 0.4, y + height - 0.3, 0.9)));

    [Fact]
    public void Any_scores_become_words_in_their_box() => Gen.Select(Score.Array[0, 32 * Classes], Crops).Fuzz(10_000, (scores, place) =>
    {
        var symbols = new List<CtcSymbol>();
        CtcDecoder.Decode(scores.AsSpan(0, scores.Length / Classes * Classes), Classes, symbols);
        Assert.All(symbols, symbol =>
        {
            Assert.InRange(symbol.Index, 0, Classes - 2);
            Assert.InRange(symbol.Probability, 0f, 1f);
            Assert.InRange(symbol.FirstStep, 0, symbol.LastStep);
        });
        var words = WordSplitter.Split(symbols, place.Crop, place.Region, TestPacks.Recognizer);
        Assert.All(words, word =>
        {
            Assert.True(word.Text.Length > 0 && !word.Text.Contains(' ', StringComparison.Ordinal));
            Assert.InRange(word.Confidence, 0f, 1f);
            Assert.Equal(word.Box, word.Box.Intersect(place.Crop.Area));
            Assert.True(word.Box.Area > 0);
        });
    });

    [Fact]
    public void A_step_without_a_number_reads_as_blank()
    {
        float[] scores = [0, 9, 0, 0, float.NaN, 9, 0, 0, 0, 9, 0, 0, 0, float.PositiveInfinity, 0, 0];
        var symbols = new List<CtcSymbol>();
        CtcDecoder.Decode(scores, Classes, symbols);
        Assert.Equal([(1, 0, 0), (1, 2, 2)], symbols.Select(symbol => (symbol.Index, symbol.FirstStep, symbol.LastStep)));
    }
}
