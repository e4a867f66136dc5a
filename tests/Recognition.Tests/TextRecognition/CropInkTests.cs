using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class CropInkTests
{
    private const int Height = 32;
    private const int Width = 40;

    [Fact]
    public void Reaches_from_the_first_stroke_to_the_last() => Assert.Equal(new CropInk(5, 31), Of((5, 16, 90), (30, 16, 90)));

    [Fact]
    public void Noise_is_not_ink() => Assert.Equal(new CropInk(5, 6), Of((5, 16, 90), (30, 16, 40)));

    [Fact]
    public void Strokes_of_the_lines_above_and_below_are_not_the_words() =>
        Assert.Equal(new CropInk(10, 11), Of((10, 12, 90), (2, 0, 90), (35, 31, 90)));

    [Fact]
    public void A_flat_crop_has_none() => Assert.Equal(default, Of());

    // Strokes differ from a background of 200 by this contrast; the crop is standardized by 40.
    private static CropInk Of(params (int X, int Y, int Contrast)[] strokes)
    {
        var crop = new byte[Height * Width];
        crop.AsSpan().Fill(200);
        foreach (var (x, y, contrast) in strokes)
        {
            crop[(y * Width) + x] -= (byte)contrast;
        }

        return CropInk.Of(crop, Width, deviation: 40);
    }
}
